// Beside our exports: the saved document as "jupyter nbconvert --to script" writes it.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RawOutput } from '../../src/testing/truth/label';
import type { Truth } from '../truth/sessions';

/** How the converted document did. */
export type Converted = {
  readonly hasRun: boolean;
  /** True when it prints what the cells of the document had printed. */
  readonly isEqual: boolean;
};

/** Converts the document that remains of a session and runs the script. */
export function convertedDocument(
  { cells, plan }: Truth,
  python: string
): Converted {
  const folder = mkdtempSync(join(tmpdir(), 'retrace-converted-'));
  const { notebook } = plan;
  notebook.data.forEach(name => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    copyFileSync(join(notebook.folder, name), join(folder, name));
  });
  const document = {
    cells: cells.map(({ cellId, source }) => ({
      cell_type: 'code',
      id: cellId,
      metadata: {},
      execution_count: null,
      outputs: [],
      source
    })),
    metadata: {
      kernelspec: {
        name: 'python3',
        display_name: 'Python 3',
        language: 'python'
      },
      language_info: { name: 'python', file_extension: '.py' }
    },
    nbformat: 4,
    nbformat_minor: 5
  };
  writeFileSync(join(folder, 'nb.ipynb'), JSON.stringify(document));
  const options = { cwd: folder, encoding: 'utf8' as const };
  const jupyter = join(dirname(python), 'jupyter');
  spawnSync(jupyter, ['nbconvert', '--to', 'script', 'nb.ipynb'], options);
  // Magics come out as calls of IPython, which runs the file as its author would.
  const done = spawnSync(python, ['-m', 'IPython', '--no-banner', 'nb.py'], {
    ...options,
    env: { ...process.env, MPLBACKEND: 'Agg' }
  });
  rmSync(folder, { recursive: true });
  const expected = cells.map(({ shown }) => printed(shown?.done.outputs ?? []));
  return {
    hasRun: done.status === 0,
    isEqual: done.status === 0 && done.stdout === expected.join('')
  };
}

function printed(outputs: readonly RawOutput[]): string {
  return outputs
    .filter(one => one.output_type === 'stream' && one.name === 'stdout')
    .map(({ text = '' }) => (typeof text === 'string' ? text : text.join('')))
    .join('');
}
