// The run that a built history begins with, and its clock.
import { asRunId, type Run } from '../model';

/** So many minutes after the run was opened. */
export const time = (minute: number): string =>
  `2026-01-01T00:${String(minute % 60).padStart(2, '0')}:00.000Z`;

/** A run of which nothing has happened yet; `number` counts from 1. */
export function blankRun(number: number): Run {
  return {
    schemaVersion: 1,
    runId: asRunId(`run${number}`),
    number,
    notebookPath: 'notebook.ipynb',
    serverRoot: '',
    kernel: {
      kernelId: 'kernel',
      processId: `process${number}`,
      name: 'python3',
      displayName: 'Python 3',
      language: 'python'
    },
    openedAt: time(0),
    changedAt: time(0),
    closedAt: null,
    end: null,
    environmentId: null,
    executionCount: 0,
    failureCount: 0,
    busyMs: 0,
    isPinned: false,
    gaps: []
  };
}
