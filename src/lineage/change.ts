// How names of one namespace come to new versions.
import type { UnknownReason } from './forecast-types';
import type { Carried } from './prepared';
import type { Chance, Step } from './version';

/** How a name comes to a new version. */
export type Change = {
  readonly name: string;
  readonly step: Step;
  /** Part that changes; null for the whole value. */
  readonly part: string | null;
  readonly carried?: readonly Carried[];
  /** On what the value hangs besides the notebook. */
  readonly chances?: readonly Chance[];
  /** Key of the value, where it hangs on less than the whole step. */
  readonly valueKey?: number;
  /** Why the value is not known for sure, where that is not what holds for the step. */
  readonly taint?: UnknownReason | null;
};
