// What the tables of a comparison have in common.
import type { RunComparison, RunFacts } from '../../facts';
import type { Translator } from '../../model';
import type { SectionRow } from '../sections/section';

/** Heads of the columns: what a row is about, then the two runs by their numbers. */
export function headOf(
  first: string,
  { after, before }: RunComparison,
  translator: Translator
): readonly string[] {
  const titleOf = ({ history }: RunFacts): string =>
    translator.__('Run %1', history.run.number);
  return [first, titleOf(before), titleOf(after)];
}

/** How a row looks: what only one of the two has was added or removed. */
export function toneOf(
  before: unknown,
  after: unknown
): NonNullable<SectionRow['tone']> {
  return before === null || before === undefined
    ? 'added'
    : after === null || after === undefined
      ? 'removed'
      : 'changed';
}
