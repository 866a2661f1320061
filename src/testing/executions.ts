// Runs and executions with every field set, for tests that only care about a few.
import {
  asBlobHash,
  asCellId,
  asRunId,
  emptyReport,
  executionIdOf,
  type Execution,
  type ExecutionReport,
  type Run
} from '../model';

/** An open run of `a.ipynb` with one execution, opened at noon. */
export function aRun(id: string, parts: Partial<Run> = {}): Run {
  return {
    schemaVersion: 1,
    runId: asRunId(id),
    number: 1,
    notebookPath: 'a.ipynb',
    serverRoot: '',
    kernel: {
      kernelId: 'kernel',
      processId: '',
      name: 'python3',
      displayName: 'Python 3',
      language: 'python'
    },
    openedAt: '2026-01-01T12:00:00.000Z',
    changedAt: '2026-01-01T12:00:00.000Z',
    closedAt: null,
    end: null,
    environmentId: null,
    executionCount: 1,
    failureCount: 0,
    busyMs: 10,
    isPinned: false,
    gaps: [],
    ...parts
  };
}

/** A finished execution of cell `a`; `id` tells it from others of its run. */
export function anExecution(
  runId: string,
  id: string,
  parts: Partial<Omit<Execution, 'cellId' | 'report'>> & {
    readonly cellId?: string | null;
    readonly report?: Partial<ExecutionReport>;
  } = {}
): Execution {
  const { cellId = 'a', report, ...others } = parts;
  return {
    schemaVersion: 1,
    executionId: executionIdOf(asRunId(runId), id),
    runId: asRunId(runId),
    sequence: 1,
    cellId: cellId === null ? null : asCellId(cellId),
    cellIndex: 0,
    executionCount: 1,
    sourceHash: asBlobHash('source'),
    firstLine: 'x = 1',
    status: 'ok',
    submittedAt: '2026-01-01T12:00:00.000Z',
    startedAt: '2026-01-01T12:00:00.000Z',
    finishedAt: '2026-01-01T12:00:01.500Z',
    documentHash: null,
    outputsHash: null,
    outputCount: 0,
    outputBytes: 0,
    error: null,
    report: report ? { ...emptyReport, ...report } : null,
    gaps: [],
    ...others
  };
}
