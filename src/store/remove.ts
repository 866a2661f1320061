// Removing runs: marked first, then taken out in steps that each leave the database whole.
import {
  noRunId,
  type DocumentHash,
  type EnvironmentId,
  type RunId
} from '../model';
import { removeAnnexes, removeLoneProofs } from './annexes';
import type { IBackend, IRecords } from './backend';
import { sweepBlobs } from './blobs';
import { sweepDocument } from './documents';
import { faultOf } from './faults';
import { emptyAccount, Ledger, readAccount } from './ledger';
import { keysOfRun, storeNames, type Account, type StoredRun } from './records';

/** Records of one kind in one transaction, so that no page waits long for its turn. */
const stepSize = 250;

/** Removes runs with all that only they need. A page that goes away in the middle leaves marks to go on from. */
export async function removeRuns(
  backend: IBackend,
  runIds: readonly RunId[]
): Promise<void> {
  await backend.write('relaxed', records => markRuns(records, runIds));
  for (const runId of runIds) {
    let isDone = false;
    while (!isDone) {
      isDone = await backend.write('relaxed', records =>
        removeStep(records, runId)
      );
    }
  }
}

/** Goes on with removals that a page did not finish. */
export async function resumeRemovals(backend: IBackend): Promise<void> {
  const marked = await backend.read(records =>
    records.all('runs', { index: 'removing', only: 1 })
  );
  if (marked.length === 0) {
    return;
  }
  const runIds = marked.map(run => run.runId);
  try {
    await removeRuns(backend, runIds);
  } catch (error) {
    // A full disk may refuse even that; the marks stay for another time.
    if (faultOf(error) !== 'full') {
      throw error;
    }
  }
}

/** Takes everything out at once. The database keeps its name, so that its absence is not mistaken for a loss. */
export async function clearRecords(records: IRecords): Promise<Account> {
  const { databaseId, ordinal, removals } = await readAccount(records);
  storeNames.forEach(store => records.clear(store));
  const account: Account = {
    ...emptyAccount(databaseId),
    ordinal,
    removals: removals + 1
  };
  records.put('meta', account);
  return account;
}

/** What pruning came to. */
export type Pruned = {
  /** Of what went; `noRunId` among them where proofs of no run did. Empty where nothing may go. */
  readonly runIds: readonly RunId[];
  /** What is held afterwards. */
  readonly account: Account;
};

/**
 * Removes the oldest runs that are closed and not pinned until no more than `targetBytes` are held, or none is left; then
 * proofs of no run.
 */
export async function pruneRuns(
  backend: IBackend,
  targetBytes: number
): Promise<Pruned> {
  const removed: RunId[] = [];
  let after = 0;
  for (;;) {
    const { account, next } = await backend.read(async records => {
      const account = await readAccount(records);
      const next =
        account.bytes > targetBytes ? await oldestAfter(records, after) : null;
      return { account, next };
    });
    if (next === null) {
      return { runIds: removed, account };
    }
    if (next === undefined) {
      return (await removeLoneProofs(backend))
        ? {
            runIds: [...removed, noRunId],
            account: await backend.read(readAccount)
          }
        : { runIds: removed, account };
    }
    await removeRuns(backend, [next.runId]);
    after = next.ordinal;
    removed.push(next.runId);
  }
}

async function oldestAfter(
  records: IRecords,
  ordinal: number
): Promise<StoredRun | undefined> {
  let from = ordinal + 1;
  for (;;) {
    const page = await records.all('runs', {
      index: 'ordinal',
      from,
      limit: 50
    });
    const hit = page.find(run => run.end !== null && !run.isPinned);
    const last = page[page.length - 1];
    if (hit !== undefined || last === undefined) {
      return hit;
    }
    from = last.ordinal + 1;
  }
}

async function markRuns(
  records: IRecords,
  runIds: readonly RunId[]
): Promise<void> {
  const ledger = await Ledger.open(records);
  const runs = await Promise.all(runIds.map(id => records.get('runs', id)));
  for (const run of runs) {
    if (run !== undefined && run.removing === undefined) {
      ledger.put('runs', { ...run, removing: 1 }, run);
    }
  }
  ledger.settle({ removals: ledger.account.removals + 1 });
}

/** Answers true when nothing of the run is left. */
async function removeStep(records: IRecords, runId: RunId): Promise<boolean> {
  const ledger = await Ledger.open(records);
  const heads = await records.all('executions', {
    ...keysOfRun(runId),
    limit: stepSize
  });
  const manifests = await Promise.all(
    heads.map(head => records.get('manifests', head.executionId))
  );
  const present = manifests.flatMap(manifest => manifest ?? []);
  heads.forEach(head => ledger.remove('executions', head));
  present.forEach(manifest => ledger.remove('manifests', manifest));
  await sweepBlobs(records, ledger, present);
  const documents = new Set<DocumentHash>();
  heads.forEach(head => head.documentHash && documents.add(head.documentHash));
  for (const hash of documents) {
    await sweepDocument(records, ledger, hash);
  }
  const isDone = heads.length < stepSize;
  if (isDone) {
    await removeRunRecord(records, ledger, runId);
  }
  ledger.settle();
  return isDone;
}

async function removeRunRecord(
  records: IRecords,
  ledger: Ledger,
  runId: RunId
): Promise<void> {
  const run = await records.get('runs', runId);
  if (run === undefined) {
    return;
  }
  ledger.remove('runs', run);
  await removeAnnexes(records, ledger, runId);
  if (run.lastDocumentHash !== null) {
    await sweepDocument(records, ledger, run.lastDocumentHash);
  }
  await sweepEnvironment(records, ledger, run.environmentId);
}

/** Removes an environment that no run names any more. */
export async function sweepEnvironment(
  records: IRecords,
  ledger: Ledger,
  environmentId: EnvironmentId | null
): Promise<void> {
  if (environmentId === null) {
    return;
  }
  const [environment, others] = await Promise.all([
    records.get('environments', environmentId),
    records.count('runs', { index: 'environmentId', only: environmentId })
  ]);
  if (environment !== undefined && others === 0) {
    ledger.remove('environments', environment);
  }
}
