// What a reader sees who looks at some parts of a value only.
import type { ColumnsSeen, PartsSeen } from '../analysis';
import { columnAt } from './change-layout';
import type { Joiner } from './joiner';
import type { Aspect, Column, Layout } from './layout';

/** On what the size of a column hangs. */
export type SizeOf = (column: Column) => Aspect['sizing'];

/** What the parts hang on that are seen; what `info` lists of columns that are all told shows which values they lack. Null where the value has no such parts, or nobody tells of them. */
export function aspectSeen(
  joiner: Joiner,
  layout: Layout,
  { rows, labels, types, columns }: PartsSeen,
  sizeOf: SizeOf
): Aspect | null {
  const { kind, rest } = layout;
  if (kind === 'other' || kind === 'series') {
    const isTold = columns.length === 0 && (rows || !labels);
    const form = kind === 'series' && !types ? layout.rows : layout.form;
    return isTold ? form : null;
  }
  if (types ? kind !== 'frame' : labels && !rows && kind === 'list') {
    return null;
  }
  if (rows && !labels && !types && columns.length === 0) {
    return layout.rows;
  }
  const aspects: Aspect[] = [];
  if (rows) {
    aspects.push(layout.rows);
  }
  if (labels && kind !== 'list') {
    aspects.push({ ...layout.labels, sizing: [] });
  }
  if (types) {
    const all = rest ? [...layout.columns, rest('')] : layout.columns;
    aspects.push(...all.map(one => ({ ...one.types, sizing: [] })));
  }
  for (const seen of columns) {
    const found = columnsSeen(layout, seen);
    if (!found) {
      return null;
    }
    const isForm = seen.by === 'label' && seen.isForm;
    aspects.push(
      ...found.map(one =>
        isForm ? one.types : { ...one.value, sizing: sizeOf(one) }
      )
    );
  }
  const all = joiner.join(...aspects);
  const isCounted = rows && types && rest === null;
  return isCounted ? { ...all, sizing: all.chances } : all;
}

/** Null where one is not there, or may stand at another place. */
function columnsSeen(
  layout: Layout,
  seen: ColumnsSeen
): readonly Column[] | null {
  const { kind, columns, rest } = layout;
  if (seen.by === 'label') {
    const found = seen.of.flatMap(label => columnAt(layout, label) ?? []);
    return found.length === seen.of.length ? found : null;
  }
  if (kind !== 'frame') {
    return null;
  }
  if (seen.by === 'other') {
    const left = columns.filter(({ label }) => !seen.of.includes(label));
    return rest ? [...left, rest('')] : left;
  }
  if (rest) {
    return null;
  }
  const found = seen.of.flatMap(place => columns[place] ?? []);
  return found.length === seen.of.length ? found : null;
}
