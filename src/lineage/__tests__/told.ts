// What a forecast says of a notebook, in one line a cell, for the specs of chance.
import { analysePython } from '../../analysis';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast } from '..';

/** The cell, its verdict, the kinds of its causes and, in brackets, of its advice. */
export function told(notebook: RunBuilder): readonly string[] {
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input).cells.map(({ cellId, verdict, causes, advice = [] }) =>
    [
      cellId,
      verdict,
      ...causes.map(({ kind }) => kind),
      ...advice.map(({ kind }) => `(${kind})`)
    ].join(' ')
  );
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
