// What is stored of a run -> what its facts are made from.
import type {
  DocumentCell,
  DocumentHash,
  Proof,
  RunContext,
  RunHistory,
  RunId
} from '../model';
import type { FactsInput } from './run-facts-input';

/** The part of a run store that is read. */
export type StoredRuns = {
  history(runId: RunId): Promise<RunHistory | null>;
  context(runId: RunId): Promise<RunContext>;
  proofs(query: { readonly runId: RunId }): Promise<readonly Proof[]>;
  document(hash: DocumentHash): Promise<readonly DocumentCell[] | null>;
};

/** Everything but a reader of the language and what only outputs tell. */
export type StoredFacts = Omit<FactsInput, 'analyse' | 'outputs'>;

/** Null when the run is gone. */
export async function storedFacts(
  store: StoredRuns,
  runId: RunId
): Promise<StoredFacts | null> {
  const history = await store.history(runId);
  if (!history) {
    return null;
  }
  const [context, proofs, document] = await Promise.all([
    store.context(runId),
    store.proofs({ runId }),
    lastDocument(store, history)
  ]);
  return { history, context, proofs, document };
}

/** As it was when the last cell was sent; other clients' code has none. */
async function lastDocument(
  store: StoredRuns,
  { executions }: RunHistory
): Promise<readonly DocumentCell[] | null> {
  const hashes = executions.flatMap(({ documentHash }) => documentHash ?? []);
  const last = hashes[hashes.length - 1];
  return last === undefined ? null : store.document(last);
}
