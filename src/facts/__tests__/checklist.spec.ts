// What fills each row of the checklist, and the degree that is reached.
import { checklistOf, degreeOf, type Degree, type RunFacts } from '..';
import {
  asCellId,
  asRunId,
  emptyContext,
  english,
  executionIdOf,
  type ExecutionReport,
  type Proof,
  type RunContext
} from '../../model';
import { anEnvironment, someDetails } from '../../testing/environments';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { builtFacts } from '../../testing/run-facts';

const report: Partial<ExecutionReport> = {
  streams: {},
  files: [{ path: 'a.csv', mode: 'read', size: 1, modified: 0, hash: 'aa' }],
  addresses: [],
  scalars: { lr: 0.1 },
  types: { model: 'sklearn.linear_model._logistic.LogisticRegression' },
  profiles: { df: { kind: 'frame', shape: [3, 2], columns: [] } },
  cost: { wallMs: 10, cpuMs: 10, peakMemoryBytes: 1, gpuMemoryBytes: null }
};

const SOURCE =
  'lr = 0.1\ndf = pd.read_csv("a.csv").dropna()\nmodel = LogisticRegression(random_state=1)\nmodel.fit(df, y)';

function training(parts: Partial<ExecutionReport> = {}): RunBuilder {
  return aNotebook()
    .cell('a', SOURCE)
    .run('a', null, { report: { ...report, ...parts } })
    .environment(anEnvironment({ pandas: '2' }, { details: someDetails() }));
}

function withNotes(...rows: string[]): RunContext {
  return {
    ...emptyContext(asRunId('run1')),
    notes: Object.fromEntries(rows.map(row => [row, 'A word.']))
  };
}

const states = (facts: RunFacts): { [row: string]: string } =>
  Object.fromEntries(
    checklistOf(facts, english).map(({ id, state }) => [id, state])
  );

const BY_HAND = ['methodology', 'uncertainty', 'cost'];

describe('checklist', () => {
  it('fills what the record has, and leaves open what only the user knows', () => {
    const found = states(builtFacts(training()));
    const open = Object.keys(found).filter(id => found[id] !== 'filled');
    expect(open).toEqual(BY_HAND);
    expect(Object.keys(found)).toHaveLength(14);
  });

  it('says of every open row what would fill it, and of others nothing', () => {
    for (const facts of [
      builtFacts(training()),
      builtFacts(aNotebook().cell('a', 'x <- 1').run('a'), {
        analyse: undefined
      })
    ]) {
      for (const { evidence, state, wanted } of checklistOf(facts, english)) {
        expect(evidence).toMatch(/^\S.*\.$/);
        expect(wanted !== '').toBe(state === 'missing' || state === 'unknown');
      }
    }
  });

  const degree = (
    builder: RunBuilder,
    context: RunContext | null = null,
    parts: Parameters<typeof builtFacts>[1] = {}
  ): Degree =>
    degreeOf(checklistOf(builtFacts(builder, { ...parts, context }), english));

  it('reaches a degree only with all below it, and says what the next one lacks', () => {
    const noted = (...rows: string[]) => degree(training(), withNotes(...rows));
    expect(degree(training())).toEqual({
      reached: null,
      next: 'low',
      asked: 7,
      met: 5,
      open: ['Methodology', 'Uncertainty']
    });
    expect(noted('cost').reached).toBeNull();
    expect(noted('methodology', 'uncertainty')).toEqual({
      reached: 'medium',
      next: 'high',
      asked: 4,
      met: 3,
      open: ['Cost in money']
    });
    expect(noted('methodology', 'uncertainty', 'cost')).toEqual({
      reached: 'high',
      next: null,
      asked: 0,
      met: 0,
      open: []
    });
  });

  it('stays low when the medium degree lacks a row', () => {
    const unseeded = training({
      streams: { numpy: { before: 'a', after: 'b' } }
    });
    expect(degree(unseeded, withNotes(...BY_HAND))).toMatchObject({
      reached: 'low',
      open: ['Random seed']
    });
  });

  it('asks nobody to describe what a notebook without a model does not have', () => {
    const plain = aNotebook()
      .cell('a', 'print(1 + 1)')
      .run('a', null, {
        report: { ...report, scalars: {}, types: {}, profiles: {}, files: [] }
      });
    const found = states(builtFacts(plain));
    for (const row of [
      'model',
      'hyperparameters',
      'dataset',
      'preprocessing',
      'training'
    ]) {
      expect(found[row]).toBe('none');
    }
    expect(degree(plain).open).toEqual(['Methodology', 'Uncertainty']);
    const unseen = states(
      builtFacts(aNotebook().cell('a', 'print(1)').run('a'))
    );
    expect(unseen).toMatchObject({ model: 'missing', training: 'missing' });
    const other = aNotebook()
      .language('R')
      .cell('a', 'lm(y ~ x)')
      .run('a', null, { report });
    expect(states(builtFacts(other)).training).toBe('missing');
  });

  it('takes the text of the notebook for its methodology once it says something', () => {
    const cell = (source: string, type: 'markdown' | 'code' = 'markdown') => ({
      cellId: asCellId('m'),
      type,
      source
    });
    const row = (...document: ReturnType<typeof cell>[]) =>
      checklistOf(builtFacts(training(), { document }), english).find(
        ({ id }) => id === 'methodology'
      );
    const words = 'We held out a tenth and ask how well it does. '.repeat(4);
    expect(row(cell(words), cell(words, 'code'))).toMatchObject({
      state: 'filled',
      evidence: expect.stringContaining('1 text cell with 44 words')
    });
    expect(
      row(cell(`# ${words}`), cell('```\n' + words + '\n```'))
    ).toMatchObject({
      state: 'missing',
      evidence: 'The notebook has no text.'
    });
    expect(row(cell('Short.'))?.state).toBe('missing');
    expect(states(builtFacts(training())).methodology).toBe('unknown');
  });

  it('takes code that works out a spread for uncertainty', () => {
    const row = (source: string, scalars: ExecutionReport['scalars'] = {}) => {
      const builder = training()
        .cell('b', source)
        .run('b', null, { report: { ...report, scalars } });
      return checklistOf(builtFacts(builder), english).find(
        ({ id }) => id === 'uncertainty'
      );
    };
    expect(row('scores = cross_val_score(model, X, y)')?.evidence).toContain(
      'cross_val_score'
    );
    expect(row('acc_std = scores.std()', { acc_std: 0.1 })?.evidence).toContain(
      'acc_std'
    );
    expect(row('standard = scores.mean()', { standard: 1 })?.state).toBe(
      'missing'
    );
  });

  it('names each commit beside which code ran, once', () => {
    const git = {
      remote: '',
      branch: 'main',
      commit: 'a'.repeat(40),
      isDirty: false,
      diff: null
    };
    const change = (id: string, commit: string) => ({
      after: executionIdOf(asRunId('run1'), id),
      git: { ...git, commit },
      unknown: ''
    });
    const gitChanges = [
      change('m1', 'b'.repeat(40)),
      { ...change('m2', ''), git: null },
      change('m3', git.commit)
    ];
    const context = { ...emptyContext(asRunId('run1')), git, gitChanges };
    const facts = builtFacts(training(), { context });
    const row = checklistOf(facts, english).find(({ id }) => id === 'source');
    expect(row?.evidence).toMatch(/beside commit aaaaaaaaaa, bbbbbbbbbb\.$/);
  });

  it('takes blanks for no note, and keeps what the record has over a note', () => {
    const context = {
      ...withNotes('model'),
      notes: { methodology: '  ', model: 'Mine.' }
    };
    const found = states(builtFacts(training(), { context }));
    expect(found).toMatchObject({ methodology: 'unknown', model: 'filled' });
  });

  it.each<[string, string, Partial<ExecutionReport>, string]>([
    [
      'seed',
      'missing',
      { streams: { torch: { before: 'a', after: 'b' } } },
      'torch'
    ],
    [
      'data',
      'missing',
      {
        files: [
          { path: 'big.bin', mode: 'read', size: 9, modified: 0, hash: null }
        ]
      },
      'big.bin'
    ],
    [
      'data',
      'missing',
      { addresses: [{ kind: 'url', address: 'https://a.example' }] },
      'https://a.example'
    ],
    ['data', 'unknown', { files: undefined }, 'Not every execution'],
    ['data', 'filled', { files: [] }, 'No data file'],
    [
      'data',
      'filled',
      {
        files: [
          {
            path: 'big.bin',
            mode: 'read',
            size: 9,
            modified: 0,
            hash: 'aa',
            isSampled: true
          }
        ]
      },
      'of a sample'
    ],
    ['dataset', 'unknown', { profiles: undefined }, 'a.csv'],
    ['dataset', 'none', { profiles: {}, files: [] }, 'No frame'],
    ['hyperparameters', 'unknown', { scalars: undefined }, 'did not report'],
    ['hyperparameters', 'none', { scalars: {} }, 'No parameter'],
    [
      'model',
      'missing',
      { types: { s: 'sklearn.preprocessing._data.StandardScaler' } },
      'no model was recognised'
    ],
    ['compute', 'unknown', { cost: undefined }, 'did not report']
  ])('%s is %s', (row, state, parts, words) => {
    const rows = checklistOf(builtFacts(training(parts)), english);
    const found = rows.find(({ id }) => id === row);
    expect(found?.state).toBe(state);
    expect(found?.evidence).toContain(words);
  });

  it('knows networks that the notebook defines', () => {
    const builder = aNotebook()
      .cell('a', 'class Net(nn.Module):\n  pass')
      .cell('b', 'net = Net()')
      .run('a', null, { report: { types: { Net: 'type' } } })
      .run('b', null, { report: { types: { net: '__main__.Net' } } });
    expect(builtFacts(builder).models).toMatchObject([{ name: 'net' }]);
  });

  it('does not call the source whole where something may have run unseen', () => {
    expect(states(builtFacts(training().gap('joined-late')))).toMatchObject({
      source: 'unknown'
    });
    expect(states(builtFacts(training().gap('no-probe')))).toMatchObject({
      source: 'filled'
    });
  });

  it('says why hardware is not known, in the words of who looked', () => {
    const details = someDetails({
      hardware: { cpu: '', cores: null, memoryBytes: null, gpus: [] },
      unknown: { 'hardware.cpu': 'The file could not be read.' }
    });
    const rows = checklistOf(
      builtFacts(
        training().environment(anEnvironment({ a: '1' }, { details }))
      ),
      english
    );
    expect(rows.find(({ id }) => id === 'hardware')).toMatchObject({
      state: 'unknown',
      evidence: 'The file could not be read.'
    });
  });

  it('takes the spread of metrics over replays for uncertainty', () => {
    const proof = {
      metrics: [{ name: 'acc', count: 3, mean: 0.91234, deviation: 0.011 }]
    } as unknown as Proof;
    const once = {
      metrics: [{ name: 'acc', count: 1, mean: 0.9, deviation: null }]
    } as unknown as Proof;
    const row = (proofs: readonly Proof[]) =>
      checklistOf(builtFacts(training(), { proofs }), english).find(
        ({ id }) => id === 'uncertainty'
      );
    expect(row([proof])?.evidence).toContain('acc 0.9123 ± 0.011 (3)');
    expect(row([once])?.state).toBe('missing');
  });
});
