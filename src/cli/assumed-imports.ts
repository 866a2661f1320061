// Imports that a saved notebook shows to have run earlier than its counts tell.
import type { CellAnalysis } from '../analysis';

/** A cell in the order in which cells last ran. */
export type RanCell = {
  readonly source: string;
  /** Its position in the document. */
  readonly index: number;
};

/** Import statements, and the position of each cell that they come from. */
export type AssumedImports = {
  readonly statements: readonly string[];
  readonly cells: readonly number[];
};

/**
 * The import statements of cells that ran again at the end of the session: cells below them used the names before, and
 * nothing else is there that could have bound them. A module is the same module whenever it is imported.
 */
export function assumedImports(
  ran: readonly RanCell[],
  analyse: (source: string) => CellAnalysis
): AssumedImports {
  const analysed = analysedBy(analyse, ran);
  const early = earlyReaders(analysed);
  const statements = new Set<string>();
  const cells = new Set<number>();
  for (const { bindings, imports, index, source } of analysed) {
    for (const { isCertain, kind, name, range } of bindings) {
      const readers = early.get(name);
      const statement = imports.find(
        one => one.range.from <= range.from && range.to <= one.range.to
      );
      const isImport = kind === 'import' || kind === 'from-import';
      if (
        isCertain &&
        isImport &&
        statement &&
        readers?.every(reader => reader > index)
      ) {
        statements.add(source.slice(statement.range.from, statement.range.to));
        cells.add(index);
      }
    }
  }
  return {
    statements: [...statements],
    cells: [...cells].sort((a, b) => a - b)
  };
}

/** Cells with their analyses. */
export function analysedBy<Cell extends RanCell>(
  analyse: (source: string) => CellAnalysis,
  cells: readonly Cell[]
): readonly (Cell & CellAnalysis)[] {
  return cells.map(cell => ({ ...cell, ...analyse(cell.source) }));
}

/** Names that cells read before any cell had bound them, with the positions of those cells. */
export function earlyReaders(
  ran: readonly (RanCell & CellAnalysis)[]
): ReadonlyMap<string, readonly number[]> {
  const early = new Map<string, number[]>();
  const bound = new Set<string>();
  for (const { bindings, definitions, index, references, updates } of ran) {
    const names = [
      ...references.map(({ name }) => name),
      ...updates.map(({ name }) => name),
      ...definitions.flatMap(one => one.references)
    ];
    const own = new Set(bindings.map(({ name }) => name));
    const isRead = new Set(references.map(({ name }) => name));
    for (const name of new Set(names)) {
      if (!bound.has(name) && (isRead.has(name) || !own.has(name))) {
        early.set(name, [...(early.get(name) ?? []), index]);
      }
    }
    own.forEach(name => bound.add(name));
  }
  return early;
}
