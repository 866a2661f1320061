// The engine with a kernel that says what it is told: what it proves, when it stops, and what it says meanwhile.
import { asCellId, asRunId, type Output, type Proof } from '../../model';
import {
  FakeCancel,
  FakeReplayKernels,
  noKernel,
  printed,
  raising,
  type Answer
} from '../../testing/fake-replay-kernel';
import {
  replay,
  stepsFromDocument,
  type ReplayProgress,
  type ReplayRequest,
  type StartKernel
} from '..';

/** Cells as `[source, what it shows]`; null where that is lost, and `new` for a cell that never ran. */
type Cells = readonly (readonly [string, string | null | typeof NEW])[];

const NEW = Symbol('new');

function requestFor(
  cells: Cells,
  changes: Partial<ReplayRequest> = {}
): ReplayRequest {
  const document = cells.map(([source], index) => ({
    cellId: asCellId(`c${index}`),
    type: 'code' as const,
    source,
    executionCount: 1,
    hasOutputs: true,
    mayRaise: false
  }));
  const outputs = new Map<string, readonly Output[] | null>(
    cells.map(([, text], index) => [
      `c${index}`,
      typeof text !== 'string' ? null : text === '' ? [] : [printed(text)]
    ])
  );
  return {
    proofId: 'proof',
    runId: asRunId('run'),
    notebookPath: 'a.ipynb',
    subject: { kind: 'document' },
    place: 'same',
    folder: 'notebook',
    steps: stepsFromDocument(
      document,
      cellId =>
        cells.some(([, text], at) => text === NEW && cellId === `c${at}`)
          ? null
          : {
              executionId: null,
              outputs: outputs.get(cellId) ?? null,
              omissions: [],
              recordedAt: null,
              recordedMs: 100,
              hasFailed: false
            },
      { language: 'python', volatile: new Set([asCellId('volatile')]) }
    ),
    environment: null,
    prepare: null,
    onError: 'skip',
    timeoutMs: 5000,
    repeats: 1,
    mask: { text: text => text, outputs: outputs => outputs },
    ...changes
  };
}

async function replayed(
  request: ReplayRequest,
  answers: (source: string, kernel: number, cancel: FakeCancel) => Answer,
  start?: StartKernel
) {
  const cancel = new FakeCancel();
  const kernels = new FakeReplayKernels((source, kernel) =>
    answers(source, kernel, cancel)
  );
  const told: ReplayProgress[] = [];
  let time = Date.UTC(2026, 0, 1);
  const proof = await replay(request, {
    startKernel: start ?? kernels.start,
    now: () => (time += 50),
    cancel,
    onProgress: progress => told.push(progress)
  });
  return { proof, kernels, cancel, told };
}

const verdicts = ({ outcomes }: Proof) => outcomes.map(one => one.verdict);

test('cells that show the same are proven, in a kernel that is gone afterwards', async () => {
  const request = requestFor([
    ['x = 1', ''],
    ['print(x)', '1\n'],
    ['print(id(x))', '140\n'],
    ['print(y)', null],
    ['z = 1', null],
    ['print(z)', NEW]
  ]);
  const { proof, kernels } = await replayed(request, source =>
    source.includes(' = ')
      ? {}
      : { outputs: [printed(source === 'print(x)' ? '1\n' : '150\n')] }
  );
  expect(verdicts(proof)).toEqual([
    'nothing',
    'identical',
    'different',
    'unknown',
    'unknown',
    'nothing'
  ]);
  expect(proof.outcomes[3]).toMatchObject({
    detail: 'What it showed was not recorded whole, so it is not known.',
    outputs: [
      { verdict: 'unknown', recorded: null, replayed: printed('150\n') }
    ]
  });
  expect(proof).toMatchObject({ compared: 4, proven: 1, stop: null });
  expect(proof.environmentLabel).toBe('CPython 3.12');
  expect(kernels.alive).toBe(0);
});

const BROKEN: Cells = [
  ['x = f()', ''],
  ['print(x)', '1\n'],
  ['print(2)', '2\n']
];

test.each([
  ['stop', ['error', 'unrun', 'unrun'], 'error'],
  ['skip', ['error', 'unrun', 'identical'], undefined],
  ['go-on', ['error', 'missing', 'identical'], undefined]
] as const)('after an error, %s', async (onError, expected, stop) => {
  const { proof } = await replayed(requestFor(BROKEN, { onError }), source =>
    source === 'x = f()'
      ? raising('NameError', "name 'f' is not defined")
      : source === 'print(2)'
        ? { outputs: [printed('2\n')] }
        : {}
  );
  expect(verdicts(proof)).toEqual(expected);
  expect(proof.stop?.kind).toBe(stop);
  expect(proof.outcomes[0]?.detail).toBe(
    "Cell 1 raised NameError: name 'f' is not defined."
  );
  expect(proof.proven).toBe(expected.filter(one => one === 'identical').length);
});

test('a cell that depends on one that was skipped is skipped as well', async () => {
  const cells: Cells = [
    ['x = f()', ''],
    ['y = x', ''],
    ['print(y)', '1\n']
  ];
  const { proof, kernels } = await replayed(requestFor(cells), () =>
    raising('ValueError', '')
  );
  expect(kernels.ran).toEqual([['x = f()']]);
  expect(proof.outcomes[2]?.detail).toBe(
    'It depends on cell 2, which did not come to its end.'
  );
});

test.each([
  [
    { status: 'timeout' },
    'timeout',
    'Cell 1 took longer than 5 seconds and was interrupted.'
  ],
  [
    { status: 'died' },
    'kernel-died',
    'The kernel of the replay ended in the middle of cell 1.'
  ],
  [
    { status: 'input-requested' },
    'input-requested',
    'Cell 1 asks for input, which nobody can give in a replay.'
  ],
  [
    raising('StdinNotImplementedError', 'raw_input was called'),
    'input-requested',
    'Cell 1 asks for input, which nobody can give in a replay.'
  ]
] as const)(
  'what nobody can go on from ends it: %j',
  async (answer, kind, sentence) => {
    const { proof } = await replayed(
      requestFor(BROKEN, { onError: 'go-on' }),
      () => answer
    );
    expect(proof.stop).toEqual({ kind, sentence });
    expect(verdicts(proof)).toEqual(['error', 'unrun', 'unrun']);
    expect(proof).toMatchObject({ compared: 3, proven: 0 });
  }
);

test.each([
  [
    raising('ModuleNotFoundError', "No module named 'sklearn.svm'"),
    'missing-package',
    'Cell 1 imports sklearn.svm, which is not installed here; the run had scikit-learn 1.4.2.'
  ],
  [
    raising(
      'FileNotFoundError',
      "[Errno 2] No such file or directory: 'a.csv'"
    ),
    'missing-file',
    'Cell 1 needs the file a.csv, which is not there.'
  ]
] as const)('what is missing is named: %j', async (answer, kind, sentence) => {
  const environment = {
    schemaVersion: 1 as const,
    environmentId: 'e' as never,
    language: 'python',
    languageVersion: '3.12',
    implementation: 'CPython',
    platform: '',
    packages: [{ name: 'scikit-learn', version: '1.4.2' }],
    modules: { sklearn: 'scikit_learn' }
  };
  const { proof } = await replayed(
    requestFor(BROKEN, { onError: 'stop', environment }),
    () => answer
  );
  expect(proof.stop).toEqual({ kind, sentence });
});

test('an error that the record shows is a proof; another one is not', async () => {
  const request = requestFor([['1/0', null]]);
  const [step] = request.steps;
  const recorded = raising('ZeroDivisionError', 'division by zero').outputs;
  const steps = step && recorded ? [{ ...step, recorded }] : [];
  const answer = (ename: string) => async () =>
    (
      await replayed({ ...request, steps }, () =>
        raising(ename, 'division by zero')
      )
    ).proof;
  expect(verdicts(await answer('ZeroDivisionError')())).toEqual(['identical']);
  expect(verdicts(await answer('ValueError')())).toEqual(['error']);
});

test('an error that the kernel printed as text is expected where the record has the text', async () => {
  const stderr: Output = {
    output_type: 'stream',
    name: 'stderr',
    text: 'UsageError: Line magic function `%x` not found.\n'
  };
  const request = requestFor([['%x', null]]);
  const steps = request.steps.map(step => ({ ...step, recorded: [stderr] }));
  const { proof } = await replayed({ ...request, steps }, () => ({
    ...raising('UsageError', 'Line magic function `%x` not found.'),
    outputs: [stderr]
  }));
  expect(verdicts(proof)).toEqual(['identical']);
});

test('a kernel that cannot be started is said', async () => {
  const { proof } = await replayed(requestFor(BROKEN), () => ({}), noKernel);
  expect(proof.stop).toEqual({
    kind: 'no-kernel',
    sentence: 'There is no kernel “python9” here.'
  });
  expect(verdicts(proof)).toEqual(['unrun', 'unrun', 'unrun']);
});

test('a folder that cannot be made stops it before anything of the user runs', async () => {
  const request = requestFor(BROKEN, { prepare: 'prepare' });
  const { proof, kernels } = await replayed(request, () =>
    raising('OSError', 'No space left on device')
  );
  expect(kernels.ran).toEqual([['prepare']]);
  expect(proof.stop?.sentence).toBe(
    'The folder for the replay could not be made: No space left on device.'
  );
});

test('cancelling shuts the kernel down in the middle of a cell', async () => {
  const { proof, kernels, cancel } = await replayed(
    requestFor(BROKEN),
    (source, _, user) => {
      if (source === 'print(x)') {
        void Promise.resolve().then(() => user.abort());
        return 'hangs';
      }
      return {};
    }
  );
  expect(proof.stop?.kind).toBe('cancelled');
  expect(kernels.alive).toBe(0);
  expect(cancel.listeners).toBe(0);
  expect(verdicts(proof)).toEqual(['nothing', 'unrun', 'unrun']);
});

test('a wish to cancel that comes between two cells runs nothing more', async () => {
  const { proof, kernels } = await replayed(
    requestFor([
      ['x = f()', ''],
      ['print(x)', '1\n']
    ]),
    (_source, _kernel, user) => {
      user.abort();
      return {};
    }
  );
  expect(proof.stop?.kind).toBe('cancelled');
  expect(kernels.ran).toEqual([['x = f()']]);
});

test('repeats give the spread of numbers and name the cells that vary', async () => {
  const request = requestFor(
    [
      ['fit()', 'accuracy: 0.5\n'],
      ['print(2)', '2\n']
    ],
    { repeats: 3 }
  );
  const { proof, kernels } = await replayed(request, (source, kernel) => ({
    outputs: [
      printed(source === 'fit()' ? `accuracy: 0.${5 + kernel}\n` : '2\n')
    ],
    ...(source === 'fit()' ? { scalars: { loss: kernel } } : {})
  }));
  expect(proof.metrics).toEqual([
    expect.objectContaining({ name: 'accuracy', cellId: 'c0', count: 3 }),
    { name: 'loss', cellId: 'c0', count: 3, mean: 1, deviation: 1 }
  ]);
  expect(proof.metrics[0]?.mean).toBeCloseTo(0.6);
  expect(proof.metrics[0]?.deviation).toBeCloseTo(0.1);
  expect(proof.varying).toEqual(['c0']);
  expect(verdicts(proof)).toEqual(['different', 'identical']);
  expect(proof.repeats).toBe(3);
  expect(kernels.ran).toHaveLength(3);
});

test('progress counts steps and tells what is left', async () => {
  const { told } = await replayed(requestFor(BROKEN), () => ({}));
  expect(told.map(({ done }) => done)).toEqual([0, 0, 1, 2, 3]);
  expect(told.map(({ current }) => current?.cellIndex)).toEqual([
    undefined,
    0,
    1,
    2,
    undefined
  ]);
  // Cells took 100 ms before and take 10 here.
  expect(told.map(({ leftMs }) => leftMs)).toEqual([300, 300, 20, 10, 0]);
});

test('every outcome is told once, also of steps that are skipped', async () => {
  const { proof, told } = await replayed(requestFor(BROKEN), () =>
    raising('ValueError', '')
  );
  const ended = told.filter(({ done }, at) => done !== told[at - 1]?.done);
  expect(ended.map(({ last }) => last)).toEqual([null, ...proof.outcomes]);
});

describe('a display that code further down replaces', () => {
  const bar = (text: string): Output => ({
    output_type: 'display_data',
    data: { 'text/plain': text },
    metadata: {}
  });
  const showing =
    (last: string) =>
    (source: string): Answer =>
      source === 'show'
        ? {
            outputs: [printed('bar\n'), bar('0 %')],
            displays: [{ outputIndex: 1, displayId: 'bar' }]
          }
        : source === 'advance'
          ? {
              updates: ['50 %', last].map(text => ({
                displayId: 'bar',
                data: { 'text/plain': text },
                metadata: {}
              }))
            }
          : {};
  const requested = (): ReplayRequest => {
    const request = requestFor([
      ['show', ''],
      ['other', ''],
      ['advance', '']
    ]);
    const [show, ...others] = request.steps;
    return {
      ...request,
      steps: [
        { ...show!, recorded: [printed('bar\n'), bar('100 %')] },
        ...others
      ]
    };
  };

  test.each([
    ['100 %', 'identical'],
    ['99 %', 'different']
  ])('counts as it stands at the end: %s', async (last, verdict) => {
    const { proof } = await replayed(requested(), showing(last));
    expect(proof.outcomes[0]).toMatchObject({
      verdict,
      outputs: [{ verdict: 'identical' }, { replayed: bar(last) }]
    });
    expect(proof.compared).toBe(1);
  });
});
