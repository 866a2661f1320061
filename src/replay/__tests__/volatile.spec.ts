// Marks let outputs differ, and taking them away brings the proof back as it was.
import { asCellId } from '../../model';
import { outcomeAt, outputAt, proofAt } from '../../testing/proofs';
import { withVolatile } from '../volatile';

const all = (): boolean => true;
const none = (): boolean => false;

test.each([
  ['different', 'volatile', 1],
  ['missing', 'volatile', 1],
  ['identical', 'identical', 1],
  ['equivalent', 'equivalent', 1],
  ['error', 'error', 0],
  ['unknown', 'unknown', 0],
  ['unrun', 'unrun', 0]
] as const)('marked, %s becomes %s', (verdict, expected, proven) => {
  const marked = withVolatile(proofAt({ verdicts: [verdict] }), all);
  expect([marked.outcomes[0]?.verdict, marked.proven]).toEqual([
    expected,
    proven
  ]);
});

test('without a mark nothing changes, not even the object', () => {
  const proof = proofAt({ verdicts: ['identical', 'different', 'nothing'] });
  expect(withVolatile(proof, none)).toBe(proof);
});

test('a mark that is taken away brings the former verdicts back', () => {
  const missing = outputAt('missing', { replayed: null });
  const proof = {
    ...proofAt({ verdicts: ['different', 'identical'] }),
    outcomes: [
      outcomeAt(1, 'missing', { outputs: [outputAt('different'), missing] }),
      outcomeAt(2, 'identical')
    ]
  };
  const marked = withVolatile(proof, all);
  expect(marked.proven).toBe(2);
  expect(withVolatile(marked, none)).toEqual(proof);
});

test('a cell is as bad as its worst output that is not marked', () => {
  const outcome = outcomeAt(1, 'different', {
    outputs: [outputAt('different'), outputAt('different')]
  });
  const proof = {
    ...proofAt({ verdicts: ['different'] }),
    outcomes: [outcome]
  };
  const marked = withVolatile(
    proof,
    (cellId, index) => cellId === asCellId('c1') && index === 0
  );
  expect([marked.outcomes[0]?.verdict, marked.proven]).toEqual([
    'different',
    0
  ]);
});
