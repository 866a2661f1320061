// The analysis of one cell as sorted names.
import type { CellAnalysis, Definition } from '../analysis';
import type { CellId } from '../model';
import { lineAndColumn } from './place';

/** One cell to be analysed. */
export type SourceCell = {
  readonly cellId: CellId;
  /** Among all cells, from 0. */
  readonly index: number;
  readonly source: string;
};

/** What `retrace analyse` says of a cell; names are sorted and unique. */
export type CellFacts = {
  readonly cellId: CellId;
  readonly index: number;
  readonly bindings: readonly string[];
  readonly references: readonly string[];
  readonly updates: readonly string[];
  readonly deletes: readonly string[];
  readonly imports: readonly string[];
  readonly completeness: CellAnalysis['completeness'];
  readonly unanalysed: readonly {
    readonly line: number;
    readonly column: number;
    readonly reason: string;
  }[];
  readonly possibleUpdates: readonly string[];
};

/** Analyses one cell. */
export function factsOf(
  { cellId, index, source }: SourceCell,
  analyse: (source: string) => CellAnalysis
): CellFacts {
  const analysis = analyse(source);
  const { updates } = analysis;
  return {
    cellId,
    index,
    bindings: sorted(analysis.bindings.map(({ name }) => name)),
    references: referencesOf(analysis),
    updates: sorted([
      ...updates
        .filter(({ certainty }) => certainty !== 'possible')
        .map(({ name }) => name),
      ...settingsOf(source, analysis)
    ]),
    deletes: sorted(analysis.deletes),
    imports: sorted(analysis.imports.map(({ module }) => module)),
    completeness: analysis.completeness,
    unanalysed: analysis.unanalysed.map(({ range, reason }) => ({
      ...lineAndColumn(source, range.from),
      reason
    })),
    possibleUpdates: sorted(
      updates
        .filter(({ certainty }) => certainty === 'possible')
        .map(({ name }) => name)
    )
  };
}

/** Names through which a setting of a library is assigned: `plt` in `plt.rcParams["x"] = 1`. */
function settingsOf(
  source: string,
  { effects, references }: CellAnalysis
): string[] {
  const read = new Set(references.map(({ name }) => name));
  return effects
    .filter(({ action }) => action === 'update' || action === 'set')
    .map(({ range }) => source.slice(range.from, range.to))
    .map(target => /^(\w+)[.[](?!.*\)$)/s.exec(target)?.[1] ?? '')
    .filter(name => read.has(name));
}

/** Names that are read now, and those that what the cell defines reads later, unless the cell surely binds them. */
function referencesOf(analysis: CellAnalysis): string[] {
  const { bindings, definitions, references, updates } = analysis;
  const own = new Set(
    bindings.filter(({ isCertain }) => isCertain).map(({ name }) => name)
  );
  const later = definitions.flatMap(namesInBody).filter(name => !own.has(name));
  return sorted([
    ...references.map(({ name }) => name),
    ...updates.map(({ name }) => name),
    ...later
  ]);
}

function namesInBody({ references, updates }: Definition): string[] {
  return [...references, ...updates.map(({ name }) => name)];
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
