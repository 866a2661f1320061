// What a forecast tells of a notebook that ran from top to bottom.
import { analysePython } from '../analysis';
import { forecast } from '../lineage';
import { aNotebook } from './run-builder';

/** The verdicts of at most eight cells of Python that ran in order and showed something, unless they only assign. */
export function toldInOrder(...sources: readonly string[]): readonly string[] {
  const notebook = aNotebook();
  sources.forEach((source, index) => {
    const id = 'abcdefgh'[index] ?? '';
    const output = /^\w+ = .*$/.test(source) ? undefined : source;
    notebook.cell(id, source).run(id, null, { output });
  });
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input).cells.map(({ verdict }) => verdict);
}
