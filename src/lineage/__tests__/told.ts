// What a forecast says of a notebook, in one line a cell, for the specs of verdicts.
import { analysePython } from '../../analysis';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast, type CellForecast } from '..';

/** The cell, its verdict and the kinds of its causes. */
export function told(notebook: RunBuilder): string[] {
  return cellsOf(notebook).map(lineOf);
}

/** The same with the kinds of its advice in brackets. */
export function toldWithAdvice(notebook: RunBuilder): string[] {
  return cellsOf(notebook).map(cell =>
    [lineOf(cell), ...(cell.advice ?? []).map(({ kind }) => `(${kind})`)].join(
      ' '
    )
  );
}

function cellsOf(notebook: RunBuilder): readonly CellForecast[] {
  return forecast({ ...notebook.build(), analyse: analysePython }).cells;
}

function lineOf({ cellId, verdict, causes }: CellForecast): string {
  return [cellId, verdict, ...causes.map(({ kind }) => kind)].join(' ');
}

/** A notebook whose cells each ran once, in order, and showed their own source. */
export const cells = (...sources: string[]): RunBuilder => {
  const notebook = aNotebook();
  sources.forEach((source, index) => {
    const id = 'abcdefgh'[index] ?? '';
    notebook.cell(id, source).run(id, null, { output: source });
  });
  return notebook;
};

/** What becomes of a cell that showed something before others ran. */
export function judgedBefore(
  source: string,
  output: string,
  ...others: string[]
): string {
  const notebook = aNotebook().cell('a', source).run('a', null, { output });
  others.forEach((other, index) => {
    const id = 'bcd'[index] ?? '';
    notebook.cell(id, other).run(id);
  });
  return told(notebook)[0] ?? '';
}

/** The verdicts of cells, called by their places, that ran in an order behind one that starts. */
export function verdictsBehind(
  start: string,
  cells: readonly string[],
  order: string
): string[] {
  const notebook = aNotebook().cell('s', start);
  cells.forEach((source, index) => notebook.cell(`${index}`, source));
  notebook.run('s');
  [...order].forEach(id => notebook.run(id, null, { output: `of ${id}` }));
  return told(notebook)
    .slice(1)
    .map(one => one.split(' ')[1] ?? '');
}
