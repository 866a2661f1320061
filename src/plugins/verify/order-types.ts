// What an order to verify something is made from, and how it is to be done.
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { ServiceManager } from '@jupyterlab/services';

import type { Proof, Translator } from '../../model';
import type { IReplayKernels, IRunRecorder, IRunStore } from '../../tokens';
import type { VerifyChoices } from './choices';
import type { ShownHashes } from './shown-cells';

/** What orders are made from. */
export type OrderServices = {
  readonly manager: ServiceManager.IManager;
  readonly tracker: INotebookTracker;
  readonly store: IRunStore;
  readonly recorder: IRunRecorder;
  readonly hashes: ShownHashes;
  readonly translator: Translator;
  readonly kernels: IReplayKernels;
};

/** How it is to be done. */
export type OrderOptions = {
  readonly choices: VerifyChoices;
  /** 1 or more. */
  readonly repeats: number;
  /** `clean`: in an environment that is built anew from the packages of the run. */
  readonly place: Proof['place'];
};

/** The options, with the ways in which an order that is being prepared speaks and ends. */
export type Preparing = OrderOptions & {
  readonly tell: (line: string) => void;
  readonly cancel: AbortSignal;
};
