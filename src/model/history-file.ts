// The history file: one notebook with all that was recorded of it, as JSON that others may write, too.
import { decode, type JsonValue } from './decoding';
import type { CellType, DocumentCell } from './document';
import type { ExecutionStatus } from './execution';
import {
  asBlobHash,
  asCellId,
  asRunId,
  executionIdOf,
  type BlobHash,
  type CellId,
  type ExecutionId,
  type RunId
} from './ids';
import type { Output } from './output';
import { decodeOutput } from './output-codec';
import type { Proof } from './proof';
import { decodeProof } from './proof-codec';
import type { Result } from './result';
import type { Gap } from './run';
import type { RunContext } from './run-context';
import { decodeRunContext } from './run-context-codec';

/** What stands in `format`. */
export const HISTORY_FORMAT = 'retrace-history';

/** The version that this code reads and writes. */
export const HISTORY_VERSION = 1;

/** One cell of the document. What is null was not written: the last execution of the cell tells it. */
export type HistoryCell = DocumentCell & {
  /** The count in its prompt; null when the prompt shows none. */
  readonly executionCount?: number | null;
  readonly hasOutputs?: boolean;
  readonly mayRaise: boolean;
};

/** One execution with its payload. */
export type HistoryExecution = {
  readonly executionId: ExecutionId;
  readonly sequence: number;
  readonly cellId: CellId | null;
  readonly cellIndex: number | null;
  readonly executionCount: number | null;
  /** Null when it is lost. */
  readonly source: string | null;
  readonly status: ExecutionStatus;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  /** Null when they are lost. */
  readonly outputs: readonly Output[] | null;
  /** Of outputs of which only a part is here; null where they are whole or nothing is known. */
  readonly outputsHash: BlobHash | null;
  /** True where the outputs that are here are known to be only a part. */
  readonly arePartial: boolean;
  /** `data` of the probe's message as it was sent, not looked at yet; null when there is none. */
  readonly report: unknown;
};

/** One life of the kernel. */
export type HistoryRun = {
  readonly runId: RunId;
  readonly kernel: { readonly name: string; readonly language: string };
  readonly startedAt: string | null;
  /** In the order of their sequence. */
  readonly executions: readonly HistoryExecution[];
  /** Not looked at yet; null when there is none. */
  readonly environment: unknown;
  readonly gaps: readonly Gap[];
  /** Absent when none was written, or it cannot be read. */
  readonly context?: RunContext;
  /** Those that can be read; newest first. */
  readonly proofs: readonly Proof[];
};

/** A whole history file. */
export type HistoryFile = {
  readonly notebook: {
    readonly path: string;
    readonly cells: readonly HistoryCell[];
  };
  /** Oldest first. */
  readonly runs: readonly HistoryRun[];
};

const CELL_TYPES: readonly CellType[] = ['code', 'markdown', 'raw'];

const STATUSES: readonly ExecutionStatus[] = [
  'queued',
  'running',
  'ok',
  'error',
  'aborted',
  'interrupted',
  'lost'
];

const GAPS: readonly Gap['kind'][] = [
  'joined-late',
  'page-away',
  'no-probe',
  'probe-failed',
  'probe-partial',
  'recording-off',
  'output-dropped',
  'storage',
  'internal'
];

/** True for JSON that means to be a history file, whatever is wrong with it. */
export function isHistoryFile(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    (value as { readonly format?: unknown }).format === HISTORY_FORMAT
  );
}

/** A parsed history file, or the first place where it is not one. */
export function decodeHistoryFile(value: unknown): Result<HistoryFile> {
  return decode(value, file => {
    file.at('format').oneOf([HISTORY_FORMAT]);
    const version = file.at('version').count();
    if (version !== HISTORY_VERSION) {
      file
        .at('version')
        .refuse(`is ${version}; only ${HISTORY_VERSION} is known here.`);
    }
    const notebook = file.at('notebook');
    const cells = notebook.at('cells').list().map(decodeCell);
    refuseRepeats(notebook.at('cells'), cells, ({ cellId }) => cellId, 'id');
    const runs = file.at('runs').list().map(decodeRun);
    refuseRepeats(file.at('runs'), runs, ({ runId }) => runId, 'runId');
    return {
      notebook: { path: textOr(notebook.at('path'), ''), cells },
      runs: withUniqueIds(runs)
    };
  });
}

function decodeCell(cell: JsonValue): HistoryCell {
  const count = cell.at('executionCount');
  const hasOutputs = cell.at('hasOutputs');
  return {
    cellId: asCellId(cell.at('id').text()),
    type: cell.at('type').oneOf(CELL_TYPES),
    source: cell.at('source').joinedText(),
    mayRaise: cell.at('mayRaise').value === true,
    ...(count.value === undefined
      ? {}
      : { executionCount: count.optional(value => value.count()) }),
    ...(typeof hasOutputs.value === 'boolean'
      ? { hasOutputs: hasOutputs.value }
      : {})
  };
}

function decodeRun(run: JsonValue, index: number): HistoryRun {
  const runId = asRunId(textOr(run.at('runId'), `run-${index + 1}`));
  const kernel = run.at('kernel');
  const executions = run
    .at('executions')
    .list()
    .map(value => decodeExecution(value, runId));
  refuseRepeats(
    run.at('executions'),
    executions,
    one => one.sequence,
    'sequence'
  );
  refuseRepeats(
    run.at('executions'),
    executions,
    one => one.executionId,
    'executionId'
  );
  return {
    runId,
    kernel: {
      name: kernel.optional(value => textOr(value.at('name'), '')) ?? '',
      language: kernel.optional(value => textOr(value.at('language'), '')) ?? ''
    },
    startedAt: run.at('startedAt').optional(value => value.text()),
    executions: [...executions].sort((a, b) => a.sequence - b.sequence),
    environment: run.at('environment').value ?? null,
    gaps: run.at('gaps').optional(value => value.list().map(decodeGap)) ?? [],
    ...contextIn(run, runId),
    proofs: proofsIn(run, runId)
  };
}

/** Nothing hangs on it: one that cannot be read is left out. */
function contextIn(
  run: JsonValue,
  runId: RunId
): { readonly context?: RunContext } {
  const { value } = run.at('context');
  const context = decode(value, item => decodeRunContext(item, runId));
  return context.ok ? { context: context.value } : {};
}

function proofsIn(run: JsonValue, runId: RunId): readonly Proof[] {
  const { value } = run.at('proofs');
  return (Array.isArray(value) ? value : []).flatMap((one: unknown) => {
    const proof = decode(one, item => decodeProof(item, runId));
    return proof.ok ? [proof.value] : [];
  });
}

function decodeGap(gap: JsonValue): Gap {
  return {
    kind: gap.at('kind').oneOf(GAPS),
    detail: textOr(gap.at('detail'), ''),
    at: textOr(gap.at('at'), '')
  };
}

function decodeExecution(value: JsonValue, runId: RunId): HistoryExecution {
  const sequence = value.at('sequence').count();
  const source = value.at('source');
  const ownId = value.at('executionId').optional(item => item.text());
  return {
    executionId:
      ownId === null
        ? executionIdOf(runId, String(sequence))
        : (ownId as ExecutionId),
    sequence,
    cellId: value.at('cellId').optional(item => asCellId(item.text())),
    cellIndex: value.at('cellIndex').optional(item => item.count()),
    executionCount: value.at('executionCount').optional(item => item.count()),
    source: source.value === null ? null : source.joinedText(),
    status: value.at('status').oneOf(STATUSES),
    startedAt: value.at('startedAt').optional(item => item.text()),
    finishedAt: value.at('finishedAt').optional(item => item.text()),
    outputs: value
      .at('outputs')
      .optional(item => item.list().map(decodeOutput)),
    outputsHash: value
      .at('outputsHash')
      .optional(item => asBlobHash(item.text())),
    arePartial: value.at('outputsArePartial').value === true,
    report: value.at('report').value ?? null
  };
}

/** Execution ids that two runs share are told apart by their run. */
function withUniqueIds(runs: readonly HistoryRun[]): HistoryRun[] {
  const seen = new Set<ExecutionId>();
  return runs.map(run => ({
    ...run,
    executions: run.executions.map(execution => {
      const { executionId } = execution;
      const isTaken = seen.has(executionId);
      seen.add(executionId);
      return isTaken
        ? { ...execution, executionId: executionIdOf(run.runId, executionId) }
        : execution;
    })
  }));
}

function refuseRepeats<Item>(
  list: JsonValue,
  items: readonly Item[],
  idOf: (item: Item) => string | number,
  field: string
): void {
  const seen = new Set<string | number>();
  items.forEach((item, index) => {
    const id = idOf(item);
    if (seen.has(id)) {
      list
        .list()
        [index]?.at(field)
        .refuse(`is ${JSON.stringify(id)} once more.`);
    }
    seen.add(id);
  });
}

function textOr(value: JsonValue, absent: string): string {
  return value.optional(item => item.text()) ?? absent;
}
