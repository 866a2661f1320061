// The run that a command is about.
import { PageConfig } from '@jupyterlab/coreutils';
import type { INotebookTracker } from '@jupyterlab/notebook';

import { asRunId, type RunId } from '../../model';
import type { IRunRecorder, IRunStore } from '../../tokens';
import { newestRun } from './newest-run';

/** Arguments of a command that may name a run. */
type Arguments = { readonly runId?: unknown };

/** Whether the arguments name a run or a notebook in front can stand in for it. */
export function canNameRun(
  { runId }: Arguments,
  tracker: INotebookTracker
): boolean {
  return typeof runId === 'string' || tracker.currentWidget !== null;
}

/**
 * The run that the arguments name, else the newest of the notebook in front, after all that was seen is stored; null
 * when nothing was recorded for it. A named run need not exist any more.
 */
export async function namedRun(
  { runId }: Arguments,
  services: {
    readonly tracker: INotebookTracker;
    readonly store: IRunStore;
    readonly recorder: IRunRecorder;
  }
): Promise<RunId | null> {
  await services.recorder.flush();
  return typeof runId === 'string'
    ? asRunId(runId)
    : newestRun(
        services.store,
        services.tracker.currentWidget?.context.path,
        PageConfig.getOption('serverRoot')
      );
}
