// A session as a history file, and as the forecast wants it.
import {
  asCellId,
  asRunId,
  emptyReport,
  executionIdOf,
  hashOf,
  type Execution,
  type PresentCell,
  type RunHistory
} from '../../src/model';
import { decodeProbeMessage } from '../../src/recording';
import type { Truth } from './sessions';

/** The history file of issue: what `retrace check` reads. */
export type HistoryFile = {
  readonly format: 'retrace-history';
  readonly version: 1;
  readonly notebook: {
    readonly path: string;
    readonly cells: readonly {
      readonly id: string;
      readonly type: string;
      readonly source: string;
      readonly metadata?: { readonly tags: readonly string[] };
    }[];
  };
  readonly runs: readonly {
    readonly runId: string;
    readonly kernel: { readonly name: string; readonly language: string };
    readonly startedAt?: string;
    readonly executions: readonly FileExecution[];
    readonly environment?: unknown;
  }[];
};

type FileExecution = {
  readonly executionId: string;
  readonly sequence: number;
  readonly cellId: string;
  readonly executionCount: number | null;
  readonly source: string;
  readonly status: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly outputs: readonly unknown[];
  readonly report?: unknown;
};

/** The file of one session, with or without what the probe said. */
export function historyFileOf(truth: Truth, hasProbe: boolean): HistoryFile {
  const { plan, recorded } = truth;
  const ran = plan.session.ran.filter(one => one.length > 0);
  return {
    format: 'retrace-history',
    version: 1,
    notebook: {
      path: `${plan.notebook.name}.ipynb`,
      cells: truth.cells.map(({ cellId, source, mayRaise }) => ({
        id: cellId,
        type: 'code',
        source,
        ...(mayRaise && { metadata: { tags: ['raises-exception'] } })
      }))
    },
    runs: recorded.kernels.map(({ executions, environment }, kernel) => ({
      runId: `run-${kernel + 1}`,
      kernel: { name: 'python3', language: 'python' },
      startedAt: executions[0]?.startedAt,
      executions: executions.map((done, index) => ({
        executionId: `run-${kernel + 1}/${index + 1}`,
        sequence: index + 1,
        cellId: ran[kernel]?.[index]?.id ?? '',
        executionCount: done.executionCount,
        source: ran[kernel]?.[index]?.source ?? '',
        status: done.status,
        startedAt: done.startedAt,
        finishedAt: done.finishedAt,
        outputs: done.outputs,
        ...(hasProbe && done.report !== undefined && { report: done.report })
      })),
      ...(hasProbe && environment ? { environment } : {})
    }))
  };
}

/** What a forecast reads, from a history file. */
export function inputOf(file: HistoryFile): {
  readonly runs: readonly RunHistory[];
  readonly document: readonly PresentCell[];
} {
  const runs = file.runs.map((run, index) => runOf(file, run, index));
  const last = new Map<string, Execution>();
  runs.forEach(({ executions }) =>
    executions.forEach(one => last.set(one.cellId ?? '', one))
  );
  const document = file.notebook.cells.map(({ id, source, metadata }) => ({
    cellId: asCellId(id),
    type: 'code' as const,
    source,
    executionCount: last.get(id)?.executionCount ?? null,
    hasOutputs: (last.get(id)?.outputCount ?? 0) > 0,
    mayRaise: metadata?.tags.includes('raises-exception') ?? false
  }));
  return { runs, document };
}

function runOf(
  file: HistoryFile,
  run: HistoryFile['runs'][number],
  index: number
): RunHistory {
  const executions = run.executions.map(one => executionOf(run.runId, one));
  return {
    run: {
      schemaVersion: 1,
      runId: asRunId(run.runId),
      number: index + 1,
      notebookPath: file.notebook.path,
      serverRoot: '',
      kernel: {
        kernelId: '',
        processId: '',
        name: run.kernel.name,
        displayName: '',
        language: run.kernel.language
      },
      openedAt: run.startedAt ?? '',
      changedAt: run.startedAt ?? '',
      closedAt: null,
      end: index < file.runs.length - 1 ? 'restarted' : null,
      environmentId: null,
      executionCount: executions.length,
      failureCount: 0,
      busyMs: 0,
      isPinned: false,
      gaps: []
    },
    executions,
    sources: new Map(
      run.executions.map(({ source }) => [hashOf(source), source])
    ),
    environment: null
  };
}

function executionOf(runId: string, one: FileExecution): Execution {
  const decoded =
    one.report === undefined ? null : decodeProbeMessage(one.report);
  const error = one.outputs
    .map(output => output as { ename?: string; evalue?: string })
    .find(({ ename }) => ename !== undefined);
  return {
    schemaVersion: 1,
    executionId: executionIdOf(asRunId(runId), String(one.sequence)),
    runId: asRunId(runId),
    sequence: one.sequence,
    cellId: asCellId(one.cellId),
    cellIndex: null,
    executionCount: one.executionCount,
    sourceHash: hashOf(one.source),
    firstLine: one.source.trim().split('\n')[0] ?? '',
    status: one.status === 'ok' ? 'ok' : 'error',
    submittedAt: one.startedAt,
    startedAt: one.startedAt,
    finishedAt: one.finishedAt,
    documentHash: null,
    outputsHash: hashOf(
      JSON.stringify(one.outputs, (key, value: unknown) =>
        key === 'execution_count' ? undefined : value
      )
    ),
    outputCount: one.outputs.length,
    outputBytes: 0,
    error: error
      ? { ename: error.ename ?? '', evalue: error.evalue ?? '' }
      : null,
    report:
      decoded?.ok && decoded.value.kind === 'report'
        ? { ...emptyReport, ...decoded.value.report.report }
        : null,
    gaps: []
  };
}
