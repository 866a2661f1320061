// What the Verify view is told while a replay is prepared, runs, ends, fails or is cancelled.
import { asCellId, fail, succeed } from '../../model';
import type { Replay, ReplayProgress } from '../../replay';
import { outcomeAt, proofAt } from '../../testing/proofs';
import { Verifier, type VerifyOrder } from '../verify/verifier';

const subject = { notebookPath: 'a.ipynb', title: 'a' };
const proof = proofAt({ verdicts: ['identical'] });

const progressAt = (done: number): ReplayProgress => ({
  repeat: 1,
  repeats: 1,
  done,
  steps: 2,
  current: { cellId: asCellId('c1'), cellIndex: 0 },
  elapsedMs: 0,
  leftMs: null,
  last: done === 0 ? null : outcomeAt(done, 'identical')
});

function verifierWith(replay: Replay): {
  readonly verifier: Verifier;
  readonly states: string[];
} {
  const verifier = new Verifier({
    replay,
    now: () => 0,
    keep: kept => Promise.resolve({ ...kept, proofId: 'kept' }),
    faultSentence: fault => `fault: ${String(fault)}`,
    cancelledSentence: () => 'cancelled'
  });
  const states: string[] = [];
  verifier.changed.connect(() => {
    const { state } = verifier;
    states.push(
      state.kind === 'running'
        ? `running ${state.outcomes.length}${state.isCancelling ? ' cancelling' : ''}`
        : state.kind === 'preparing'
          ? `preparing ${state.lines.join('/')}`
          : state.kind
    );
  });
  return { verifier, states };
}

const order = (prepare?: VerifyOrder['prepare']): VerifyOrder => ({
  subject,
  prepare:
    prepare ??
    (() =>
      Promise.resolve(
        succeed({
          request: {} as never,
          startKernel: () => Promise.resolve(fail('')),
          shownHash: 'h' as never,
          lacking: { missing: ['a==1'], leftOut: ['b'] }
        })
      ))
});

const replayAll: Replay = (_, { onProgress }) => {
  [0, 1, 2].forEach(done => onProgress(progressAt(done)));
  return Promise.resolve(proof);
};

test('a replay is prepared, runs cell by cell, and its proof is kept with what was shown', async () => {
  const { states, verifier } = verifierWith(replayAll);
  await verifier.start(
    order((tell, cancel) => {
      tell('building');
      return order().prepare(tell, cancel);
    })
  );
  expect(states).toEqual([
    'preparing ',
    'preparing building',
    'running 0',
    'running 1',
    'running 2',
    'done',
    'done'
  ]);
  expect(verifier.state).toMatchObject({
    kind: 'done',
    proof: {
      proofId: 'kept',
      shownHash: 'h',
      lacking: { missing: ['a==1'], leftOut: ['b'] }
    }
  });
  expect(verifier.isBusy).toBe(false);
});

test('what cannot be prepared is refused with its sentence', async () => {
  const { verifier } = verifierWith(replayAll);
  await verifier.start(order(() => Promise.resolve(fail('No kernel.'))));
  expect(verifier.state).toMatchObject({
    kind: 'refused',
    sentence: 'No kernel.'
  });
});

test('a fault of ours ends in a sentence, and the next one may begin', async () => {
  const fault = jest
    .spyOn(console, 'error')
    .mockImplementation(() => undefined);
  const { verifier } = verifierWith(() => Promise.reject(new Error('bug')));
  await verifier.start(order());
  expect(verifier.state).toMatchObject({
    kind: 'refused',
    sentence: 'fault: Error: bug'
  });
  expect(verifier.isBusy).toBe(false);
  fault.mockRestore();
});

test('there is one at a time, and cancelling reaches it', async () => {
  let end: () => void = () => undefined;
  const { states, verifier } = verifierWith((_, { cancel, onProgress }) => {
    onProgress(progressAt(1));
    return new Promise(resolve => {
      end = () => resolve(proof);
      cancel.addEventListener('abort', end);
    });
  });
  const running = verifier.start(order());
  expect(await verifier.start(order())).toBe(false);
  await new Promise(resolve => setImmediate(resolve));
  verifier.cancel();
  expect(await running).toBe(true);
  expect(states).toContain('running 1 cancelling');
});

test('cancelled while it is prepared, nothing runs', async () => {
  const replay = jest.fn(replayAll);
  const { verifier } = verifierWith(replay);
  const prepared = order(async (tell, cancel) => {
    verifier.cancel();
    return order().prepare(tell, cancel);
  });
  await verifier.start(prepared);
  expect(verifier.state).toMatchObject({ sentence: 'cancelled' });
  expect(replay).not.toHaveBeenCalled();
});
