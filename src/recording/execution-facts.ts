// What is known of one execution, and the head of its record that follows from it.
import {
  executionIdOf,
  hashOf,
  isFinal,
  type BlobHash,
  type Execution,
  type ExecutionGap,
  type ExecutionReport,
  type ExecutionStatus,
  type OutputTells,
  type RunId
} from '../model';
import type { ExecutionEvent, Place } from './events';
import type { KeptOutputs } from './outputs';
import { headOf } from './text-bytes';

const FIRST_LINE_LIMIT = 200;
const EVALUE_LIMIT = 1000;

/** What a kernel says about a failure. */
export type ErrorNote = { readonly ename: string; readonly evalue: string };

/** The size and hash of outputs, without the outputs. */
export type OutputSummary = Pick<KeptOutputs, 'hash' | 'count' | 'bytes'> & {
  /** As `Execution.stableHash`. */
  readonly stableHash: BlobHash | null;
  /** As `Execution.tells`. */
  readonly tells: OutputTells | undefined;
};

/** All that events have told so far. */
export type ExecutionFacts = {
  sequence: number | null;
  sourceHash: BlobHash;
  firstLine: string;
  /** True once the source is known, by this page or an earlier one. */
  isSourceKnown: boolean;
  /** Null for code of other clients. */
  place: Place | null;
  executionCount: number | null;
  submittedAt: string | null;
  startedAt: string | null;
  finishedAt: string | null;
  isStarted: boolean;
  /** True once this page saw the kernel take the request up. */
  isBusySeen: boolean;
  isIdle: boolean;
  isLost: boolean;
  reply: Extract<ExecutionEvent, { kind: 'replied' }> | null;
  /** From an error output. */
  error: ErrorNote | null;
  report: ExecutionReport | null;
  isReportedOk: boolean;
  /** Null until outputs were stored. */
  outputs: OutputSummary | null;
  gaps: Set<ExecutionGap>;
  /** How many secrets were masked in each part. */
  masked: { source: number; outputs: number; report: number };
  /** What an earlier page stored; null for an execution that began in this one. */
  stored: Execution | null;
};

/** Nothing is known yet. */
export function noFacts(): ExecutionFacts {
  return {
    sequence: null,
    sourceHash: hashOf(''),
    firstLine: '',
    isSourceKnown: false,
    place: null,
    executionCount: null,
    submittedAt: null,
    startedAt: null,
    finishedAt: null,
    isStarted: false,
    isBusySeen: false,
    isIdle: false,
    isLost: false,
    reply: null,
    error: null,
    report: null,
    isReportedOk: true,
    outputs: null,
    gaps: new Set(),
    masked: { source: 0, outputs: 0, report: 0 },
    stored: null
  };
}

/** What an earlier page knew. */
export function factsFrom(head: Execution): ExecutionFacts {
  const { cellId, cellIndex, documentHash } = head;
  return {
    ...noFacts(),
    sequence: head.sequence,
    sourceHash: head.sourceHash,
    firstLine: head.firstLine,
    isSourceKnown: !head.gaps.includes('source-unknown'),
    place: cellId === null ? null : { cellId, cellIndex, documentHash },
    executionCount: head.executionCount,
    submittedAt: head.submittedAt,
    startedAt: head.startedAt,
    finishedAt: head.finishedAt,
    isStarted: head.status !== 'queued' && head.status !== 'aborted',
    isIdle: isFinal(head.status) && head.status !== 'lost',
    isLost: head.status === 'lost',
    error: head.error,
    report: head.report,
    outputs: {
      hash: head.outputsHash,
      stableHash: head.stableHash ?? null,
      tells: head.tells,
      count: head.outputCount,
      bytes: head.outputBytes
    },
    gaps: new Set(head.gaps),
    masked: { source: head.maskedCount ?? 0, outputs: 0, report: 0 },
    stored: head
  };
}

/** First line that is not blank, shortened for lists. */
export function firstLineOf(source: string): string {
  const found = /^.*\S.*$/m.exec(source);
  return headOf((found?.[0] ?? '').trim(), FIRST_LINE_LIMIT);
}

/** A failure shortened for heads. */
export function noteOf({ ename, evalue }: ErrorNote): ErrorNote {
  return {
    ename: headOf(ename, FIRST_LINE_LIMIT),
    evalue: headOf(evalue, EVALUE_LIMIT)
  };
}

/** The failure that an output or, where the server dropped that, the reply tells of. */
function errorOf({ error, reply }: ExecutionFacts): ErrorNote | null {
  return error ?? (reply?.error ? noteOf(reply.error) : null);
}

/** How far the execution has come, or how it ended. */
export function statusOf(facts: ExecutionFacts): ExecutionStatus {
  const { stored } = facts;
  if (stored !== null && isFinal(stored.status)) {
    return stored.status;
  }
  if (facts.isLost) {
    return 'lost';
  }
  if (!facts.isIdle) {
    return facts.isStarted ? 'running' : 'queued';
  }
  if (!facts.isStarted) {
    return 'aborted';
  }
  const error = errorOf(facts);
  if (error !== null) {
    return error.ename === 'KeyboardInterrupt' ? 'interrupted' : 'error';
  }
  return facts.reply?.status === 'error' || !facts.isReportedOk
    ? 'error'
    : 'ok';
}

/** The small part of the record. */
export function headFrom(
  facts: ExecutionFacts,
  ids: { readonly runId: RunId; readonly msgId: string }
): Execution {
  const { place, outputs, masked } = facts;
  const status = statusOf(facts);
  const maskedCount = masked.source + masked.outputs + masked.report;
  return {
    schemaVersion: 1,
    executionId: executionIdOf(ids.runId, ids.msgId),
    runId: ids.runId,
    sequence: facts.sequence,
    cellId: place?.cellId ?? null,
    cellIndex: place?.cellIndex ?? null,
    executionCount: facts.executionCount,
    sourceHash: facts.sourceHash,
    firstLine: facts.firstLine,
    status,
    submittedAt: facts.submittedAt,
    startedAt: facts.startedAt,
    finishedAt: facts.finishedAt,
    documentHash: place?.documentHash ?? null,
    outputsHash: isFinal(status) ? (outputs?.hash ?? null) : null,
    stableHash: isFinal(status) ? (outputs?.stableHash ?? null) : null,
    outputCount: outputs?.count ?? 0,
    outputBytes: outputs?.bytes ?? 0,
    error: errorOf(facts),
    report: facts.report,
    gaps: [...facts.gaps].sort(),
    ...(maskedCount > 0 && { maskedCount }),
    ...(isFinal(status) && outputs?.tells && { tells: outputs.tells })
  };
}
