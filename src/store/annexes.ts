// What belongs to a run beside its executions: its context, and the proofs of its replays. It goes with its run. Proofs
// of notebooks of which no run was recorded belong to the path alone.
import {
  emptyContext,
  noRunId,
  type Proof,
  type RunContext,
  type RunId
} from '../model';
import type { ProofQuery } from '../tokens';
import type { IBackend, IRecords } from './backend';
import { putBlobs, sweepBlobs } from './blobs';
import type { PreparedBlob } from './contents';
import { attachTexts, detachTexts } from './detached-texts';
import type { BytesHasher } from './hashing';
import { Ledger } from './ledger';
import { readBlobs, type Reading } from './read';
import type { Account, StoredContext, StoredProof } from './records';
import { lostContextSentence } from './sentences';

/** A record with the blobs that it names. */
export type PreparedAnnex =
  | {
      readonly store: 'contexts';
      readonly record: StoredContext;
      readonly blobs: readonly PreparedBlob[];
    }
  | {
      readonly store: 'proofs';
      readonly record: StoredProof;
      readonly blobs: readonly PreparedBlob[];
    };

/** A context ready to be stored. */
export async function prepareContext(
  context: RunContext,
  hash: BytesHasher
): Promise<PreparedAnnex> {
  const { detached, blobs } = await detachTexts(context, hash);
  return {
    store: 'contexts',
    record: { runId: context.runId, ...detached },
    blobs
  };
}

/** A proof ready to be stored. One whose outputs are no JSON keeps its verdicts without them. */
export async function prepareProof(
  proof: Proof,
  hash: BytesHasher
): Promise<PreparedAnnex> {
  const { finishedAt, notebookPath, proofId, runId } = proof;
  const { detached, blobs } = await detachTexts(proof, hash).catch(
    (error: unknown) => {
      if (error instanceof RangeError || error instanceof TypeError) {
        return detachTexts(withoutOutputs(proof), hash);
      }
      throw error;
    }
  );
  return {
    store: 'proofs',
    record: { proofId, runId, notebookPath, finishedAt, ...detached },
    blobs
  };
}

/** Inserts or replaces. What belongs to a run that is gone, or is going, is not kept; what belongs to none is. */
export async function putAnnex(
  records: IRecords,
  { blobs, record, store }: PreparedAnnex
): Promise<Account> {
  const ledger = await Ledger.open(records);
  const isAlone = store === 'proofs' && record.runId === noRunId;
  const run = await records.get('runs', record.runId);
  if (!isAlone && (run === undefined || run.removing !== undefined)) {
    return ledger.account;
  }
  await putBlobs(records, ledger, blobs);
  if (store === 'contexts') {
    const before = await records.get(store, record.runId);
    ledger.put(store, record, before);
    await sweepBlobs(records, ledger, before === undefined ? [] : [before]);
  } else {
    const before = await records.get(store, record.proofId);
    // The path is the run's, which may have moved since the replay began.
    const { notebookPath } = run ?? record;
    ledger.put(store, { ...record, notebookPath }, before);
    await sweepBlobs(records, ledger, before === undefined ? [] : [before]);
  }
  return ledger.settle();
}

/** The context of a run; an empty one where none was stored. */
export async function readContext(
  reading: Reading,
  runId: RunId
): Promise<RunContext> {
  const stored = await reading.backend.read(records =>
    records.get('contexts', runId)
  );
  if (stored === undefined) {
    return emptyContext(runId);
  }
  const value = attachTexts(
    stored,
    await readBlobs(reading, stored.blobHashes)
  );
  return value === null
    ? {
        ...emptyContext(runId),
        unknown: { git: lostContextSentence, modules: lostContextSentence }
      }
    : (value as RunContext);
}

/** Newest first, by the time at which they finished; one that is damaged is left out. */
export async function readProofs(
  reading: Reading,
  query: ProofQuery
): Promise<readonly Proof[]> {
  const stored = await reading.backend.read(records =>
    'runId' in query
      ? records.all('proofs', { index: 'runId', only: query.runId })
      : records.all('proofs', {
          index: 'notebookPath',
          only: query.notebookPath
        })
  );
  const blobs = await readBlobs(
    reading,
    stored.flatMap(record => record.blobHashes)
  );
  return [...stored]
    .sort((a, b) => (a.finishedAt < b.finishedAt ? 1 : -1))
    .flatMap(record => {
      const value = attachTexts(record, blobs) as Proof | null;
      const { notebookPath } = record;
      return value === null ? [] : [{ ...value, notebookPath }];
    });
}

/** Removes proofs by their ids. Answers whose they were. */
export async function removeProofRecords(
  records: IRecords,
  proofIds: readonly string[]
): Promise<{ readonly account: Account; readonly runIds: readonly RunId[] }> {
  const ledger = await Ledger.open(records);
  const found = await Promise.all(
    [...new Set(proofIds)].map(id => records.get('proofs', id))
  );
  const proofs = found.flatMap(proof => proof ?? []);
  proofs.forEach(proof => ledger.remove('proofs', proof));
  await sweepBlobs(records, ledger, proofs);
  return {
    account: ledger.settle(),
    runIds: [...new Set(proofs.map(proof => proof.runId))]
  };
}

/** Removes what belongs to a run. */
export async function removeAnnexes(
  records: IRecords,
  ledger: Ledger,
  runId: RunId
): Promise<void> {
  const [context, proofs] = await Promise.all([
    records.get('contexts', runId),
    records.all('proofs', { index: 'runId', only: runId })
  ]);
  if (context !== undefined) {
    ledger.remove('contexts', context);
  }
  proofs.forEach(proof => ledger.remove('proofs', proof));
  await sweepBlobs(records, ledger, [
    ...proofs,
    ...(context === undefined ? [] : [context])
  ]);
}

/** Removes the proofs that belong to no run. Answers whether there were any. */
export async function removeLoneProofs(backend: IBackend): Promise<boolean> {
  const lone = await backend.read(records =>
    records.all('proofs', { index: 'runId', only: noRunId })
  );
  if (lone.length > 0) {
    const proofIds = lone.map(({ proofId }) => proofId);
    await backend.write('relaxed', records =>
      removeProofRecords(records, proofIds)
    );
  }
  return lone.length > 0;
}

/** Lets the proofs that belong to no run follow a file, or all files under a folder. Answers whether there were any. */
export async function moveLoneProofs(
  records: IRecords,
  ledger: Ledger,
  { newPath, oldPath }: { oldPath: string; newPath: string }
): Promise<boolean> {
  const lone = await records.all('proofs', { index: 'runId', only: noRunId });
  const moved = lone.filter(
    ({ notebookPath }) =>
      notebookPath === oldPath || notebookPath.startsWith(`${oldPath}/`)
  );
  for (const proof of moved) {
    const notebookPath = newPath + proof.notebookPath.slice(oldPath.length);
    ledger.put('proofs', { ...proof, notebookPath }, proof);
  }
  return moved.length > 0;
}

/** Lets the proofs of a run follow its notebook. */
export async function moveProofs(
  records: IRecords,
  ledger: Ledger,
  { notebookPath, runId }: { notebookPath: string; runId: RunId }
): Promise<void> {
  const proofs = await records.all('proofs', { index: 'runId', only: runId });
  for (const proof of proofs) {
    ledger.put('proofs', { ...proof, notebookPath }, proof);
  }
}

function withoutOutputs(proof: Proof): Proof {
  return {
    ...proof,
    outcomes: proof.outcomes.map(outcome => ({
      ...outcome,
      outputs: outcome.outputs.map(output => ({
        ...output,
        recorded: null,
        replayed: null
      }))
    }))
  };
}
