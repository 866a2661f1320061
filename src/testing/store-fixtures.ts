// Drafts, heads and batches for tests of stores.
import {
  asCellId,
  asDocumentHash,
  asRunId,
  executionIdOf,
  hashOf,
  type DocumentCell,
  type DocumentHash,
  type Execution,
  type ExecutionStatus,
  type Output,
  type Run
} from '../model';
import type { RunBatch, RunDraft } from '../tokens';

/** A draft of a run; each number makes another one. */
export function aDraft(id: string, parts: Partial<RunDraft> = {}): RunDraft {
  return {
    schemaVersion: 1,
    runId: asRunId(id),
    notebookPath: 'work/model.ipynb',
    serverRoot: '/srv/notebooks',
    kernel: {
      kernelId: 'kernel-1',
      processId: `process-${id}`,
      name: 'python3',
      displayName: 'Python 3',
      language: 'python'
    },
    openedAt: '2026-11-21T10:00:00.000Z',
    changedAt: '2026-11-21T10:00:00.000Z',
    closedAt: null,
    end: null,
    environmentId: null,
    executionCount: 0,
    failureCount: 0,
    busyMs: 0,
    isPinned: false,
    gaps: [],
    ...parts
  };
}

/** A head as a recorder makes it. */
export function aHead(
  run: { readonly runId: Run['runId'] },
  msgId: string,
  parts: Partial<Execution> = {}
): Execution {
  const status: ExecutionStatus = parts.status ?? 'ok';
  const source = `print("${msgId}")`;
  return {
    schemaVersion: 1,
    executionId: executionIdOf(run.runId, msgId),
    runId: run.runId,
    sequence: null,
    cellId: asCellId(`cell-${msgId}`),
    cellIndex: 0,
    executionCount: 1,
    sourceHash: hashOf(source),
    firstLine: source,
    status,
    submittedAt: '2026-11-21T10:00:00.000Z',
    startedAt: '2026-11-21T10:00:01.000Z',
    finishedAt: status === 'running' ? null : '2026-11-21T10:00:03.000Z',
    documentHash: null,
    outputsHash: status === 'ok' ? hashOf(msgId) : null,
    outputCount: 1,
    outputBytes: 10,
    error: null,
    report: null,
    gaps: [],
    ...parts
  };
}

/** A stream output. */
export function aStream(text: string): Output {
  return { output_type: 'stream', name: 'stdout', text };
}

/** A batch with nothing in it but what is given. */
export function aBatch(run: Run, parts: Partial<RunBatch> = {}): RunBatch {
  return { run, executions: [], payloads: [], documents: [], ...parts };
}

/** One finished execution with its source and one line of output. */
export function anExecutionBatch(
  run: Run,
  msgId: string,
  parts: Partial<Execution> = {}
): RunBatch {
  const head = aHead(run, msgId, parts);
  return aBatch(run, {
    executions: [head],
    payloads: [
      {
        executionId: head.executionId,
        source: `print("${msgId}")`,
        outputs: [aStream(`${msgId}\n`)]
      }
    ]
  });
}

/** A document with one code cell for each source. */
export function aDocument(sources: readonly string[]): {
  readonly documentHash: DocumentHash;
  readonly cells: readonly DocumentCell[];
} {
  const cells = sources.map((source, at) => ({
    cellId: asCellId(`cell-${at}`),
    type: 'code' as const,
    source
  }));
  return { documentHash: asDocumentHash(hashOf(JSON.stringify(cells))), cells };
}
