import { analysePython } from '../../analysis';
import type { BuiltHistory } from '../../testing/run-builder';
import { aNotebook } from '../../testing/run-builder';
import { createForecaster, forecast, type CellForecast } from '..';

/** States of one notebook, each some acts after the one before. */
function states(): BuiltHistory[] {
  const found: BuiltHistory[] = [];
  const notebook = aNotebook()
    .cell('a', 'x = [3, 1]')
    .cell('b', 'sort(x)')
    .cell('c', 'print(x)')
    .cell('d', 'import random\nprint(random.random())');
  const keep = (): void => void found.push(notebook.build());
  keep();
  notebook.runs('a', 'b');
  keep();
  notebook.run('c');
  keep();
  notebook.run('b', null, { report: { changed: ['x'] } });
  keep();
  notebook.edit('a', 'x = [2]');
  keep();
  notebook.run('a').run('d', null, {
    report: { streams: { random: { before: 'p', after: 'q' } } }
  });
  keep();
  notebook.restart().run('c');
  keep();
  notebook.delete('b').runAll();
  keep();
  return found;
}

/** One notebook after each of many edits: typing in one cell, then in others, with cells above that stop or do anything. */
function edits(): BuiltHistory[] {
  const notebook = aNotebook()
    .cell('a', 'import os\nos.chdir("data")\nx = 1')
    .cell('b', 'y = missing + x')
    .cell('c', 'exec(code)')
    .cell('d', 'z = list(map(str, [x]))\nz')
    .cell('e', 'print(_, y)')
    .cell('f', 'z.append(x)\nz')
    .runAll();
  const typed = [
    ['d', 'z = [x]\nz'],
    ['d', 'z = [x, 2]\nz'],
    ['f', 'z.append(2)\nz'],
    ['f', 'z.append(y)\nz'],
    ['b', 'y = x'],
    ['b', 'y = x + 1'],
    ['f', 'print(z)'],
    ['a', 'x = 2'],
    ['f', 'print(z, x)'],
    ['f', 'print(z, x)']
  ] as const;
  return typed.map(([id, source]) => notebook.edit(id, source).build());
}

const cellsOf = (built: BuiltHistory): readonly CellForecast[] =>
  forecast({ ...built, analyse: analysePython }).cells;

describe('a forecaster that remembers', () => {
  it('says after every act what one says that starts afresh', () => {
    const forecaster = createForecaster();
    for (const built of states()) {
      const made = forecaster.forecast({ ...built, analyse: analysePython });
      expect(made.cells).toEqual(cellsOf(built));
    }
  });

  it('starts again when the runs are others, or what was recorded is gone', () => {
    const forecaster = createForecaster();
    for (const built of states().reverse()) {
      const made = forecaster.forecast({ ...built, analyse: analysePython });
      expect(made.cells).toEqual(cellsOf(built));
    }
  });

  it('takes nothing in from a computation that was left half-way', () => {
    const forecaster = createForecaster();
    const all = states();
    for (const built of all) {
      const task = forecaster.forecastInSteps({
        ...built,
        analyse: analysePython
      });
      task.next();
      task.next();
      task.next();
    }
    const last = all[all.length - 1];
    expect(last).toBeDefined();
    const built = last as BuiltHistory;
    expect(
      forecaster.forecast({ ...built, analyse: analysePython }).cells
    ).toEqual(cellsOf(built));
  });

  it('says after every edit what one says that starts afresh', () => {
    const forecaster = createForecaster();
    for (const built of edits()) {
      const made = forecaster.forecast({ ...built, analyse: analysePython });
      expect(made.cells).toEqual(cellsOf(built));
    }
  });

  it('takes over no cell of which more is known by now', () => {
    const forecaster = createForecaster();
    const notebook = aNotebook().cell('a', '1 / 0').cell('b', '1');
    for (const built of [
      notebook.build(),
      notebook.edit('b', '1 / 0').build(),
      notebook.run('b', null, { status: 'error', output: 'no' }).build()
    ]) {
      const made = forecaster.forecast({ ...built, analyse: analysePython });
      expect(made.cells).toEqual(cellsOf(built));
    }
  });

  it('takes over no cell that read a file which changed since', () => {
    const notebook = aNotebook()
      .cell('a', 'text = open("a.txt").read()\nprint(text)')
      .cell('b', 'y = 1')
      .run('a', null, {
        output: 'one',
        report: {
          files: [
            { path: 'a.txt', mode: 'read', hash: 'h', size: 3, modified: 9 }
          ]
        }
      });
    const forecaster = createForecaster();
    const verdict = (size: number): string | undefined =>
      forecaster.forecast({
        ...notebook.edit('b', `y = ${size}`).build(),
        analyse: analysePython,
        files: new Map([['a.txt', { size, modified: 9 }]])
      }).cells[0]?.verdict;
    expect([3, 4, 3].map(verdict)).toEqual(['same', 'differs', 'same']);
  });

  it('forgets the options that a cell set which is another one by now', () => {
    const frames = { types: { rows: 'builtins.list' } };
    const notebook = aNotebook()
      .cell('i', 'import pandas as pd\nrows = [pd.DataFrame({"a": [0.5]})]')
      .cell('s', 'x = 1')
      .cell('d', 'rows')
      .run('i', null, { report: frames })
      .run('d', null, { output: '[     a\n0  0.5]', report: frames })
      .run('s');
    const forecaster = createForecaster();
    const verdict = (source: string): string | undefined => {
      const built = notebook.edit('s', source).build();
      const made = forecaster.forecast({ ...built, analyse: analysePython });
      expect(made.cells).toEqual(cellsOf(built));
      return made.cells[2]?.verdict;
    };
    const setter = 'x = 1\npd.set_option("display.precision", 2)';
    expect(['x = 1', setter, 'x = 1'].map(verdict)).toEqual([
      'same',
      'differs',
      'same'
    ]);
  });

  it('analyses a source once', () => {
    const forecaster = createForecaster();
    const analysed: string[] = [];
    const analyse: typeof analysePython = source => {
      analysed.push(source);
      return analysePython(source);
    };
    const [, , third] = states();
    forecaster.forecast({ ...(third as BuiltHistory), analyse });
    forecaster.forecast({ ...(third as BuiltHistory), analyse });
    expect(analysed.length).toBe(new Set(analysed).size);
  });
});
