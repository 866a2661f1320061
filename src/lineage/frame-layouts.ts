// How frames are put together of columns, of what has rows and columns itself, and of tables side by side.
import { areApart, onRows } from './change-layout';
import type { Joiner } from './joiner';
import { entryOf, type Aspect, type Column, type Layout } from './layout';

/** Of what has rows and columns itself. */
export function gridOf(
  joiner: Joiner,
  data: Layout,
  given: {
    readonly rows: Aspect;
    readonly labels: Aspect;
    readonly list: readonly string[] | null;
  }
): Layout {
  const { rows, labels, list } = given;
  const value = joiner.join(data.whole, rows, labels);
  const types = joiner.join(data.form, rows, labels);
  const column = (label: string): Column => ({ label, value, types, rows });
  const told =
    list && areApart(list)
      ? { columns: list.map(column) }
      : { columns: [], rest: column, others: labels };
  return joiner.table({ kind: 'frame', rows, ...told });
}

/** Columns side by side, with the rows of all of them. */
export function frameOf(
  joiner: Joiner,
  columns: readonly Column[],
  given: Aspect | null = null
): Layout {
  const all = columns.map(one => one.rows);
  const rows = joiner.join(...(given ? [given, ...all] : all));
  return joiner.table({
    kind: 'frame',
    rows,
    columns: onRows(joiner, columns, rows)
  });
}

/** What has no name is numbered where nothing but series stands side by side. */
export function besideOf(joiner: Joiner, tables: readonly Layout[]): Layout {
  let unnamed = 0;
  const columns = tables.flatMap(table => {
    const { kind, label, rows } = table;
    if (kind === 'series') {
      const name = label ?? `[${unnamed}]`;
      unnamed += label === null ? 1 : 0;
      return [entryOf(name, () => table)];
    }
    return table.columns.map(({ label: its, value, types }) => ({
      label: its,
      value,
      types,
      rows
    }));
  });
  const isTold =
    tables.every(
      ({ kind, rest }) =>
        kind === 'series' ||
        (kind === 'frame' && rest === null && unnamed === 0)
    ) && areApart(columns.map(({ label }) => label));
  return isTold
    ? frameOf(joiner, columns)
    : joiner.other(joiner.join(...tables.map(({ whole }) => whole)));
}
