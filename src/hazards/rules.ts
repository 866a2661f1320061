// Every rule, in the order of their codes.
import { absolutePath } from './absolute-path';
import { boundBelow } from './bound-below';
import { changedEnvironment } from './changed-environment';
import { changedFile } from './changed-file';
import { clockDependence } from './clock-dependence';
import { definitionGone } from './definition-gone';
import { deletedDefinition } from './deleted-definition';
import { deletedName } from './deleted-name';
import { drawnIdentifier } from './drawn-identifier';
import { earlierKernel } from './earlier-kernel';
import { editedCell } from './edited-cell';
import { errorAbove } from './error-above';
import { firstWrite } from './first-write';
import { hiddenBinding } from './hidden-binding';
import { interruptedRun } from './interrupted-run';
import { leftFile } from './left-file';
import { networkDependence } from './network-dependence';
import { nondeterministicOutput } from './nondeterministic-output';
import { objectAddress } from './object-address';
import { outOfOrder } from './out-of-order';
import { outsideCode } from './outside-code';
import { renamedDefinition } from './renamed-definition';
import { repeatedUpdate } from './repeated-update';
import type { HazardRule } from './rule';
import { setOrder } from './set-order';
import { shadowedName } from './shadowed-name';
import { staleInput } from './stale-input';
import { undefinedName } from './undefined-name';
import { unrunCell } from './unrun-cell';
import { unseededRandomness } from './unseeded-randomness';
import { workingDirectory } from './working-directory';

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
  interruptedRun,
  renamedDefinition,
  deletedName,
  shadowedName,
  hiddenBinding,
  unseededRandomness,
  clockDependence,
  networkDependence,
  changedFile,
  changedEnvironment,
  workingDirectory,
  absolutePath,
  nondeterministicOutput,
  setOrder,
  objectAddress,
  firstWrite,
  leftFile,
  drawnIdentifier
];
