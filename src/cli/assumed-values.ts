// Values that a saved notebook shows to have come from where a fresh run does not find them.
import type { CellAnalysis } from '../analysis';
import { analysedBy, earlyReaders, type RanCell } from './assumed-imports';

/** Names that must have had values before the first run that the counts tell of. */
export type AssumedValues = {
  /** Sorted. */
  readonly names: readonly string[];
  /** The cell further down that bound them; null for a cell that is gone. */
  readonly index: number | null;
};

/** Names that services put into a kernel before anybody runs a cell, and builtins of Python 2. */
const INJECTED = new Set(
  (
    'dbutils displayHTML sc spark sqlContext ' +
    'basestring buffer cmp execfile file intern long raw_input reduce reload unichr unicode xrange'
  ).split(' ')
);

/**
 * Names that cells used without an error, which no cell above them binds: a cell further down had bound them, or one that is
 * gone. `ran` are the cells in the order of their last runs, `all` those of the document.
 */
export function assumedValues(
  ran: readonly (RanCell & { readonly hasFailed: boolean })[],
  all: readonly RanCell[],
  analyse: (source: string) => CellAnalysis
): readonly AssumedValues[] {
  const failed = new Set(
    ran.filter(({ hasFailed }) => hasFailed).map(({ index }) => index)
  );
  const document = analysedBy(analyse, all);
  const binders = bindersIn(document);
  const found = new Map<number | null, string[]>();
  for (const [name, readers] of earlyReaders(analysedBy(analyse, ran))) {
    const places = binders.get(name) ?? [];
    const isLacking = (reader: number): boolean =>
      !failed.has(reader) &&
      places.every(place => place > reader) &&
      document.every(
        ({ bindsUnknown, index }) => !bindsUnknown || index > reader
      );
    if (readers.some(isLacking) && !INJECTED.has(name)) {
      const place = places[0] ?? null;
      found.set(place, [...(found.get(place) ?? []), name]);
    }
  }
  return [...found].map(([index, names]) => ({ index, names: names.sort() }));
}

/** The positions of the cells that bind each name. */
function bindersIn(
  document: readonly (RanCell & CellAnalysis)[]
): ReadonlyMap<string, readonly number[]> {
  const binders = new Map<string, number[]>();
  for (const { bindings, index } of document) {
    for (const name of new Set(bindings.map(one => one.name))) {
      binders.set(name, [...(binders.get(name) ?? []), index]);
    }
  }
  return binders;
}
