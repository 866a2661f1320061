// Runs with every field set, from the few that a file gives.
import {
  hashOf,
  hashOfOutputs,
  stableHashOf,
  tellsOf,
  type BlobHash,
  type Environment,
  type Execution,
  type ExecutionReport,
  type Gap,
  type HistoryExecution,
  type Run,
  type RunHistory,
  type RunId
} from '../model';
import { errorIn } from './saved-errors';

const FIRST_LINE_LIMIT = 200;

/** Times that a file does not tell. */
const NO_TIME = '';

/** What is known of one run. */
export type RunFacts = {
  readonly runId: RunId;
  /** 1 for the first. */
  readonly number: number;
  readonly notebookPath: string;
  readonly kernelName: string;
  /** Lower case. */
  readonly language: string;
  readonly startedAt: string | null;
  /** False for the last run, which may be open. */
  readonly isOver: boolean;
  readonly gaps: readonly Gap[];
  readonly environment: Environment | null;
  readonly executions: readonly ReportedExecution[];
};

/** An execution of a file with its report, decoded. */
export type ReportedExecution = Omit<HistoryExecution, 'report'> & {
  readonly report: ExecutionReport | null;
};

/** One run as lineage reads it. */
export function runHistoryOf(facts: RunFacts): RunHistory {
  const sources = new Map<BlobHash, string>();
  const executions = facts.executions.map(one => {
    const sourceHash = hashOf(one.source ?? '');
    if (one.source !== null) {
      sources.set(sourceHash, one.source);
    }
    return executionOf(one, sourceHash, facts);
  });
  const run = runOf(facts, executions);
  return { run, executions, sources, environment: facts.environment };
}

function executionOf(
  one: ReportedExecution,
  sourceHash: BlobHash,
  { runId }: RunFacts
): Execution {
  const outputs = one.outputs ?? [];
  const isLost = one.source === null;
  const tells = one.arePartial ? null : tellsOf(one.source ?? '', outputs);
  return {
    schemaVersion: 1,
    executionId: one.executionId,
    runId,
    sequence: one.sequence,
    cellId: one.cellId,
    cellIndex: one.cellIndex,
    executionCount: one.executionCount,
    sourceHash,
    firstLine: firstLineOf(one.source ?? ''),
    status: one.status,
    submittedAt: one.startedAt,
    startedAt: one.startedAt,
    finishedAt: one.finishedAt,
    documentHash: null,
    outputsHash:
      one.outputsHash ??
      (one.arePartial ? null : one.outputs && hashOfOutputs(one.outputs)),
    stableHash: one.arePartial ? null : stableHashOf(outputs),
    outputCount: outputs.length,
    outputBytes: 0,
    error: one.status === 'ok' ? null : errorIn(one.source ?? '', outputs),
    report: one.report,
    gaps: [
      ...(isLost ? (['source-unknown'] as const) : []),
      ...(one.arePartial ? (['outputs-partial'] as const) : [])
    ],
    ...(tells && { tells })
  };
}

/** The first line that is not blank, cut to what a list shows. */
export function firstLineOf(source: string): string {
  const line = /\S.*/.exec(source)?.[0].trimEnd() ?? '';
  return line.slice(0, FIRST_LINE_LIMIT);
}

function runOf(facts: RunFacts, executions: readonly Execution[]): Run {
  const openedAt = facts.startedAt ?? NO_TIME;
  return {
    schemaVersion: 1,
    runId: facts.runId,
    number: facts.number,
    notebookPath: facts.notebookPath,
    serverRoot: '',
    kernel: {
      kernelId: '',
      processId: '',
      name: facts.kernelName,
      displayName: facts.kernelName,
      language: facts.language
    },
    openedAt,
    changedAt: openedAt,
    closedAt: facts.isOver ? openedAt : null,
    end: facts.isOver ? 'unseen' : null,
    environmentId: facts.environment?.environmentId ?? null,
    executionCount: executions.length,
    failureCount: executions.filter(({ status }) => status === 'error').length,
    busyMs: 0,
    isPinned: false,
    gaps: facts.gaps
  };
}
