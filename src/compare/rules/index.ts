import { ansiColours } from './ansi-colours';
import { dateTime } from './date-time';
import { dictOrder } from './dict-order';
import { duration } from './duration';
import { floatTolerance } from './float-tolerance';
import { generatedId } from './generated-id';
import { memoryAddress } from './memory-address';
import { overwrittenText } from './overwritten-text';
import { processId } from './process-id';
import { progressTiming } from './progress-timing';
import { promptCount } from './prompt-count';
import { randomUuid } from './random-uuid';
import { setOrder } from './set-order';
import { temporaryPath } from './temporary-path';
import type { TextRule } from './text-rule';
import { timeitNote } from './timeit-note';
import { warningPlace } from './warning-place';

export { generatedId } from './generated-id';
export { areClose } from './float-tolerance';
export { SCRATCH_PREFIX } from './temporary-path';
export type { FormRule, SpanRule, TextRule } from './text-rule';

/** Rules for what a program prints; the forms first, and a span goes to the first rule that finds it. */
export const textRules: readonly TextRule[] = [
  ansiColours,
  overwrittenText,
  setOrder,
  dictOrder,
  timeitNote,
  warningPlace,
  progressTiming,
  duration,
  dateTime,
  randomUuid,
  memoryAddress,
  temporaryPath,
  processId,
  promptCount,
  floatTolerance
];

/** Rules for the pieces of a page, in which braces are code. */
export const markupRules: readonly TextRule[] = [
  generatedId,
  ...textRules.filter(({ id }) => id !== 'set-order' && id !== 'dict-order')
];
