// What exporters are told beside a plan, from the store.
import type { ExportRecord } from '../../exporters';
import type { ScriptPlan } from '../../lineage';
import type { RunHistory } from '../../model';
import {
  maskContext,
  maskPayload,
  maskProof,
  reportDataOf,
  type Mask
} from '../../recording';
import type { IRunStore } from '../../tokens';
import { payloadsOf } from './payloads';

/** Reads the outputs of a plan's steps, and where its run took place, without secrets; data files are added when they are wanted. */
export async function readRecord(
  plan: ScriptPlan,
  history: RunHistory,
  {
    mask,
    store,
    writtenAt
  }: {
    readonly mask: Mask;
    readonly store: Pick<IRunStore, 'context' | 'payload' | 'proofs'>;
    readonly writtenAt: string;
  }
): Promise<ExportRecord> {
  const ids = plan.steps.map(({ executionId }) => executionId);
  const outputs = new Map(
    [...(await payloadsOf(ids, store))].map(([id, payload]) => [
      id,
      maskPayload(mask, payload)
    ])
  );
  const { runId } = history.run;
  const [proof = null] = await store.proofs({ runId });
  return {
    history,
    outputs,
    context: maskContext(mask, await store.context(runId)),
    proof: proof && maskProof(mask, proof),
    data: new Map(),
    writtenAt,
    reportData: reportDataOf
  };
}
