// A terminal and a disk for tests of the command line, and the files that it reads.
import { fail, succeed } from '../../model';
import type { Io } from '../io';
import { main } from '../main';

/** What a command said. */
export type Said = {
  readonly code: number;
  readonly out: string;
  readonly err: string;
};

/** The file of which the content is what every program in Python prints. */
export const PRINTED = '<printed by Python>';

/** Runs a command line on files that exist nowhere else; what it writes is put into `written`. */
export function retrace(
  args: readonly string[],
  files: { readonly [path: string]: unknown } = {},
  written = new Map<string, Uint8Array>()
): Said {
  const { io, said } = terminalOn(files, written);
  const code = main(args, io, '1.2.3');
  if (typeof code !== 'number') {
    throw new Error('The command waits for something: use `retraceLater`');
  }
  return said(code);
}

/** The same for a command that waits for something. */
export async function retraceLater(
  args: readonly string[],
  files: { readonly [path: string]: unknown } = {}
): Promise<Said> {
  const { io, said } = terminalOn(files, new Map());
  return said(await main(args, io, '1.2.3'));
}

function terminalOn(
  files: { readonly [path: string]: unknown },
  written: Map<string, Uint8Array>
): {
  readonly io: Io;
  readonly said: (code: number) => Said;
} {
  let out = '';
  let err = '';
  const io: Io = {
    read: path => {
      const content = files[path];
      return content === undefined
        ? { ok: false, reason: 'There is no such file' }
        : {
            ok: true,
            text:
              typeof content === 'string' ? content : JSON.stringify(content)
          };
    },
    readBytes: path => {
      const content = files[path];
      if (content instanceof Uint8Array) {
        return succeed(content);
      }
      return typeof content === 'string'
        ? succeed(new TextEncoder().encode(content))
        : fail('There is no such file');
    },
    write: (path, bytes) => {
      written.set(path, bytes);
      return succeed(null);
    },
    runPython: () =>
      typeof files[PRINTED] === 'string'
        ? succeed(files[PRINTED])
        : fail('no Python was found that could ask for one'),
    now: () => '2026-11-24T12:00:00.000Z',
    out: text => {
      out += text;
    },
    err: text => {
      err += text;
    }
  };
  return { io, said: code => ({ code, out, err }) };
}

/** A cell of a saved notebook. */
export type SavedCell = {
  readonly id?: string;
  readonly source: string;
  readonly count?: number | null;
  readonly stdout?: string;
  readonly outputs?: readonly unknown[];
  readonly tags?: readonly string[];
  readonly type?: 'code' | 'markdown' | 'raw';
};

/** A saved notebook of format 4.5 for a Python kernel. */
export function savedNotebook(
  cells: readonly SavedCell[],
  changes: { readonly [key: string]: unknown } = {}
): unknown {
  return {
    cells: cells.map(cell => ({
      cell_type: cell.type ?? 'code',
      ...(cell.id === undefined ? {} : { id: cell.id }),
      metadata: { tags: cell.tags ?? [] },
      source: cell.source.split(/(?<=\n)/),
      ...(cell.type && cell.type !== 'code'
        ? {}
        : {
            execution_count: cell.count ?? null,
            outputs:
              cell.outputs ??
              (cell.stdout === undefined
                ? []
                : [
                    {
                      output_type: 'stream',
                      name: 'stdout',
                      text: [cell.stdout]
                    }
                  ])
          })
    })),
    metadata: {
      kernelspec: {
        name: 'python3',
        display_name: 'Python 3',
        language: 'python'
      }
    },
    nbformat: 4,
    nbformat_minor: 5,
    ...changes
  };
}
