// Words of the findings list.
import type { Finding } from '../../hazards';
import { assertNever, type CellId } from '../../model';
import type { IPanelHost } from '../host';

/** `cell 3`, or that it is gone. */
export function cellName(
  cellId: CellId,
  cells: ReadonlyMap<CellId, number>,
  { locale: { translator } }: IPanelHost
): string {
  const index = cells.get(cellId);
  return index === undefined
    ? translator.__('deleted cell')
    : translator.__('cell %1', index + 1);
}

/** What a finding's icon stands for. */
export function severityText(
  { severity }: Finding,
  { locale: { translator } }: IPanelHost
): string {
  switch (severity) {
    case 'fails':
      return translator.__('Would fail');
    case 'differs':
      return translator.__('Would differ');
    case 'risk':
      return translator.__('At risk');
    default:
      return assertNever(severity);
  }
}
