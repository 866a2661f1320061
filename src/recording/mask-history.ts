// Takes secrets out of a record that was kept before they were looked for, or that somebody else wrote.
import type { Json, Output, RunHistory } from '../model';
import { maskJson, type Mask } from './mask';

/** A run whose sources and first lines hold no secret; hashes stay those of what was recorded. */
export function maskHistory(mask: Mask, history: RunHistory): RunHistory {
  return {
    ...history,
    sources: new Map(
      [...history.sources].map(([hash, source]) => [hash, mask(source)])
    ),
    executions: history.executions.map(execution => ({
      ...execution,
      firstLine: mask(execution.firstLine),
      error: execution.error && {
        ...execution.error,
        evalue: mask(execution.error.evalue)
      }
    }))
  };
}

/** Outputs without secrets in their texts. */
export function maskOutputs(
  mask: Mask,
  outputs: readonly Output[]
): readonly Output[] {
  return maskJson(mask, outputs as Json) as readonly Output[];
}
