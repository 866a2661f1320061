// Which executions carry a flag, and how many findings are told.
import { dismissedCells } from '../../hazards';
import type { ExecutionId } from '../../model';
import type { NotebookForecast } from '../../tokens';
import { flagOf, type Flag } from './rows';

/** What merely puts an output at risk raises no flag. */
export function flagCountOf({ findings }: NotebookForecast): number {
  return findings.filter(({ severity }) => severity !== 'risk').length;
}

/** Dismissed findings raise no flag. */
export function flagsOf({
  cells,
  dismissed,
  findings
}: NotebookForecast): ReadonlyMap<ExecutionId, Flag> {
  const silenced = dismissedCells(cells, findings, dismissed);
  const flags = new Map<ExecutionId, Flag>();
  for (const { cellId, executionId, verdict } of cells) {
    const flag = silenced.has(cellId) ? null : flagOf(verdict);
    if (executionId && flag) {
      flags.set(executionId, flag);
    }
  }
  return flags;
}
