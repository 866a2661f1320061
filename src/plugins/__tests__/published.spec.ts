// What is published adds up, and says nothing about cells that are running.
import type { CellForecast, Verdict } from '../../lineage';
import { asCellId, type CellId } from '../../model';
import type { NotebookForecast, PublishedFinding } from '../../tokens';
import {
  summarise,
  withoutCells,
  withoutDismissed
} from '../forecaster/published';

const id = asCellId;

function cell(cellId: string, verdict: Verdict, index = 0): CellForecast {
  return {
    cellId: id(cellId),
    index,
    verdict,
    executionId: null,
    causes: [],
    reason: null
  };
}

function finding(...affected: string[]): PublishedFinding {
  const cellIds = affected.map(id);
  return {
    code: 'RT000',
    rule: 'any',
    severity: 'differs',
    cause: { kind: 'edited', name: null, cellId: null, executionId: null },
    names: [],
    subject: cellIds[0]!,
    affected: cellIds,
    evidence: [],
    remedy: null,
    identity: affected.join()
  };
}

function forecastOf(
  cells: readonly CellForecast[],
  findings: readonly PublishedFinding[]
): NotebookForecast {
  return {
    notebookPath: 'a.ipynb',
    cells,
    findings,
    dismissed: [],
    summary: summarise(cells)
  };
}

test('what never ran is not among the shown', () => {
  const verdicts: Verdict[] = [
    'same',
    'same',
    'differs',
    'random',
    'unrun',
    'unknown'
  ];
  expect(summarise(verdicts.map((each, at) => cell(`${at}`, each)))).toEqual({
    same: 2,
    differs: 1,
    fails: 0,
    random: 1,
    unknown: 1,
    unrun: 1,
    shown: 5
  });
});

test('a notebook without cells adds up to nothing', () => {
  expect(summarise([]).shown).toBe(0);
});

test('a running cell has no verdict, takes no part in findings and is not counted', () => {
  const whole = forecastOf(
    [cell('a', 'differs'), cell('b', 'differs'), cell('c', 'same')],
    [finding('a', 'b'), finding('a')]
  );
  const running: ReadonlySet<CellId> = new Set([id('a')]);
  const shown = withoutCells(whole, running);
  expect(shown.cells.map(each => each.cellId)).toEqual(['b', 'c']);
  expect(shown.findings).toHaveLength(1);
  expect(shown.findings[0]).toMatchObject({ subject: 'b', affected: ['b'] });
  expect(shown.summary).toMatchObject({ same: 1, differs: 1, shown: 2 });
});

test('with nothing running all stays as it is', () => {
  const whole = forecastOf([cell('a', 'differs')], [finding('a')]);
  expect(withoutCells(whole, new Set())).toEqual(whole);
});

test('what was dismissed is set apart, and counts nowhere as reproducible', () => {
  const whole = forecastOf(
    [cell('a', 'differs'), cell('b', 'differs')],
    [finding('a'), finding('b'), { ...finding('b', 'a'), code: 'RT018' }]
  );
  const shown = withoutDismissed(whole, {
    identities: new Set(['a']),
    codes: new Set(['RT018'])
  });
  expect(shown.findings.map(({ identity }) => identity)).toEqual(['b']);
  expect(shown.dismissed.map(({ identity }) => identity)).toEqual(['a', 'b,a']);
  expect(shown.summary).toEqual(whole.summary);
});
