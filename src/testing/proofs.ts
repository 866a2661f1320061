// Proofs for tests.
import {
  asCellId,
  asRunId,
  type CellOutcome,
  type Output,
  type OutputOutcome,
  type OutputVerdict,
  type Proof
} from '../model';

const text = (value: string): Output => ({
  output_type: 'stream',
  name: 'stdout',
  text: value
});

/** One output that was recorded as `old` and replayed as `new`, unless one side is missing. */
export function outputAt(
  verdict: OutputVerdict,
  parts: Partial<OutputOutcome> = {}
): OutputOutcome {
  return {
    verdict,
    rules: [],
    detail: '',
    recorded: text('old'),
    replayed: text('new'),
    ...parts
  };
}

/** The outcome of cell `c1`, `c2` …; it has one output with the cell's verdict where that is one of outputs. */
export function outcomeAt(
  number: number,
  verdict: CellOutcome['verdict'],
  parts: Partial<CellOutcome> = {}
): CellOutcome {
  return {
    cellId: asCellId(`c${number}`),
    executionId: null,
    cellIndex: number - 1,
    verdict,
    detail: '',
    outputs:
      verdict === 'unrun' || verdict === 'nothing' ? [] : [outputAt(verdict)],
    durationMs: 5,
    ...parts
  };
}

/** A proof of a document whose cells came out like this. */
export function proofAt({
  verdicts,
  ...parts
}: Partial<Proof> & {
  readonly verdicts: readonly CellOutcome['verdict'][];
}): Proof {
  const outcomes = verdicts.map((verdict, at) => outcomeAt(at + 1, verdict));
  const compared = outcomes.filter(({ verdict }) => verdict !== 'nothing');
  return {
    schemaVersion: 1,
    proofId: 'p1',
    runId: asRunId('r1'),
    notebookPath: 'a.ipynb',
    subject: { kind: 'document' },
    startedAt: '2026-01-02T10:00:00.000Z',
    finishedAt: '2026-01-02T10:00:12.000Z',
    place: 'same',
    folder: 'copy',
    environmentId: null,
    environmentLabel: 'CPython 3.11.7, 108 packages',
    outcomes,
    compared: compared.length,
    proven: compared.filter(({ verdict }) =>
      ['identical', 'equivalent', 'volatile'].includes(verdict)
    ).length,
    stop: null,
    repeats: 1,
    metrics: [],
    varying: [],
    ...parts
  };
}
