// All that the store holds of one notebook, oldest first.
import type {
  ExecutionId,
  ExecutionPayload,
  Proof,
  RunContext,
  RunHistory,
  RunId
} from '../../model';
import {
  maskContext,
  maskHistory,
  maskPayload,
  maskProof,
  type Mask
} from '../../recording';
import type { IRunStore, RunQuery } from '../../tokens';
import { payloadsOf } from './payloads';

/** The runs of a notebook with their outputs. */
export type WholeHistory = {
  readonly runs: readonly RunHistory[];
  readonly outputs: ReadonlyMap<ExecutionId, ExecutionPayload>;
  readonly contexts: ReadonlyMap<RunId, RunContext>;
  readonly proofs: ReadonlyMap<RunId, readonly Proof[]>;
};

/** Reads every run that the query lists, without secrets; one that goes meanwhile is left out. */
export async function readHistory(
  store: Pick<IRunStore, 'list' | 'history' | 'payload' | 'context' | 'proofs'>,
  query: RunQuery,
  mask: Mask
): Promise<WholeHistory> {
  const newestFirst: RunHistory[] = [];
  const outputs = new Map<ExecutionId, ExecutionPayload>();
  const contexts = new Map<RunId, RunContext>();
  const proofs = new Map<RunId, readonly Proof[]>();
  for (let before: RunQuery['before']; ;) {
    const page = await store.list({
      ...query,
      ...(before === undefined ? {} : { before })
    });
    for (const { runId } of page) {
      const history = await store.history(runId);
      const ids = (history?.executions ?? []).map(each => each.executionId);
      for (const [id, payload] of await payloadsOf(ids, store)) {
        outputs.set(id, maskPayload(mask, payload));
      }
      if (history) {
        newestFirst.push(maskHistory(mask, history));
        contexts.set(runId, maskContext(mask, await store.context(runId)));
        const kept = await store.proofs({ runId });
        proofs.set(
          runId,
          kept.map(proof => maskProof(mask, proof))
        );
      }
      before = runId;
    }
    if (page.length === 0) {
      return { runs: newestFirst.reverse(), outputs, contexts, proofs };
    }
  }
}

/** `work/Iris study.ipynb` → `Iris study-history.json`. */
export function historyFileName(notebookPath: string): string {
  const name = notebookPath.slice(notebookPath.lastIndexOf('/') + 1);
  return `${name.replace(/\.ipynb$/i, '')}-history.json`;
}
