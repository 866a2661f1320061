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
