// Two grids, cell by cell.
import type { TableDifference } from '../model';
import type { CompareContext, Comparison } from './comparator';
import { areEqual } from './equal-texts';
import type { Grid } from './html-tables';
import { markupRules } from './rules';
import { quoted } from './words';

/** How many cells are listed. */
const LISTED = 200;

/** The cells that differ; null when none does. */
export function differenceOfTables(
  a: readonly Grid[],
  b: readonly Grid[],
  context: CompareContext
): Comparison | null {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const found = differenceOf(a[index] ?? [], b[index] ?? [], context);
    if (found) {
      return found;
    }
  }
  return null;
}

function differenceOf(
  a: Grid,
  b: Grid,
  context: CompareContext
): Comparison | null {
  const cells: TableDifference[] = [];
  let total = 0;
  for (let row = 0; row < Math.max(a.length, b.length); row += 1) {
    const [one, other] = [a[row] ?? [], b[row] ?? []];
    for (
      let column = 0;
      column < Math.max(one.length, other.length);
      column += 1
    ) {
      const recorded = one[column]?.text ?? null;
      const replayed = other[column]?.text ?? null;
      const isSame =
        recorded === replayed ||
        (recorded !== null &&
          replayed !== null &&
          areEqual(recorded, replayed, markupRules, context));
      if (!isSame) {
        total += 1;
        if (cells.length < LISTED) {
          cells.push({
            row: rowLabel(one.length > 0 ? one : other, row),
            column: columnLabel(a[0]?.length ? a : b, column),
            recorded,
            replayed
          });
        }
      }
    }
  }
  const [first] = cells;
  return first
    ? {
        kind: 'different',
        detail: sentence(first, total),
        difference: { kind: 'table', cells, total }
      }
    : null;
}

function sentence(
  { row, column, recorded, replayed }: TableDifference,
  total: number
): string {
  const place = `Row ${row}, column ${column}: `;
  const what =
    recorded === null
      ? `${quoted(replayed ?? '', '')} is not in the record`
      : replayed === null
        ? `${quoted(recorded, '')} is not in the replay`
        : `${quoted(recorded, replayed)} is ${quoted(replayed, recorded)} now`;
  return `${place}${what}${total > 1 ? `; ${total} cells differ` : ''}.`;
}

function rowLabel(cells: Grid[number], row: number): string {
  const headings = cells.filter(({ isHeading }) => isHeading);
  const isLabelled = headings.length > 0 && headings.length < cells.length;
  const label = headings
    .map(({ text }) => text)
    .join(' / ')
    .slice(0, 80);
  return isLabelled && label !== '' ? label : String(row);
}

function columnLabel(grid: Grid, column: number): string {
  const heading = grid[0]?.[column];
  const label = heading?.isHeading ? heading.text.slice(0, 80) : '';
  return label === '' ? String(column) : label;
}
