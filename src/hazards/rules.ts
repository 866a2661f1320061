// Every rule, in the order of their codes.
import { boundBelow } from './bound-below';
import { definitionGone } from './definition-gone';
import { deletedDefinition } from './deleted-definition';
import { earlierKernel } from './earlier-kernel';
import { editedCell } from './edited-cell';
import { errorAbove } from './error-above';
import { interruptedRun } from './interrupted-run';
import { outOfOrder } from './out-of-order';
import { outsideCode } from './outside-code';
import { repeatedUpdate } from './repeated-update';
import type { HazardRule } from './rule';
import { staleInput } from './stale-input';
import { undefinedName } from './undefined-name';
import { unrunCell } from './unrun-cell';

/** All rules; a new one is a new file and a line here. */
export const hazardRules: readonly HazardRule[] = [
  boundBelow,
  deletedDefinition,
  outsideCode,
  definitionGone,
  undefinedName,
  editedCell,
  staleInput,
  repeatedUpdate,
  unrunCell,
  earlierKernel,
  outOfOrder,
  errorAbove,
  interruptedRun
];
