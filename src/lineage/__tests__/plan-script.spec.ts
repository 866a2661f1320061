import { analysePython } from '../../analysis';
import {
  asCellId,
  asEnvironmentId,
  executionIdOf,
  type Environment
} from '../../model';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { planScript, type ScriptPlan } from '..';

/** The plan for the whole last run, or for one of its executions. */
function planned(notebook: RunBuilder, sequence?: number): ScriptPlan {
  const { document, runs } = notebook.build();
  const history = runs[runs.length - 1];
  if (!history) {
    throw new Error('Nothing ran');
  }
  const executionId = executionIdOf(history.run.runId, `m${sequence}`);
  return planScript({
    history,
    document,
    criterion:
      sequence === undefined
        ? { kind: 'run' }
        : { kind: 'execution', executionId },
    analyse: analysePython
  });
}

const order = ({ steps }: ScriptPlan): number[] =>
  steps.map(({ sequence }) => sequence);

const left = ({ omitted }: ScriptPlan): string[] =>
  omitted.map(({ sequence, reason }) => `${sequence} ${reason}`);

const kinds = ({ warnings }: ScriptPlan): string[] =>
  warnings
    .map(({ kind }) => kind)
    .filter(kind => !['no-environment', 'folder'].includes(kind));

const chain = (): RunBuilder =>
  aNotebook().cell('a', 'x = 1').cell('b', 'y = x + 1').cell('c', 'print(y)');

const environment: Environment = {
  schemaVersion: 1,
  environmentId: asEnvironmentId('e'),
  language: 'python',
  languageVersion: '3.11.7',
  implementation: 'CPython',
  platform: 'Linux',
  packages: [
    { name: 'numpy', version: '2.1.0' },
    { name: 'scikit-learn', version: '1.5.0' },
    { name: 'unused', version: '1' }
  ],
  modules: { sklearn: 'scikit-learn', numpy: 'numpy', bad: '-r evil' }
};

describe('planScript', () => {
  it('leads up to the last execution of each cell that was chosen', () => {
    const { document, runs } = aNotebook()
      .cell('a', 'x = 1')
      .cell('b', 'print(x)')
      .cell('c', 'y = 2')
      .cell('d', 'print(y)')
      .runs('a', 'b', 'c', 'd', 'b')
      .build();
    const plan = planScript({
      history: runs[0]!,
      document,
      criterion: {
        kind: 'cells',
        cellIds: ['b', 'gone', 'b', 'a'].map(asCellId)
      },
      analyse: analysePython
    });
    expect(order(plan)).toEqual([1, 2]);
  });

  it('warns of the clock, of servers, of folders, of absolute paths and of installations', () => {
    const plan = planned(
      aNotebook()
        .cell('a', 'import time\nprint(time.time())')
        .cell('b', 'import requests\nrequests.get("https://a.example")')
        .cell('c', 'text = open("/data/a.txt").read()\ntext')
        .cell('d', '%pip install numpy')
        .cell('e', 'import os\nnames = os.listdir()')
        .cell('f', 'print(names)')
        .runAll()
    );
    expect(plan.warnings.map(({ kind }) => kind)).toEqual([
      'no-environment',
      'clock',
      'network',
      'absolute-path',
      'installs',
      'folder'
    ]);
    expect(plan.steps.map(({ hangsOn }) => hangsOn)).toEqual([
      ['clock'],
      ['network'],
      [],
      [],
      ['folder'],
      ['folder']
    ]);
  });

  it('warns of no absolute path where a library keeps what it fetches', () => {
    const used = { mode: 'read' as const, size: 1, modified: 0, hash: 'aa' };
    const files = ['/home/user/.cache/seaborn-data/tips.csv', '/data/a.csv'];
    const notebook = aNotebook().cell('a', 'load()');
    const plans = files.map(path =>
      planned(
        notebook.run('a', null, { report: { files: [{ ...used, path }] } })
      )
    );
    expect(
      plans.map(({ warnings }) =>
        warnings.some(({ kind }) => kind === 'absolute-path')
      )
    ).toEqual([false, true]);
  });

  it('warns of secrets that were masked, with their number', () => {
    const masked =
      'login("[secret: github-token]", password="[secret: password]")';
    const plan = planned(
      aNotebook().cell('a', masked).cell('b', 'x = 1').runAll()
    );
    expect(plan.warnings.slice(1)).toEqual([
      {
        kind: 'masked-secret',
        executionId: plan.steps[0]?.executionId,
        detail: '2'
      }
    ]);
  });

  it.each<[string, RunBuilder, number | undefined, number[], string[]]>([
    ['keeps a run in order', chain().runAll(), undefined, [1, 2, 3], []],
    [
      'leaves out what nothing depends on',
      chain().cell('z', 'z = 3', 0).runAll(),
      4,
      [2, 3, 4],
      ['1 no-effect']
    ],
    [
      'takes the source that really ran, of a cell that is gone too',
      chain().runAll().run('b', 'y = 7').delete('a'),
      3,
      [1, 2, 3],
      ['4 no-effect']
    ],
    [
      'takes each lineage once',
      chain().runs('a', 'a', 'b', 'b', 'c', 'c'),
      undefined,
      [1, 3, 5],
      ['2 repeats', '4 repeats', '6 repeats']
    ],
    [
      'keeps every turn of an update',
      aNotebook().cell('a', 'x = 1').cell('b', 'x += 1').runs('a', 'b', 'b'),
      3,
      [1, 2, 3],
      []
    ],
    [
      'keeps a call that may have changed the value',
      aNotebook()
        .cell('a', 'x = [2, 1]')
        .cell('b', 'mystery(x)')
        .cell('c', 'print(x)')
        .runAll(),
      3,
      [1, 2, 3],
      []
    ],
    [
      'keeps calls of a function that remembers',
      aNotebook()
        .cell('a', 'def make():\n    n = []\n    return n.append')
        .cell('b', 'tick = make()')
        .cell('c', 'tick(1)')
        .cell('d', 'tick(2)')
        .cell('e', 'print(tick)')
        .runAll(),
      5,
      [1, 2, 3, 4, 5],
      []
    ],
    [
      'keeps a change of the class that an instance is of',
      aNotebook()
        .cell('a', 'class A:\n    fee = 1')
        .cell('b', 'a = A()')
        .cell('c', 'A.fee = 2')
        .cell('d', 'print(a.fee)')
        .runAll(),
      4,
      [1, 2, 3, 4],
      []
    ],
    [
      'leaves a class that was written again to its own instances',
      aNotebook()
        .cell('a', 'class A:\n    fee = 1')
        .cell('b', 'a = A()')
        .cell('c', 'class A:\n    fee = 2')
        .cell('d', 'print(a.fee)')
        .runAll(),
      4,
      [1, 2, 4],
      ['3 no-effect']
    ],
    [
      'keeps a change through another cell’s view',
      aNotebook()
        .cell('a', 'grid = load()')
        .cell('b', 'row = grid[1]')
        .cell('c', 'row += 10')
        .cell('d', 'print(grid)')
        .runAll(),
      4,
      [1, 2, 3, 4],
      []
    ],
    [
      'keeps a change through a view of the cell itself',
      aNotebook()
        .cell('a', 'grid = load()')
        .cell('b', 'flat = grid.ravel()\nflat[-1] = 99')
        .cell('c', 'print(grid)')
        .runAll(),
      3,
      [1, 2, 3],
      []
    ],
    [
      'keeps the files that a folder holds',
      aNotebook()
        .cell('a', 'open("a.txt", "w").write("a")')
        .cell('b', 'import glob')
        .cell('c', 'print(glob.glob("*"))')
        .runAll(),
      3,
      [1, 2, 3],
      []
    ],
    [
      'keeps the cell that writes a module',
      aNotebook()
        .cell('a', '%%writefile m.py\nprint(1)')
        .cell('b', 'k = 1')
        .cell('c', 'import m')
        .cell('d', 'print(m)')
        .runAll(),
      4,
      [1, 3, 4],
      ['2 no-effect']
    ],
    [
      'keeps what came from another client',
      aNotebook().cell('b', 'print(x)').console('x = 1').run('b'),
      undefined,
      [1, 2],
      []
    ],
    [
      'does not run what was aborted',
      chain().runs('a', 'b').run('c', null, { status: 'aborted' }).run('c'),
      undefined,
      [1, 2, 4],
      ['3 not-run']
    ],
    [
      'brings a name back that was overwritten in between',
      aNotebook()
        .cell('a', 'x = 1')
        .cell('b', 'x = 2')
        .cell('c', 'print(x)')
        .runs('a', 'b', 'a', 'c'),
      4,
      [3, 4],
      ['1 no-effect', '2 no-effect']
    ]
  ])('%s', (_, notebook, criterion, steps, omitted) => {
    const plan = planned(notebook, criterion);
    expect(order(plan)).toEqual(steps);
    expect(left(plan)).toEqual(omitted);
    expect(kinds(plan)).toEqual([]);
  });

  it('knows where each cell stood when it ran', () => {
    const plan = planned(
      aNotebook()
        .markdown('t', '# Title')
        .cell('a', 'x = 1')
        .run('a')
        .console('y = x')
        .cell('c', 'print(y)')
        .run('c')
    );
    expect(plan.steps.map(({ cellIndex }) => cellIndex)).toEqual([1, null, 2]);
  });

  it('drops a call that the kernel saw to change nothing', () => {
    const values = { x: 'f1' };
    const notebook = aNotebook()
      .cell('a', 'x = [2, 1]')
      .cell('b', 'mystery(x)')
      .cell('c', 'print(x)')
      .run('a', null, { report: { bound: ['x'], values } })
      .run('b', null, { report: { values } })
      .run('c', null, { report: { values }, output: '[2, 1]' });
    expect(order(planned(notebook, 3))).toEqual([1, 3]);
  });

  it('keeps what changed a value through another name of it', () => {
    const notebook = aNotebook()
      .cell('a', 'x = [1]')
      .cell('b', 'y = x')
      .cell('c', 'y[0] = 2')
      .cell('d', 'print(x)')
      .run('a', null, { report: { bound: ['x'], values: { x: 'f1' } } })
      .run('b', null, {
        report: { bound: ['y'], values: { x: 'f1', y: 'f1' } }
      })
      .run('c', null, { report: { values: { y: 'f2' } } })
      .run('d', null, { report: { values: { x: 'f2' } } });
    expect(order(planned(notebook, 4))).toEqual([1, 2, 3, 4]);
  });

  it('does not take an execution for a repeat that showed something else', () => {
    const notebook = aNotebook()
      .cell('a', 'print(1)')
      .run('a', null, { output: 'one' })
      .run('a', null, { output: 'two' });
    expect(order(planned(notebook))).toEqual([2]);
    expect(left(planned(notebook))).toEqual(['1 no-effect']);
  });

  it('leaves a failed execution out, and keeps it where a name came from it', () => {
    const mended = chain().fails('a').runAll();
    expect(order(planned(mended))).toEqual([2, 3, 4]);
    const needed = chain().fails('a', ['x']).runs('b', 'c');
    expect(order(planned(needed))).toEqual([1, 2, 3]);
    expect(kinds(planned(needed))).toEqual(['failed-step']);
  });

  it('keeps all before a step that was not understood, and says so', () => {
    const notebook = aNotebook()
      .cell('a', 'x = 1')
      .cell('b', '%run other.py')
      .cell('c', 'print(y)')
      .runAll();
    expect(order(planned(notebook, 3))).toEqual([1, 2, 3]);
    expect(kinds(planned(notebook, 3))).toEqual(['partial-analysis']);
  });

  it('keeps everything of a language that nothing reads', () => {
    const { runs } = chain().runAll().build();
    const [history] = runs;
    const plan = history && planScript({ history, criterion: { kind: 'run' } });
    expect(plan && order(plan)).toEqual([1, 2, 3]);
  });

  it('says what it lacks: a lost source, a run joined late, no environment', () => {
    const { runs } = chain().gap('joined-late').runAll().build();
    const [history] = runs;
    const first = history?.executions[0];
    if (!history || !first) {
      throw new Error('Nothing ran');
    }
    const sources = new Map(history.sources);
    sources.delete(first.sourceHash);
    const plan = planScript({
      history: { ...history, sources },
      criterion: { kind: 'run' },
      analyse: analysePython
    });
    expect(order(plan)).toEqual([2, 3]);
    expect(left(plan)).toEqual(['1 source-lost']);
    const told = plan.warnings.map(({ kind }) => kind);
    expect(told).toEqual([
      'incomplete-run',
      'no-environment',
      'incomplete-run'
    ]);
  });

  it('pins what the steps import, and nothing that is no name of a distribution', () => {
    const notebook = aNotebook()
      .environment(environment)
      .cell('a', 'from sklearn.svm import SVC\nimport bad, os')
      .cell('b', 'import polars')
      .run('a')
      .run('b', null, {
        report: {
          bound: ['polars'],
          imported: { polars: '1.0', '--evil': '1', late: 'not a version' },
          modules: { polars: 'polars' }
        }
      });
    expect(planned(notebook).requires).toEqual([
      { name: 'polars', version: '1.0' },
      { name: 'scikit-learn', version: '1.5.0' }
    ]);
  });
});
