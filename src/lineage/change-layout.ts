// What becomes of a value's parts where one thing of it is changed.
import type { Changed } from '../analysis';
import type { Joiner } from './joiner';
import { entryOf, type Aspect, type Column, type Layout } from './layout';

/** What a change has to do with, laid out. */
export type Laid = {
  readonly table: Layout;
  /** Tells of an entry, of rows or of labels that are given; of the table itself for changes that give none. */
  readonly given: () => Layout;
};

/** The parts of a table after a change. */
export function changeLayout(
  joiner: Joiner,
  change: Changed,
  { table, given }: Laid
): Layout {
  const untold = (): Layout =>
    joiner.other(joiner.join(table.whole, given().whole));
  switch (change.kind) {
    case 'with':
      return withEntry(joiner, change, table, given);
    case 'renamed':
      return (
        relabelled(
          joiner,
          table,
          table.columns.map(({ label }) => change.names.get(label) ?? label)
        ) ?? untold()
      );
    case 'relabelled':
      return relabelled(joiner, table, change.labels.list) ?? untold();
    case 'reindexed':
      return reindexed(joiner, table, given().whole) ?? untold();
    case 'column':
      return columnOf(joiner, table, change.label);
    case 'columns':
      return columnsOf(joiner, table, change) ?? untold();
  }
}

/** The column of that label; undefined where there is none. */
export function columnAt(
  { columns, rest }: Layout,
  label: string
): Column | undefined {
  return columns.find(one => one.label === label) ?? rest?.(label);
}

function withEntry(
  joiner: Joiner,
  change: Extract<Changed, { kind: 'with' }>,
  table: Layout,
  given: () => Layout
): Layout {
  const { kind, columns, rest } = table;
  const { label } = change.entry;
  const place = columns.findIndex(one => one.label === label);
  if (kind === 'frame') {
    const isLost = change.isAttribute && place < 0 && rest === null;
    return isLost ? table : withColumn(joiner, change, table, given());
  }
  if (change.isInside) {
    return joiner.other(joiner.join(table.whole, given().whole));
  }
  if (kind === 'dict') {
    const all = placed(columns, entryOf(label, given), null);
    return joiner.table({ kind, rows: null, columns: all, before: table });
  }
  const value = given();
  const key = joiner.ofText(label);
  const whole = joiner.join(table.whole, key, value.whole);
  const form = joiner.join(table.form, key, value.form);
  if (kind === 'series') {
    const rows = joiner.join(table.rows, key);
    return joiner.series({ values: whole, form, rows, label: table.label });
  }
  const entry = { label, value: value.whole, types: form, rows: value.rows };
  const all = placed(columns, entry, null);
  return { ...joiner.other(whole, form), columns: all, rest };
}

function withColumn(
  joiner: Joiner,
  { entry: { label }, at, isInside }: Extract<Changed, { kind: 'with' }>,
  table: Layout,
  value: Layout
): Layout {
  const { rest } = table;
  const mayBeEmpty = table.mayBeEmpty && !isInside;
  const rows = mayBeEmpty ? joiner.join(table.rows, value.rows) : table.rows;
  const isGrown = mayBeEmpty && rest === null;
  const columns = isGrown ? onRows(joiner, table.columns, rows) : table.columns;
  const column = {
    label,
    value: joiner.join(value.whole, rows),
    types: joiner.join(value.form, value.rows, rows),
    rows
  };
  return joiner.table({
    kind: 'frame',
    rows,
    columns: placed(columns, column, at),
    rest,
    others: table.others
  });
}

/** Columns that get other rows, on which their values hang as well. */
export function onRows(
  joiner: Joiner,
  columns: readonly Column[],
  rows: Aspect
): readonly Column[] {
  return columns.map(({ label, value, types }) => ({
    label,
    value: joiner.join(value, rows),
    types: joiner.join(types, rows),
    rows
  }));
}

/** With one more, or in the place of the one of that label. */
function placed(
  columns: readonly Column[],
  column: Column,
  at: number | null
): readonly Column[] {
  const place = columns.findIndex(one => one.label === column.label);
  if (place < 0 && at === null) {
    return [...columns, column];
  }
  const copy = columns.slice();
  if (place < 0) {
    copy.splice(at ?? 0, 0, column);
  } else {
    copy[place] = column;
  }
  return copy;
}

/** With other labels for all of its columns, in their order. */
function relabelled(
  joiner: Joiner,
  table: Layout,
  labels: readonly string[] | null
): Layout | null {
  const { columns, rest, kind, rows } = table;
  const isClear =
    kind === 'frame' &&
    rest === null &&
    labels?.length === columns.length &&
    areApart(labels);
  return isClear
    ? joiner.table({
        kind,
        rows,
        columns: columns.map(({ value, types, rows: its }, at) => ({
          label: labels[at] ?? '',
          value,
          types,
          rows: its
        }))
      })
    : null;
}

function reindexed(joiner: Joiner, table: Layout, rows: Aspect): Layout | null {
  const { kind, columns, rest, whole, form, label } = table;
  if (kind === 'series') {
    return joiner.series({ values: whole, form, rows, label });
  }
  return kind === 'frame'
    ? joiner.table({
        kind,
        rows,
        columns: onRows(joiner, columns, rows),
        rest,
        others: table.others
      })
    : null;
}

function columnOf(joiner: Joiner, table: Layout, label: string): Layout {
  const { kind, rows } = table;
  const column = kind === 'series' ? undefined : columnAt(table, label);
  if (!column) {
    return joiner.other(table.whole);
  }
  const { value, types } = column;
  return kind === 'frame'
    ? joiner.series({ values: value, form: types, rows, label })
    : { ...joiner.other(value, types), rows: column.rows };
}

function columnsOf(
  joiner: Joiner,
  table: Layout,
  { labels, isWithout }: Extract<Changed, { kind: 'columns' }>
): Layout | null {
  const { kind } = table;
  if (kind !== 'frame' && !(kind === 'dict' && isWithout)) {
    return null;
  }
  const rows = kind === 'dict' ? null : table.rows;
  if (isWithout) {
    const columns = table.columns.filter(one => !labels.includes(one.label));
    return joiner.table({
      kind,
      rows,
      columns,
      ...othersWithout(joiner, table, labels)
    });
  }
  const columns = labels.flatMap(label => columnAt(table, label) ?? []);
  return columns.length === labels.length
    ? joiner.table({ kind, rows, columns })
    : null;
}

/** What nobody tells of a table, without some of it: whoever asks for these meets that they are not there. */
function othersWithout(
  joiner: Joiner,
  { rest, others }: Layout,
  labels: readonly string[]
): Pick<Layout, 'rest' | 'others'> {
  if (!rest || !others) {
    return { rest, others };
  }
  const lacked = joiner.ofText(`without ${[...labels].sort().join(' ')}`);
  const none = joiner.ofText('no such column');
  return {
    others: joiner.join(others, lacked),
    rest: label =>
      labels.includes(label)
        ? { label, value: none, types: none, rows: none }
        : rest(label)
  };
}

/** True where no two are the same. */
export function areApart(labels: readonly string[]): boolean {
  return new Set(labels).size === labels.length;
}
