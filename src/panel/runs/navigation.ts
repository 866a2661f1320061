// Where the arrow keys lead in the tree of runs, executions and details.
import type { Row } from './rows';

/** What a key asks for. */
export type Move =
  /** Puts the focus on a row. */
  | { readonly kind: 'focus'; readonly key: string }
  /** Opens or folds a row. */
  | { readonly kind: 'toggle'; readonly row: Row }
  /** Does what the row itself is for: enters a detail, lists older runs. */
  | { readonly kind: 'enter'; readonly row: Row };

/** What a key does on a row; null for keys that mean nothing here. */
export function moveFor(
  key: string,
  rows: readonly Row[],
  focusKey: string
): Move | null {
  const index = rows.findIndex(row => row.key === focusKey);
  const row = rows[index];
  if (!row) {
    return null;
  }
  switch (key) {
    case 'ArrowDown':
      return to(rows[index + 1]);
    case 'ArrowUp':
      return to(rows[index - 1]);
    case 'Home':
      return to(rows[0]);
    case 'End':
      return to(rows[rows.length - 1]);
    case 'ArrowRight':
      return right(rows, index, row);
    case 'ArrowLeft':
      return isOpen(row) ? { kind: 'toggle', row } : up(row);
    case 'Enter':
    case ' ':
      return isFoldable(row) ? { kind: 'toggle', row } : { kind: 'enter', row };
    case 'Escape':
      return row.kind === 'detail' ? up(row) : null;
    default:
      return null;
  }
}

/** True for rows that open and fold. */
export function isFoldable(row: Row): boolean {
  return row.kind === 'run' || row.kind === 'execution';
}

function isOpen(row: Row): boolean {
  return (row.kind === 'run' || row.kind === 'execution') && row.isExpanded;
}

function right(rows: readonly Row[], index: number, row: Row): Move | null {
  if (isOpen(row)) {
    return to(rows[index + 1]);
  }
  return isFoldable(row) ? { kind: 'toggle', row } : null;
}

function up(row: Row): Move | null {
  return row.parentKey === null ? null : { kind: 'focus', key: row.parentKey };
}

function to(row: Row | undefined): Move | null {
  return row ? { kind: 'focus', key: row.key } : null;
}

/** The row that takes the focus when the one that had it is gone: the one in its place, or the last. */
export function successorKey(
  rows: readonly Row[],
  formerIndex: number
): string | null {
  const index = Math.min(Math.max(0, formerIndex), rows.length - 1);
  return rows[index]?.key ?? null;
}
