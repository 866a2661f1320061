// What a replay keeps and says holds no secret, and code that lacks one is not sent.
import { asCellId, asRunId, type Output } from '../../model';
import { maskOf, maskOutputs } from '../../recording';
import {
  FakeCancel,
  FakeReplayKernels,
  printed,
  raising,
  type Answer
} from '../../testing/fake-replay-kernel';
import { replay, type ReplayRequest, type ReplayStep } from '..';

const SECRET = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`;

const mask = maskOf();

function stepAt(
  cellIndex: number,
  source: string,
  recorded: readonly Output[]
): ReplayStep {
  return {
    cellId: asCellId(`c${cellIndex}`),
    executionId: null,
    cellIndex,
    source,
    recorded,
    isNew: false,
    omissions: [],
    recordedAt: null,
    recordedMs: null,
    mayRaise: false,
    isVolatile: false,
    needs: []
  };
}

async function proofOf(
  steps: readonly ReplayStep[],
  answers: (source: string) => Answer,
  changes: Partial<ReplayRequest> = {}
) {
  const kernels = new FakeReplayKernels(answers);
  const proof = await replay(
    {
      proofId: 'p',
      runId: asRunId('r'),
      notebookPath: 'a.ipynb',
      subject: { kind: 'run' },
      place: 'same',
      folder: 'copy',
      steps,
      environment: null,
      prepare: null,
      onError: 'go-on',
      timeoutMs: null,
      repeats: 1,
      mask: { text: mask, outputs: outputs => maskOutputs(mask, outputs) },
      ...changes
    },
    {
      startKernel: kernels.start,
      now: () => 0,
      cancel: new FakeCancel(),
      onProgress: () => undefined
    }
  );
  return { proof, ran: kernels.ran.flat() };
}

test('what was recorded masked comes out again where it is shown whole', async () => {
  const recorded = [printed(mask(`key ${SECRET}\n`))];
  const { proof, ran } = await proofOf(
    [stepAt(0, 'show()', recorded), stepAt(1, 'show()', [printed(SECRET)])],
    () => ({ outputs: [printed(`key ${SECRET}\n`)] })
  );
  expect(proof.outcomes[0]?.verdict).toBe('identical');
  expect(proof.outcomes[1]?.verdict).toBe('different');
  expect(ran).toEqual(['show()', 'show()']);
  expect(JSON.stringify(proof)).not.toContain(SECRET);
});

test('what code raises is kept and said without secrets', async () => {
  const { proof } = await proofOf(
    [stepAt(0, 'f()', [])],
    () => raising('ValueError', `refused ${SECRET}`),
    { onError: 'stop' }
  );
  expect(proof.stop?.sentence).toBe(
    'Cell 1 raised ValueError: refused [secret: github-token].'
  );
  expect(proof.outcomes[0]?.detail).toContain('[secret: github-token]');
  expect(JSON.stringify(proof)).not.toContain(SECRET);
});

test('so is why the folder could not be made', async () => {
  const { proof } = await proofOf(
    [stepAt(0, 'f()', [])],
    () => raising('OSError', `at ${SECRET}`),
    { prepare: 'prepare()' }
  );
  expect(proof.stop?.sentence).toContain('[secret: github-token]');
  expect(JSON.stringify(proof)).not.toContain(SECRET);
});

test.each(['stop', 'skip', 'go-on'] as const)(
  'it stops before code that was recorded without its secret: %s',
  async onError => {
    const code = `login("${mask(SECRET)}")`;
    const { proof, ran } = await proofOf(
      [
        stepAt(0, 'x = 1', []),
        stepAt(1, code, []),
        stepAt(2, 'x', [printed('1')])
      ],
      () => ({}),
      { onError }
    );
    expect(ran).toEqual(['x = 1']);
    expect(proof.stop).toEqual({
      kind: 'masked-secret',
      sentence:
        'Cell 2 needs a secret that was not recorded, so its code cannot be run again.'
    });
    expect(proof.outcomes.map(({ verdict }) => verdict)).toEqual([
      'nothing',
      'unrun',
      'unrun'
    ]);
  }
);
