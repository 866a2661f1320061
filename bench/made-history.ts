// A long history for measuring, made up.
import type { ExecutionReport } from '../src/model';
import { aNotebook, type BuiltHistory } from '../src/testing/run-builder';

/** Tables, functions and values that build on the cell above. */
function sourceOf(index: number): string {
  const table = `d${index - (index % 10)}`;
  if (index % 10 === 0) {
    return `${table} = {}\nx${index} = ${index}`;
  }
  return index % 10 === 5
    ? `def f${index}(q):\n    return q + x${index - 5}\nx${index} = f${index}(x${index - 1})`
    : `x${index} = x${index - 1} + 1\n${table}["k${index}"] = x${index}\nprint(len(${table}))`;
}

/** What the probe would say of a cell. */
function reportOf(index: number): Partial<ExecutionReport> {
  const [name, table] = [`x${index}`, `d${index - (index % 10)}`];
  const isPlain = index % 10 === 5;
  return {
    rebound: isPlain ? [name, `f${index}`] : [name],
    values: {
      [name]: `int:${index}`,
      [`x${index - 1}`]: `int:${index - 1}`,
      ...(!isPlain && { [table]: `dict:${index % 10}` })
    },
    types: { [name]: 'builtins.int', [table]: 'builtins.dict' },
    changed: isPlain || index % 10 === 0 ? [] : [table],
    shared: []
  };
}

/** So many cells, run in order once, then here and there up to so many executions; copied as a store copies what it gives back. */
export function historyOf(
  cells: number,
  executions: number,
  hasProbe = false
): BuiltHistory {
  const notebook = aNotebook();
  const run = (index: number): void => {
    const report = hasProbe ? reportOf(index) : undefined;
    notebook.run(`c${index}`, null, { report });
  };
  for (let index = 0; index < cells; index += 1) {
    notebook.cell(`c${index}`, sourceOf(index));
    run(index);
  }
  let state = 1;
  for (let count = cells; count < executions; count += 1) {
    state = (state * 16807) % 2147483647;
    run(state % cells);
  }
  return structuredClone(notebook.build());
}
