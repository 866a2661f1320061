// Which cells carry a mark, and what it says.
import type { CellForecast, UnknownReason, Verdict } from '../../lineage';
import { english, asCellId } from '../../model';
import { findingAt } from '../../testing/published-finding';
import type { NotebookForecast } from '../../tokens';
import { explainCell, isUnrecorded, marksOf, wordingFor } from '../marks/model';

const wording = wordingFor(['a', 'm', 'b'], english);

function cell(
  cellId: string,
  verdict: Verdict,
  reason: UnknownReason | null = null
): CellForecast {
  return {
    cellId: asCellId(cellId),
    index: 0,
    verdict,
    executionId: null,
    causes: [],
    reason
  };
}

function forecastOf(...cells: CellForecast[]): NotebookForecast {
  const count = (verdict: Verdict): number =>
    cells.filter(each => each.verdict === verdict).length;
  const summary = {
    same: count('same'),
    differs: count('differs'),
    fails: count('fails'),
    random: count('random'),
    unknown: count('unknown'),
    unrun: count('unrun'),
    shown: cells.length - count('unrun')
  };
  return {
    notebookPath: 'a.ipynb',
    cells,
    findings: [],
    dismissed: [],
    summary
  };
}

test('cells are called by their place among all cells, and gone ones by what they are', () => {
  expect(wording.cellLabel(asCellId('b'))).toBe('cell 3');
  expect(wording.cellLabel(asCellId('x'))).toBe('a deleted cell');
  expect(wording.cellLabel(null)).toBe('a deleted cell');
});

test('what would come out again or never ran carries no mark', () => {
  const forecast = forecastOf(cell('a', 'same'), cell('b', 'unrun'));
  expect(marksOf(forecast, wording)).toEqual([]);
});

test('what differs, fails or is not known carries a mark that says so', () => {
  const marks = marksOf(
    forecastOf(
      cell('a', 'differs'),
      cell('b', 'fails'),
      cell('c', 'unknown', 'lost')
    ),
    wording
  );
  expect(marks.map(mark => mark.verdict)).toEqual([
    'differs',
    'fails',
    'unknown'
  ]);
  expect(marks[1]?.text).toMatch(/would fail/);
  expect(marks[2]?.text.split('\n')).toHaveLength(2);
});

test('a notebook of which nothing was recorded is not covered with marks', () => {
  const forecast = forecastOf(
    cell('a', 'unknown', 'not-recorded'),
    cell('b', 'unrun')
  );
  expect(isUnrecorded(forecast)).toBe(true);
  expect(marksOf(forecast, wording)).toEqual([]);
});

test('one recorded cell makes the unrecorded ones worth a mark', () => {
  const forecast = forecastOf(
    cell('a', 'unknown', 'not-recorded'),
    cell('b', 'same')
  );
  expect(isUnrecorded(forecast)).toBe(false);
  expect(marksOf(forecast, wording)).toHaveLength(1);
});

test('an empty notebook and one that never ran are not called unrecorded', () => {
  expect(isUnrecorded(forecastOf())).toBe(false);
  expect(isUnrecorded(forecastOf(cell('a', 'unrun')))).toBe(false);
});

test.each<Verdict>(['same', 'differs', 'fails', 'random', 'unrun', 'unknown'])(
  'the verdict %s has a sentence of its own',
  verdict => {
    const one = cell('a', verdict);
    expect(explainCell(one, forecastOf(one), wording)).toMatch(/^[A-Z].*\.$/);
  }
);

test('a cell whose findings are all dismissed carries no mark, and its explanation still says what they are', () => {
  const one = cell('a', 'differs');
  const forecast = {
    ...forecastOf(one, cell('b', 'differs')),
    findings: [findingAt('b')],
    dismissed: [findingAt('a', 'b')]
  };
  const marks = marksOf(forecast, wording);
  expect(marks.map(({ cellId }) => cellId)).toEqual(['b']);
  const text = explainCell(one, forecast, wording);
  expect(text).toContain('another output');
  expect(text).toContain('Dismissed: Was edited after it ran');
});
