// Where in a cell a finding points.
import type { CellAnalysis } from '../analysis';
import type { CauseKind } from '../lineage';

/** A place in a document. */
export type Place = {
  /** Of the cell, among all cells, from 0. */
  readonly index: number;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
};

/** What a finding points at. */
export type Pointed = {
  /** Names, or ambient state as `@random`. */
  readonly names: readonly string[];
  readonly cause: CauseKind;
};

/** Ambient state that causes speak of without a name. */
const STATES: { readonly [kind in CauseKind]?: readonly string[] } = {
  unseeded: ['@random', '@entropy'],
  clock: ['@clock'],
  network: ['@network'],
  directory: ['@directory']
};

/** The first mention of what the finding speaks of in a cell's source; the start of the cell where there is none. */
export function placeOf(
  source: string,
  index: number,
  { cause, names }: Pointed,
  analyse: ((source: string) => CellAnalysis) | undefined
): Place {
  const wanted = new Set([...names, ...(STATES[cause] ?? [])]);
  const start = { index, line: 1, column: 1 };
  if (!analyse || wanted.size === 0) {
    return start;
  }
  const { effects, references, updates } = analyse(source);
  const states = effects.map(({ range, state }) => ({
    name: `@${state}`,
    range
  }));
  const offsets = [...references, ...updates, ...states]
    .filter(({ name }) => wanted.has(name))
    .map(({ range }) => range.from);
  return offsets.length > 0
    ? { index, ...lineAndColumn(source, Math.min(...offsets)) }
    : start;
}

/** Line and column, from 1, of an offset. */
export function lineAndColumn(
  source: string,
  offset: number
): { readonly line: number; readonly column: number } {
  const before = source.slice(0, offset).split(/\r\n|\r|\n/);
  const last = before[before.length - 1] ?? '';
  return { line: before.length, column: last.length + 1 };
}
