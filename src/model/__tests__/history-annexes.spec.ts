// Contexts and proofs in a history file: read back as they were, and left out where they cannot be read.
import { aNotebook } from '../../testing/run-builder';
import { aContext, aProof } from '../../testing/annexes';
import {
  decodeHistoryFile,
  hashOf,
  toHistoryFile,
  type HistoryRun,
  type Json
} from '..';

const { document, runs } = aNotebook().cell('a', 'x = 1').runs('a').build();
const run = runs[0]!.run;
const context = aContext(run, {
  modules: [
    { name: 'mine', path: 'mine.py', hash: hashOf('y = 1\n'), text: 'y = 1\n' }
  ]
});
const proof = aProof(run, 'p1', {
  subject: { kind: 'document' },
  stop: { kind: 'error', sentence: 'It stopped.' },
  lacking: { missing: ['a==1'], leftOut: ['b'] },
  metrics: [{ name: 'loss', cellId: null, count: 2, mean: 0.5, deviation: 0.1 }]
});

function readBack(change: (file: Json) => unknown = file => file): HistoryRun {
  const written = toHistoryFile({
    path: 'a.ipynb',
    document,
    runs,
    outputs: new Map(),
    contexts: new Map([[run.runId, context]]),
    proofs: new Map([[run.runId, [proof]]]),
    reportData: () => null
  });
  const file = decodeHistoryFile(
    change(JSON.parse(JSON.stringify(written)) as Json)
  );
  if (!file.ok) {
    throw new Error(file.reason);
  }
  return file.value.runs[0]!;
}

/** The file with other fields in its run. */
const having =
  (fields: object) =>
  (file: Json): unknown => {
    const { runs: all } = file as unknown as { runs: readonly object[] };
    return { ...Object(file), runs: [{ ...all[0], ...fields }] };
  };

test('are read back as they were', () => {
  const found = readBack();
  expect(found.context).toEqual(context);
  expect(found.proofs).toEqual([proof]);
});

test('states of the repository that came later are read back, one that is not known with its reason', () => {
  const gitChanges = [
    { after: 'r/m1', git: { ...context.git, commit: 'b' }, unknown: '' },
    { after: 'r/m2', git: null, unknown: 'git was not found.' }
  ];
  const found = readBack(having({ context: { ...context, gitChanges } }));
  expect(found.context).toEqual({ ...context, gitChanges });
});

test('may be absent, and belong to the run that they stand in', () => {
  const bare = readBack(having({ context: undefined, proofs: undefined }));
  expect([bare.context, bare.proofs]).toEqual([undefined, []]);
  const moved = readBack(
    having({
      context: { user: 'ada', runId: 'other' },
      proofs: [{ ...proof, runId: 'other' }]
    })
  );
  expect(moved.context).toMatchObject({ runId: run.runId, user: 'ada' });
  expect(moved.proofs).toEqual([proof]);
});

test.each([
  7,
  'text',
  [],
  { user: 7 },
  { modules: [{ name: 'x' }] },
  { gitChanges: [{ git: null }] }
])('a context %j is left out', given => {
  expect(readBack(having({ context: given })).context).toBeUndefined();
});

test.each([
  {},
  7,
  { ...proof, subject: { kind: 'all' } },
  { ...proof, stop: { kind: 'boredom', sentence: '' } },
  { ...proof, outcomes: [{ verdict: 'good' }] },
  { ...proof, metrics: [{ name: 'loss', count: 1, mean: 'high' }] }
])('a proof that is none is left out: %#', given => {
  const { proofs } = readBack(having({ proofs: [given, proof] }));
  expect(proofs).toEqual([proof]);
});
