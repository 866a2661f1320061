// Kernels for replays.
import { Token } from '@lumino/coreutils';

import type { Probe, ProbeLimits } from '../languages';
import type { Result } from '../model';
import type { IReplayKernel, StartKernel } from '../replay';

/** A fresh kernel for code of ours; it ends when it is shut down, or with the page. */
export interface IHelperKernel extends IReplayKernel {
  run(
    code: string,
    options: Parameters<IReplayKernel['run']>[1] & {
      /** Hears what it prints as it comes. */
      readonly onText?: (text: string) => void;
    }
  ): ReturnType<IReplayKernel['run']>;
}

/** Starts kernels that belong to no notebook: nothing of them is recorded, and none outlives what it was started for. */
export interface IReplayKernels {
  /** Bytes of one output that are kept of a replay. */
  readonly capBytes: number;
  /** Starts kernels of one kind in the folder of one notebook. */
  starter(kernelName: string, notebookPath: string): StartKernel;
  /** What such a kernel is asked to tell, for one that is started in another way; null where nothing can be. */
  probeFor(kernelName: string): {
    readonly probe: Probe;
    readonly limits: ProbeLimits;
  } | null;
  /** A kernel for code of ours, whose output is read whole. */
  helper(
    kernelName: string,
    notebookPath: string
  ): Promise<Result<IHelperKernel>>;
}

export const IReplayKernels = new Token<IReplayKernels>(
  'jupyterlab-retrace:IReplayKernels',
  'Starts kernels that belong to no notebook, and ends them.'
);
