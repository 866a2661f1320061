// A source that sees what it saw before is not walked again; the forecast must be that of walking it each time.
import { analysePython, type CellAnalysis } from '../../analysis';
import { emptyReport, type ExecutionReport } from '../../model';
import { truthNotebooks, type DraftCell } from '../../testing/truth/notebooks';
import { seededRandom } from '../../testing/truth/schedules';
import { aNotebook, type BuiltHistory } from '../../testing/run-builder';
import { createForecaster, forecast, type Forecast } from '..';

/** Code that sees more than values under names: classes, state outside of them, what other cells did unseen. */
const tricky: readonly DraftCell[] = [
  ['import random, os\nimport pandas as pd'],
  ['x = 1', 'x = 2', 'x = missing'],
  ['class A:\n    k = 1\n    def m(self):\n        return x', 'A = 1'],
  [
    'def f():\n    return x + y',
    'def f():\n    global y\n    y = x\n    return y'
  ],
  ['y = f()', 'y = 3'],
  ['a = A()\na.m()'],
  ['A.k = x'],
  ['A.k + a.k'],
  ['g = (i for i in [x])', 'g = [x]'],
  ['list(g)'],
  ['y'],
  ['print(_)', 'exec(code)'],
  ['pd.options.display.max_rows = 5', 'pd.options.display.max_rows = 9'],
  ['df = pd.DataFrame({"p": [x]})\ndf'],
  ['df["q"] = df["p"] + y\ndf'],
  ['open("f.txt", "w").write(str(x))'],
  ['print(open("f.txt").read())'],
  ['s = {str(x), "b"}', 's = [1]'],
  ['print(list(s))'],
  ['random.seed(1)', 'random.seed(2)'],
  ['random.random()'],
  ['l = []\nm = l', 'm = []'],
  ['m.append(x)\nlen(l)'],
  ['from os.path import *', 'del y'],
  ['os.chdir("sub")', '%magic'],
  ['t = t + 1 if "t" in globals() else 0', 't = 0']
];

const notebooks = [tricky, tricky, tricky, ...truthNotebooks];
const known = new Map<string, CellAnalysis>();

function analyse(source: string): CellAnalysis {
  const analysis = known.get(source) ?? analysePython(source);
  known.set(source, analysis);
  return analysis;
}

/** What a kernel might say that binds small numbers. */
function reportOf(source: string, random: () => number): ExecutionReport {
  const { bindings, updates } = analyse(source);
  const names = [...new Set(bindings.map(({ name }) => name))];
  const value = (name: string): [string, string] => [
    name,
    `int:${Math.floor(random() * 2)}`
  ];
  const changed = updates.map(({ name }) => name);
  return {
    ...emptyReport,
    rebound: names,
    values: Object.fromEntries(names.map(value)),
    types: Object.fromEntries(names.map(name => [name, 'builtins.int'])),
    changed: changed.filter(() => random() < 0.5),
    shared: random() < 0.1 ? [names] : []
  };
}

/** Cells that ran in order, and then here and there, each several times; some were edited, some failed. */
function ranHereAndThere(
  cells: readonly DraftCell[],
  random: () => number,
  hasProbe: boolean
): BuiltHistory {
  const notebook = aNotebook();
  const run = (at: number): void => {
    const sources = cells[at] ?? [''];
    const source = sources[Math.floor(random() ** 3 * sources.length)] ?? '';
    const hasFailed = random() < 0.05;
    notebook.run(`c${at}`, source, {
      output: `${at}`,
      ...(hasFailed && { status: 'error' }),
      ...(hasProbe && { report: reportOf(source, random) })
    });
  };
  cells.forEach(([source], at) => notebook.cell(`c${at}`, source));
  cells.forEach((_, at) => run(at));
  for (let count = 0; count < cells.length * 3; count += 1) {
    run(Math.floor(random() * cells.length));
  }
  return notebook.build();
}

/** What is told where all executions are taken in at once, of many of which the source sees the same again. */
function atOnce(history: BuiltHistory): string {
  return textOf(forecast({ ...history, analyse }));
}

/** What is told where one execution is taken in after the other, before which all walks are forgotten. */
function oneByOne({ runs, document }: BuiltHistory): string {
  const [run] = runs;
  const forecaster = createForecaster();
  const told = run?.executions.map((_, at, all) =>
    forecaster.forecast({
      document: at === all.length - 1 ? document : [],
      runs: [{ ...run, executions: all.slice(0, at + 1) }],
      analyse
    })
  );
  const last = told?.pop();
  return last ? textOf(last) : '';
}

function textOf({ cells, graph, comesOutNow }: Forecast): string {
  const now = cells.map(({ cellId }) => comesOutNow([cellId]));
  return JSON.stringify([cells, now, graph()], null, 1);
}

describe('walks', () => {
  for (const hasProbe of [false, true]) {
    it.each(notebooks.map((_, index) => index))(
      `that are spared leave the forecast of notebook %s as it is (probe: ${hasProbe})`,
      index => {
        const random = seededRandom(index + 1);
        const cells = notebooks[index] ?? [];
        const history = ranHereAndThere(cells, random, hasProbe);
        expect(atOnce(history)).toBe(oneByOne(history));
      }
    );
  }
});
