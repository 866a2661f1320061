// What exporters are told beside a plan, from the store.
import type { ExportRecord } from '../../exporters';
import type { ScriptPlan } from '../../lineage';
import type { ExecutionId, ExecutionPayload, RunHistory } from '../../model';
import { maskOf, maskOutputs, reportDataOf } from '../../recording';
import type { IRunStore } from '../../tokens';

/** Reads the outputs of a plan's steps, and where its run took place; data files are added when they are wanted. */
export async function readRecord(
  plan: ScriptPlan,
  history: RunHistory,
  {
    store,
    writtenAt
  }: {
    readonly store: Pick<IRunStore, 'context' | 'payload' | 'proofs'>;
    readonly writtenAt: string;
  }
): Promise<ExportRecord> {
  const mask = maskOf();
  const outputs = new Map<ExecutionId, ExecutionPayload>();
  for (const { executionId } of plan.steps) {
    const payload = await store.payload(executionId);
    const shown = payload.outputs && maskOutputs(mask, payload.outputs);
    outputs.set(executionId, { ...payload, outputs: shown });
  }
  const { runId } = history.run;
  const [proof = null] = await store.proofs({ runId });
  return {
    history,
    outputs,
    context: await store.context(runId),
    proof,
    data: new Map(),
    writtenAt,
    reportData: reportDataOf
  };
}
