// Which cells a forecast and a proof contradict each other on.
import type { CellForecast, Verdict } from '../../lineage';
import { asCellId, asRunId, type CellOutcome, type Proof } from '../../model';
import { disagreementsOf } from '..';

const a = asCellId('a');

const proofOf = (
  verdict: CellOutcome['verdict'],
  kind: 'run' | 'document' = 'document'
): Proof => ({
  schemaVersion: 1,
  proofId: 'p',
  runId: asRunId('r'),
  notebookPath: '',
  subject: { kind },
  startedAt: '',
  finishedAt: '',
  place: 'same',
  folder: 'copy',
  environmentId: null,
  environmentLabel: '',
  outcomes: [
    {
      cellId: a,
      executionId: null,
      cellIndex: 0,
      verdict,
      detail: '',
      outputs: [],
      durationMs: 1
    }
  ],
  compared: 1,
  proven: 0,
  stop: null,
  repeats: 1,
  metrics: [],
  varying: []
});

const forecastOf = (verdict: Verdict): CellForecast[] => [
  { cellId: a, index: 0, verdict, executionId: null, causes: [], reason: null }
];

const FORECASTS: readonly Verdict[] = [
  'same',
  'differs',
  'fails',
  'random',
  'unrun',
  'unknown'
];

const PROOFS: readonly CellOutcome['verdict'][] = [
  'identical',
  'equivalent',
  'volatile',
  'unknown',
  'different',
  'missing',
  'error',
  'unrun',
  'nothing'
];

test('only what cannot both be right is a disagreement', () => {
  const found = FORECASTS.flatMap(forecast =>
    PROOFS.flatMap(proof =>
      disagreementsOf(forecastOf(forecast), proofOf(proof)).map(
        one => `${one.forecast} ${one.proof} ${one.kind}`
      )
    )
  );
  expect(found).toEqual([
    'same different missed',
    'same missing missed',
    'same error missed',
    'differs identical false-alarm',
    'differs equivalent false-alarm',
    'fails identical false-alarm',
    'fails equivalent false-alarm'
  ]);
});

test('a replay of what really ran says nothing about the document', () => {
  expect(
    disagreementsOf(forecastOf('same'), proofOf('different', 'run'))
  ).toEqual([]);
});

test('a cell without a forecast has none', () => {
  expect(disagreementsOf([], proofOf('different'))).toEqual([]);
});
