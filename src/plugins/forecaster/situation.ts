// What a dismissal of a finding hangs on: the document, and what ran.
import type { Situation } from '../../hazards';
import type { Forecast } from '../../lineage';
import type { PresentCell, RunHistory } from '../../model';

/** The situation of all findings of one forecast. */
export function situationOf(
  document: readonly PresentCell[],
  { cells }: Forecast,
  runs: readonly RunHistory[]
): Situation {
  const sources = new Map(document.map(each => [each.cellId, each.source]));
  const shown = new Map(cells.map(each => [each.cellId, each.executionId]));
  const hashes = new Map(
    runs.flatMap(({ executions }) =>
      executions.map(each => [each.executionId, each.sourceHash] as const)
    )
  );
  return {
    source: cellId => sources.get(cellId)?.trim() ?? null,
    ran: executionId => hashes.get(executionId) ?? null,
    shownBy: cellId => shown.get(cellId) ?? null
  };
}
