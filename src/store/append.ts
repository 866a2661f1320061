// One batch in one transaction. Applying it again, or applying another page's view of the same, changes nothing.
import type { DocumentHash, Execution, ExecutionId } from '../model';
import type { IRecords } from './backend';
import { blobListOf, putBlobs, sweepBlobs } from './blobs';
import { referencesOf } from './contents';
import { putDocument, type DocumentMemory } from './documents';
import { Ledger } from './ledger';
import { mergeHead, mergeRun, shareOf, type MergedHead } from './merge';
import type {
  PreparedBatch,
  PreparedDocument,
  PreparedPayload
} from './prepare';
import type { Account, Manifest, StoredRun } from './records';
import { sweepEnvironment } from './remove';

/** Applies a batch and answers what the database holds afterwards. */
export async function applyBatch(
  records: IRecords,
  batch: PreparedBatch,
  memory: DocumentMemory
): Promise<Account> {
  const [ledger, before] = await Promise.all([
    Ledger.open(records),
    records.get('runs', batch.run.runId)
  ]);
  const { account } = ledger;
  const opening =
    before === undefined ? { ordinal: account.ordinal + 1 } : undefined;
  const run = mergeRun(before ?? adopt(batch, account), batch.run);

  const merged = await mergeHeads(records, batch);
  const counted = putHeads(ledger, merged, run);
  await putPayloads(records, ledger, batch, merged);
  const lastDocumentHash = await putDocuments(records, ledger, {
    documents: [...batch.documents, ...namedAgain(batch, memory)],
    base: run.lastDocumentHash,
    memory
  });
  await putEnvironment(records, ledger, batch);
  ledger.put('runs', { ...counted, lastDocumentHash }, before);
  if (before !== undefined && before.environmentId !== run.environmentId) {
    await sweepEnvironment(records, ledger, before.environmentId);
  }
  return ledger.settle(opening && { ...opening, lastRunId: batch.run.runId });
}

/** A run that is not stored, because it was removed or recorded elsewhere: what comes from now on is kept. */
function adopt(batch: PreparedBatch, account: Account): StoredRun {
  return {
    ...batch.run,
    ordinal: account.ordinal + 1,
    lastDocumentHash: null,
    executionCount: 0,
    failureCount: 0,
    busyMs: 0
  };
}

type Merge = MergedHead & { readonly before: Execution | undefined };

async function mergeHeads(
  records: IRecords,
  batch: PreparedBatch
): Promise<Map<ExecutionId, Merge>> {
  const lost = new Map(
    batch.payloads.map(payload => [payload.executionId, payload.isLost])
  );
  const stored = new Map(
    await Promise.all(
      batch.executions.map(
        async ({ executionId }) =>
          [executionId, await records.get('executions', executionId)] as const
      )
    )
  );
  const merged = new Map<ExecutionId, Merge>();
  for (const execution of inOrderOfStart(batch.executions)) {
    const { executionId } = execution;
    const before = stored.get(executionId);
    const current = merged.get(executionId)?.head ?? before;
    const { head, takesPayload } = mergeHead(current, execution);
    const isLost = takesPayload
      ? (lost.get(executionId) ?? current?.gaps.includes('payload-lost'))
      : current?.gaps.includes('payload-lost');
    merged.set(executionId, {
      before,
      takesPayload,
      head: {
        ...head,
        gaps: [
          ...head.gaps.filter(gap => gap !== 'payload-lost'),
          ...(isLost ? (['payload-lost'] as const) : [])
        ]
      }
    });
  }
  return merged;
}

/** Those with a proposed sequence in its order, then the others as they came. */
function inOrderOfStart(executions: readonly Execution[]): Execution[] {
  const rank = ({ sequence }: Execution) => sequence ?? Infinity;
  return [...executions].sort((a, b) =>
    rank(a) === rank(b) ? 0 : rank(a) - rank(b)
  );
}

/** Numbers the heads that started, and adds all to the run's totals. */
function putHeads(
  ledger: Ledger,
  merged: ReadonlyMap<ExecutionId, Merge>,
  run: StoredRun
): StoredRun {
  let { executionCount, failureCount, busyMs, maskedCount = 0 } = run;
  for (const { before, head: unnumbered } of merged.values()) {
    const startsNow =
      unnumbered.sequence === null && unnumbered.status !== 'queued';
    const head = startsNow
      ? { ...unnumbered, sequence: executionCount + 1 }
      : unnumbered;
    ledger.put('executions', head, before);
    const [is, was] = [shareOf(head), shareOf(before)];
    executionCount += is.executionCount - was.executionCount;
    failureCount += is.failureCount - was.failureCount;
    busyMs += is.busyMs - was.busyMs;
    maskedCount += is.maskedCount - was.maskedCount;
  }
  const totals = { executionCount, failureCount, busyMs };
  return { ...run, ...totals, ...(maskedCount > 0 && { maskedCount }) };
}

async function putPayloads(
  records: IRecords,
  ledger: Ledger,
  batch: PreparedBatch,
  merged: ReadonlyMap<ExecutionId, Merge>
): Promise<void> {
  for (const payload of batch.payloads) {
    const { executionId } = payload;
    const merge = merged.get(executionId);
    const takesPayload = merge
      ? merge.takesPayload
      : await records.has('executions', executionId);
    if (takesPayload) {
      await putPayload(records, ledger, payload);
    }
  }
}

async function putPayload(
  records: IRecords,
  ledger: Ledger,
  payload: PreparedPayload
): Promise<void> {
  const { executionId, blobs } = payload;
  const before = await records.get('manifests', executionId);
  const source = payload.source ?? before?.source ?? null;
  const outputs = payload.outputs ?? before?.outputs ?? null;
  const manifest: Manifest = {
    schemaVersion: 1,
    executionId,
    source,
    outputs,
    omissions: payload.omissions ?? before?.omissions ?? [],
    ...blobListOf([
      ...(source === null ? [] : [source]),
      ...(outputs ?? []).flatMap(referencesOf)
    ])
  };
  await putBlobs(records, ledger, blobs);
  ledger.put('manifests', manifest, before);
  if (before !== undefined) {
    await sweepBlobs(records, ledger, [before]);
  }
}

/** Answers which one was the last. */
async function putDocuments(
  records: IRecords,
  ledger: Ledger,
  options: {
    readonly documents: readonly PreparedDocument[];
    readonly base: DocumentHash | null;
    readonly memory: DocumentMemory;
  }
): Promise<DocumentHash | null> {
  const { documents, memory } = options;
  let { base } = options;
  for (const document of documents) {
    await putDocument(records, ledger, document, { base, memory });
    memory.prepared.set(document.documentHash, document);
    base = document.documentHash;
  }
  return base;
}

/** Documents that heads name and that were handed over earlier: they are stored again should they be gone. */
function namedAgain(
  batch: PreparedBatch,
  memory: DocumentMemory
): readonly PreparedDocument[] {
  const given = new Set(batch.documents.map(document => document.documentHash));
  const named = new Set(batch.executions.map(head => head.documentHash));
  return [...named].flatMap(hash =>
    hash === null || given.has(hash) ? [] : (memory.prepared.get(hash) ?? [])
  );
}

async function putEnvironment(
  records: IRecords,
  ledger: Ledger,
  { environment }: PreparedBatch
): Promise<void> {
  if (
    environment !== null &&
    !(await records.has('environments', environment.environmentId))
  ) {
    ledger.put('environments', environment, undefined);
  }
}

/** Notes in a head that what it points to does not come back. */
export async function markPayloadLost(
  records: IRecords,
  executionId: ExecutionId
): Promise<void> {
  const head = await records.get('executions', executionId);
  if (head !== undefined && !head.gaps.includes('payload-lost')) {
    const ledger = await Ledger.open(records);
    const marked = { ...head, gaps: [...head.gaps, 'payload-lost' as const] };
    ledger.put('executions', marked, head);
    ledger.settle();
  }
}
