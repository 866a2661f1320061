// Verdicts on cells of R, for specs.
import { analyseR } from '../analysis';
import { forecast } from '../lineage';
import { aNotebook } from './run-builder';

/** Runs cells from top to bottom, then edits and runs the first; gives the verdict on the last, which shows something. */
export function verdictAfterEdit(
  first: readonly [before: string, after: string],
  ...others: readonly string[]
): string | undefined {
  const notebook = aNotebook().cell('0', first[0]);
  others.forEach((source, at) => notebook.cell(`${at + 1}`, source));
  notebook.run('0');
  others.forEach((_, at) => notebook.run(`${at + 1}`, null, { output: '1' }));
  notebook.run('0', first[1]);
  const input = { ...notebook.build(), analyse: analyseR };
  return forecast(input).cells[others.length]?.verdict;
}

/** Runs cells in the order of their places, and lets those with a minus fail; gives the verdict on one. */
export function verdictOf(
  place: number,
  sources: readonly string[],
  order: readonly number[]
): string | undefined {
  const notebook = aNotebook();
  sources.forEach((source, at) => notebook.cell(`${at}`, source));
  order.forEach(at =>
    at < 0
      ? notebook.fails(`${-at}`)
      : notebook.run(`${at}`, null, { output: '1' })
  );
  const input = { ...notebook.build(), analyse: analyseR };
  return forecast(input).cells[place]?.verdict;
}
