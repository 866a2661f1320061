// The degrees of reproducibility of runs.
import { Token } from '@lumino/coreutils';
import type { IDisposable } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';

import type { Degree } from '../facts';
import type { RunId } from '../model';

/** Judges runs by the checklist, at leisure and once for each state of a run. */
export interface IRunChecklists extends IDisposable {
  /**
   * The degree of reproducibility of a run. Undefined while it is not known: it is found out, and `changed` tells.
   */
  degree(runId: RunId): Degree | undefined;
  /** Emits a run whose degree became known or changed. */
  readonly changed: ISignal<IRunChecklists, RunId>;
}

export const IRunChecklists = new Token<IRunChecklists>(
  'jupyterlab-retrace:IRunChecklists',
  'Judges runs by the checklist for reproducible work.'
);
