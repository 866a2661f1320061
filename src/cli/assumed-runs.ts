// What a saved notebook shows to have run without keeping its count.
import { analyseNothing, type CellAnalysis } from '../analysis';
import { languageOf } from '../languages';
import { asCellId, asRunId, executionIdOf, type CellId } from '../model';
import { assumedImports } from './assumed-imports';
import { assumedValues } from './assumed-values';
import type { NotebookCell, NotebookFile } from './notebook-file';
import type { ReportedExecution } from './run-history';
import { errorIn } from './saved-errors';

/** The one run that a saved notebook tells of. */
export const SAVED_RUN = asRunId('saved');

/** Stands for the cells that are gone. */
const GONE = asCellId('a cell that is gone');

/** A cell that shows a count, with its place. */
export type Counted = {
  readonly cell: NotebookCell;
  readonly index: number;
  readonly count: number;
};

/** Stands for runs that the missing counts speak of, as far as what ran later proves them. */
export function assumedBefore(
  counted: readonly Counted[],
  { cells, language }: NotebookFile
): {
  readonly imports: ReportedExecution | null;
  readonly values: readonly ReportedExecution[];
  readonly notes: readonly string[];
} {
  const analyse = remembering(languageOf(language)?.analyse ?? analyseNothing);
  const ran = counted.map(({ cell, index }) => ({
    source: cell.source,
    index,
    hasFailed: hasFailed(cell)
  }));
  const code = cells.flatMap(({ source, type }, index) =>
    type === 'code' ? [{ source, index }] : []
  );
  const { cells: importing, statements } = assumedImports(ran, analyse);
  const labels = importing.map(index => `cell[${index}]`).join(', ');
  const values = assumedValues(ran, code, analyse);
  const areThere = statements.length > 0;
  return {
    imports: areThere ? assumedRun('0', null, statements) : null,
    values: values.map(({ index, names }, place) =>
      assumedRun(
        `-${place + 1}`,
        index === null ? GONE : (cells[index]?.cellId ?? GONE),
        names.map(name => `${name} = None`)
      )
    ),
    notes: areThere
      ? [
          `The imports of ${labels} are taken to have run before as well: cells that ran earlier use them.`
        ]
      : []
  };
}

/** Each source is analysed once. */
function remembering(
  analyse: (source: string) => CellAnalysis
): (source: string) => CellAnalysis {
  const known = new Map<string, CellAnalysis>();
  return source => {
    const analysis = known.get(source) ?? analyse(source);
    known.set(source, analysis);
    return analysis;
  };
}

function assumedRun(
  id: string,
  cellId: CellId | null,
  lines: readonly string[]
): ReportedExecution {
  return {
    executionId: executionIdOf(SAVED_RUN, id),
    sequence: Number(id),
    cellId,
    cellIndex: null,
    executionCount: null,
    source: lines.join('\n'),
    status: 'ok',
    startedAt: null,
    finishedAt: null,
    outputs: [],
    outputsHash: null,
    arePartial: false,
    report: null
  };
}

/** True for a cell that shows an error. */
export function hasFailed({ source, outputs }: NotebookCell): boolean {
  return errorIn(source, outputs) !== null;
}
