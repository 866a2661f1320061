// Recorded runs as a history file.
import type { Execution, ExecutionPayload } from './execution';
import { HISTORY_FORMAT, HISTORY_VERSION } from './history-file';
import type { PresentCell, RunHistory } from './history';
import type { ExecutionId, RunId } from './ids';
import type { Json } from './output';
import type { Proof } from './proof';
import type { RunContext } from './run-context';

/** What a history file is written from. */
export type HistoryInput = {
  readonly path: string;
  /** The notebook as it stands. */
  readonly document: readonly PresentCell[];
  /** Oldest first. */
  readonly runs: readonly RunHistory[];
  /** Outputs as they were kept; an execution that is missing lost them. */
  readonly outputs: ReadonlyMap<
    ExecutionId,
    Pick<ExecutionPayload, 'outputs' | 'omissions'>
  >;
  /** Where runs took place; one that is missing is not written. */
  readonly contexts?: ReadonlyMap<RunId, RunContext>;
  /** Proofs of runs, newest first. */
  readonly proofs?: ReadonlyMap<RunId, readonly Proof[]>;
  /** An execution's report in the form in which the probe sends it; null when there is none. */
  reportData(execution: Execution): Json;
};

/** The JSON of a history file; `decodeHistoryFile` reads it back. */
export function toHistoryFile(input: HistoryInput): Json {
  return {
    format: HISTORY_FORMAT,
    version: HISTORY_VERSION,
    notebook: { path: input.path, cells: input.document.map(cellData) },
    runs: input.runs.map(history => runData(history, input))
  };
}

function cellData(cell: PresentCell): Json {
  const { cellId, executionCount, hasOutputs, mayRaise, source, type } = cell;
  const isCode = type === 'code';
  return {
    id: cellId,
    type,
    source,
    ...(isCode ? { executionCount, hasOutputs } : {}),
    ...(mayRaise ? { mayRaise } : {})
  };
}

function runData(history: RunHistory, input: HistoryInput): Json {
  const { environment, executions, run } = history;
  const { name, language } = run.kernel;
  const context = input.contexts?.get(run.runId);
  const proofs = input.proofs?.get(run.runId) ?? [];
  return {
    runId: run.runId,
    kernel: { name, language },
    startedAt: run.openedAt,
    executions: executions.flatMap(execution =>
      execution.sequence === null
        ? []
        : [executionData(execution, history, input)]
    ),
    environment,
    ...(run.gaps.length > 0 ? { gaps: run.gaps } : {}),
    ...(context === undefined ? {} : { context: context as Json }),
    ...(proofs.length > 0 ? { proofs: proofs as readonly Json[] } : {})
  };
}

function executionData(
  execution: Execution,
  { sources }: RunHistory,
  { outputs, reportData }: HistoryInput
): Json {
  const isUnknown = execution.gaps.includes('source-unknown');
  const kept = outputs.get(execution.executionId);
  const isWhole = kept?.outputs && kept.omissions.length === 0;
  const isMissed = execution.gaps.some(
    gap => gap === 'outputs-partial' || gap === 'payload-lost'
  );
  return {
    executionId: execution.executionId,
    sequence: execution.sequence,
    cellId: execution.cellId,
    cellIndex: execution.cellIndex,
    executionCount: execution.executionCount,
    source: isUnknown ? null : (sources.get(execution.sourceHash) ?? null),
    status: execution.status,
    startedAt: execution.startedAt,
    finishedAt: execution.finishedAt,
    outputs: kept?.outputs ?? null,
    ...(isWhole ? {} : { outputsHash: execution.outputsHash }),
    ...(isMissed || (kept?.outputs && !isWhole)
      ? { outputsArePartial: true }
      : {}),
    report: reportData(execution)
  };
}
