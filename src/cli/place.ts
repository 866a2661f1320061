// Where in a cell a finding points.
import type { CellAnalysis, Range } from '../analysis';

/** A place in a document. */
export type Place = {
  /** Of the cell, among all cells, from 0. */
  readonly index: number;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
};

/** The first mention of one of the names that the cell reads or changes; the start of the cell where there is none. */
export function placeOf(
  source: string,
  index: number,
  names: readonly string[],
  analyse: ((source: string) => CellAnalysis) | undefined
): Place {
  const wanted = new Set(names);
  const start = { index, line: 1, column: 1 };
  if (!analyse || wanted.size === 0) {
    return start;
  }
  const { references, updates } = analyse(source);
  const ranges = [...references, ...updates]
    .filter(({ name }) => wanted.has(name))
    .map(({ range }: { readonly range: Range }) => range.from);
  return ranges.length > 0
    ? { index, ...lineAndColumn(source, Math.min(...ranges)) }
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
