// Tables in markup as grids of texts.
import type { HtmlToken } from './html-tokens';

/** One cell as it is shown, and whether it is a heading. */
export type GridCell = { readonly text: string; readonly isHeading: boolean };

/** Rows of cells; a cell that spans several places is in each of them. */
export type Grid = readonly (readonly GridCell[])[];

/** Larger tables are compared as markup: nobody looks at them cell by cell. */
const CELL_LIMIT = 200_000;

const SPAN_LIMIT = 1000;

type OpenTable = {
  rows: GridCell[][];
  /** Cells that reach down: the rows that are left, by column. */
  reaching: Map<number, { cell: GridCell; rows: number }>;
  cell: {
    text: string;
    isHeading: boolean;
    columns: number;
    rows: number;
  } | null;
};

/** All tables, outermost first met; null when one is too large. */
export function tablesIn(tokens: readonly HtmlToken[]): Grid[] | null {
  const done: Grid[] = [];
  const open: OpenTable[] = [];
  let count = 0;
  for (const token of tokens) {
    const table = open[open.length - 1];
    if (token.kind === 'text') {
      if (table?.cell) {
        table.cell.text +=
          table.cell.text === '' ? token.text : ` ${token.text}`;
      }
      continue;
    }
    switch (token.name) {
      case 'table': {
        const next: OpenTable = { rows: [], reaching: new Map(), cell: null };
        open.push(next);
        done.push(next.rows);
        break;
      }
      case '/table':
        open.pop();
        break;
      case 'tr':
        if (table) {
          endCell(table);
          table.rows.push([]);
        }
        break;
      case 'td':
      case 'th':
        if (table) {
          count += endCell(table);
          table.cell = {
            text: '',
            isHeading: token.name === 'th',
            columns: spanIn(token.attributes, 'colspan'),
            rows: spanIn(token.attributes, 'rowspan')
          };
        }
        break;
      case '/td':
      case '/th':
      case '/tr':
        if (table) {
          count += endCell(table);
        }
        break;
      default:
    }
    if (count > CELL_LIMIT) {
      return null;
    }
  }
  return done;
}

/** Puts the cell that is open where it belongs; gives how many places it took. */
function endCell(table: OpenTable): number {
  const { cell, reaching } = table;
  const row = table.rows[table.rows.length - 1];
  table.cell = null;
  if (!cell || !row) {
    return 0;
  }
  const before = row.length;
  fillFromAbove(row, reaching);
  const shown: GridCell = { text: cell.text, isHeading: cell.isHeading };
  for (let column = 0; column < cell.columns; column += 1) {
    if (cell.rows > 1) {
      reaching.set(row.length, { cell: shown, rows: cell.rows - 1 });
    }
    row.push(shown);
  }
  return row.length - before;
}

function fillFromAbove(row: GridCell[], reaching: OpenTable['reaching']): void {
  for (;;) {
    const above = reaching.get(row.length);
    if (!above) {
      return;
    }
    if (above.rows > 1) {
      reaching.set(row.length, { ...above, rows: above.rows - 1 });
    } else {
      reaching.delete(row.length);
    }
    row.push(above.cell);
  }
}

function spanIn(attributes: readonly string[], name: string): number {
  const found = attributes.find(each => each.startsWith(`${name}="`));
  const span = Number(found?.slice(name.length + 2, -1) ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, SPAN_LIMIT) : 1;
}
