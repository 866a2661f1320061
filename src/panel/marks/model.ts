// A forecast in the words of a mark: which cells carry one, and what it says.
import {
  describe,
  dismissedCells,
  type Finding,
  type Wording
} from '../../hazards';
import type { CellForecast, UnknownReason, Verdict } from '../../lineage';
import { assertNever, type CellId, type Translator } from '../../model';
import type { NotebookForecast } from '../../tokens';

/** The verdicts that a cell is marked for. */
export type MarkedVerdict = Exclude<Verdict, 'same' | 'unrun'>;

/** What stands at a cell. */
export type CellMark = {
  readonly cellId: CellId;
  /** `proven`: no forecast says otherwise, and a replay gave the output again. */
  readonly verdict: MarkedVerdict | 'proven';
  /** One sentence a line: the verdict, then why. */
  readonly text: string;
};

/** Words cells by their place in the notebook, counted from 1 over all cells. */
export function wordingFor(
  order: readonly string[],
  translator: Translator
): Wording {
  const places = new Map(order.map((cellId, index) => [cellId, index + 1]));
  return {
    translator,
    cellLabel: cellId => {
      const place = cellId === null ? undefined : places.get(cellId);
      return place === undefined
        ? translator.__('a deleted cell')
        : translator.__('cell %1', place);
    }
  };
}

/** The marks of a notebook, but for cells whose findings are all dismissed; none while nothing of it was recorded, where each cell would carry the same. */
export function marksOf(
  forecast: NotebookForecast,
  wording: Wording
): readonly CellMark[] {
  if (isUnrecorded(forecast)) {
    return [];
  }
  const { cells, dismissed, findings } = forecast;
  const silenced = dismissedCells(cells, findings, dismissed);
  return cells.flatMap(cell => {
    const { cellId, verdict } = cell;
    return verdict === 'same' || verdict === 'unrun' || silenced.has(cellId)
      ? []
      : [{ cellId, verdict, text: explainCell(cell, forecast, wording) }];
  });
}

/** True when outputs are shown, and not one of them was made while somebody recorded. */
export function isUnrecorded({ cells, summary }: NotebookForecast): boolean {
  return (
    summary.shown > 0 &&
    cells.every(
      ({ reason, verdict }) => verdict === 'unrun' || reason === 'not-recorded'
    )
  );
}

/** Everything to say about one cell: its verdict, then each finding that it is affected by; one sentence a line. */
export function explainCell(
  cell: CellForecast,
  { dismissed, findings }: NotebookForecast,
  wording: Wording
): string {
  const { translator } = wording;
  const why = sentencesFor(cell, findings, wording);
  const silenced = sentencesFor(cell, dismissed, wording).map(sentence =>
    translator.__('Dismissed: %1', sentence)
  );
  const reason = cell.reason === null ? [] : [because(cell.reason, translator)];
  const lines = [
    verdictSentence(cell.verdict, translator),
    ...reason,
    ...why,
    ...silenced
  ];
  return [...new Set(lines)].join('\n');
}

function sentencesFor(
  { cellId, verdict }: CellForecast,
  findings: readonly Finding[],
  wording: Wording
): string[] {
  return (
    findings
      .filter(({ affected }) => affected.includes(cellId))
      // A finding is worded for its first cell; here it speaks of this one.
      .map(finding => ({
        isAdvice: verdict === 'same' && finding.severity === 'risk',
        sentence: describe({ ...finding, subject: cellId }, wording)
      }))
      .map(({ isAdvice, sentence }) =>
        isAdvice ? wording.translator.__('At risk: %1', sentence) : sentence
      )
  );
}

function verdictSentence(verdict: Verdict, translator: Translator): string {
  switch (verdict) {
    case 'same':
      return translator.__('A fresh run would give this output again.');
    case 'differs':
      return translator.__('A fresh run would give another output.');
    case 'fails':
      return translator.__('A fresh run would fail here.');
    case 'random':
      return translator.__('Each run gives another output.');
    case 'unrun':
      return translator.__('This cell has not run, so it shows no output.');
    case 'unknown':
      return translator.__(
        'Whether a fresh run would give this output again is not known.'
      );
    default:
      return assertNever(verdict);
  }
}

function because(reason: UnknownReason, translator: Translator): string {
  switch (reason) {
    case 'not-analysed':
      return translator.__(
        'Part of the code that it depends on could not be read.'
      );
    case 'not-recorded':
      return translator.__('Its output was made while nothing was recorded.');
    case 'no-analyser':
      return translator.__(
        'Code in this language is not read, and the order in which cells ran leaves doubt.'
      );
    case 'lost':
      return translator.__(
        'The end of an execution that it depends on was not seen.'
      );
    default:
      return assertNever(reason);
  }
}
