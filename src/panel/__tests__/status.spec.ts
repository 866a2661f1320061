// The few words of the status bar, for each state that a notebook can be in.
import type { CellForecast, Verdict } from '../../lineage';
import { english, asCellId, type Run } from '../../model';
import { findingAt } from '../../testing/published-finding';
import { proofAt } from '../../testing/proofs';
import type {
  NotebookForecast,
  NotebookProof,
  RecordingState
} from '../../tokens';
import { statusOf } from '../status/model';

const recording: RecordingState = { isRecording: true, run: null };

function forecastOf(
  verdicts: readonly Verdict[],
  reason: CellForecast['reason'] = null
): NotebookForecast {
  const counts = {
    same: 0,
    differs: 0,
    fails: 0,
    random: 0,
    unknown: 0,
    unrun: 0
  };
  verdicts.forEach(verdict => counts[verdict]++);
  return {
    notebookPath: 'a.ipynb',
    cells: verdicts.map((verdict, index) => ({
      cellId: asCellId(`${index}`),
      index,
      verdict,
      executionId: null,
      causes: [],
      reason
    })),
    findings: [],
    dismissed: [],
    summary: { ...counts, shown: verdicts.length - counts.unrun }
  };
}

function status(
  forecast: NotebookForecast | null,
  state: RecordingState = recording,
  proof: NotebookProof | null = null
): ReturnType<typeof statusOf> {
  return statusOf(
    { forecast, recording: state, proof },
    { translator: english, tag: 'en-GB', timeZone: 'UTC' }
  );
}

test('counts what is shown, and lists the rest in the tooltip', () => {
  const { label, tooltip, verdict } = status(
    forecastOf(['same', 'same', 'differs', 'unknown', 'unrun'])
  );
  expect(label).toBe('Reproducible: 2 of 4');
  expect(verdict).toBe('differs');
  expect(tooltip).toContain('Same output: 2');
  expect(tooltip).toContain('Another output: 1');
  expect(tooltip).toContain('Not known: 1');
  expect(tooltip).toContain('Not run yet: 1');
  expect(tooltip).not.toContain('Failure');
});

test.each<[Verdict[], Verdict]>([
  [['same', 'fails', 'differs', 'unknown'], 'fails'],
  [['same', 'random', 'differs'], 'differs'],
  [['same', 'unknown', 'random'], 'random'],
  [['same', 'unknown'], 'unknown'],
  [['same', 'unrun'], 'same']
])('%p: the worst is %s', (verdicts, worst) => {
  expect(status(forecastOf(verdicts)).verdict).toBe(worst);
});

test('a random output is shown and not reproducible', () => {
  const { label, tooltip } = status(forecastOf(['same', 'same', 'random']));
  expect(label).toBe('Reproducible: 2 of 3');
  expect(tooltip).toContain('Another output each time: 1');
});

test.each([null, forecastOf([]), forecastOf(['unrun', 'unrun'])])(
  'nothing has run yet',
  forecast => {
    expect(status(forecast)).toMatchObject({
      label: 'Reproducible: nothing run yet',
      verdict: 'unrun'
    });
  }
);

test('outputs of which nothing was recorded are not called irreproducible', () => {
  const { label, verdict } = status(
    forecastOf(['unknown', 'unknown'], 'not-recorded')
  );
  expect(label).toBe('Reproducible: not known yet');
  expect(verdict).toBe('unrun');
});

test('recording off is said, with and without a forecast', () => {
  const off: RecordingState = { isRecording: false, run: null };
  expect(status(null, off).label).toBe('Not recording');
  expect(status(forecastOf(['same']), off).label).toBe(
    'Reproducible: 1 of 1 (not recording)'
  );
});

test('an incomplete record is said in the tooltip', () => {
  const gaps = [{ kind: 'page-away', detail: '', at: '' }];
  const run = { gaps } as unknown as Run;
  expect(
    status(forecastOf(['same']), { isRecording: true, run }).tooltip
  ).toContain('incomplete');
});

test('dismissed cells are counted as such, and never as reproducible', () => {
  const forecast = forecastOf(['same', 'differs', 'fails']);
  const one = { ...forecast, dismissed: [findingAt('1', '2')] };
  const { label, tooltip, verdict } = status(one);
  expect(label).toBe('Reproducible: 1 of 3, 2 dismissed');
  expect(tooltip).toContain('Dismissed: 2');
  expect(tooltip).not.toContain('Failure');
  expect(verdict).toBe('unrun');
  const told = { ...one, findings: [findingAt('2')] };
  expect(status(told)).toMatchObject({
    label: 'Reproducible: 1 of 3, 1 dismissed',
    verdict: 'fails'
  });
});

test.each([
  [true, 'Reproducible: 1 of 1, proven 1 of 2'],
  [false, 'Reproducible: 1 of 1, proven for an earlier version']
])(
  'a proof stands beside the forecast, and lapses: %s',
  (isCurrent, expected) => {
    const proof = proofAt({ verdicts: ['identical', 'different'] });
    const { label, tooltip } = status(forecastOf(['same']), recording, {
      proof,
      isCurrent
    });
    expect(label).toBe(expected);
    expect(tooltip).toContain('1 of 2');
  }
);
