// What the forecast and its rivals say about the cells of labelled sessions.
import { analysePython, type CellAnalysis } from '../../src/analysis';
import { forecast } from '../../src/lineage';
import type { Label } from '../../src/testing/truth/label';
import { saidByCounts, type Said } from '../../src/testing/truth/score';
import { historyFileOf, inputOf } from './history';
import type { LabelledCell, Truth } from './sessions';

/** One labelled cell with what was said about it. */
export type Judged = {
  readonly truth: Truth;
  readonly cell: LabelledCell;
  readonly label: Label;
  readonly said: Said;
  /** In words, for people who look into a case. */
  readonly because: string;
};

const analyses = new Map<string, CellAnalysis>();

/** As the shell does it: a source is analysed once. */
export function analyse(source: string): CellAnalysis {
  const known = analyses.get(source) ?? analysePython(source);
  analyses.set(source, known);
  return known;
}

/** The forecast's verdicts on one session. */
export function judgedByForecast(truth: Truth, hasProbe: boolean): Judged[] {
  const input = inputOf(historyFileOf(truth, hasProbe));
  const { cells } = forecast({ ...input, analyse });
  const verdicts = new Map<string, (typeof cells)[number]>(
    cells.map(one => [one.cellId, one])
  );
  return truth.cells.flatMap(cell => {
    const found = verdicts.get(cell.cellId);
    if (!cell.label || !found || found.verdict === 'unrun') {
      return cell.label && found
        ? [judged(truth, cell, cell.label, 'unknown', 'called unrun')]
        : [];
    }
    const causes = found.causes.map(({ kind, name, cellId }) =>
      [kind, name, cellId].filter(part => part !== null).join(' ')
    );
    const because = [found.reason, ...causes].filter(Boolean).join('; ');
    return [judged(truth, cell, cell.label, found.verdict, because)];
  });
}

/** What counts and edits alone say. */
export function judgedByCounts(truth: Truth): Judged[] {
  const said = saidByCounts(
    truth.cells.map(({ shown, source }) => ({
      count: shown?.done.executionCount ?? null,
      isEdited: shown !== null && shown.source !== source
    }))
  );
  return truth.cells.flatMap((cell, index) =>
    cell.label
      ? [judged(truth, cell, cell.label, said[index] ?? 'same', 'counts')]
      : []
  );
}

/** Labelled cells, those that are in `suspects` said to differ. */
export function judgedBySuspects(
  truth: Truth,
  suspects: ReadonlySet<string>
): Judged[] {
  return truth.cells.flatMap(cell =>
    cell.label
      ? [
          judged(
            truth,
            cell,
            cell.label,
            suspects.has(cell.cellId) ? 'differs' : 'same',
            ''
          )
        ]
      : []
  );
}

function judged(
  truth: Truth,
  cell: LabelledCell,
  label: Label,
  said: Said,
  because: string
): Judged {
  return { truth, cell, label, said, because };
}
