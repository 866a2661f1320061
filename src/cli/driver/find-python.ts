// Which Python runs kernels: one that has jupyter_client.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { fail, succeed, type Result } from '../../model';

/** Variables of the process. */
export type Variables = { readonly [name: string]: string | undefined };

const HINT =
  'install it with “python -m pip install jupyter_client ipykernel”, or name a Python that has it with --python';

/**
 * The interpreter that was named, by the option or by RETRACE_PYTHON; else the first that has jupyter_client of: the active
 * environment's, the one that the `jupyter` command belongs to, `python3`, `python`.
 */
export function findPython(
  named: string | null,
  variables: Variables
): Result<string> {
  const only = named ?? variables.RETRACE_PYTHON ?? '';
  if (only !== '') {
    const refusal = refusalOf(only);
    return refusal === null
      ? succeed(only)
      : fail(`${only} ${refusal}; ${HINT}`);
  }
  const found = candidates(variables).find(each => refusalOf(each) === null);
  return found === undefined
    ? fail(`No Python with jupyter_client was found; ${HINT}`)
    : succeed(found);
}

/** Interpreters that may run programs of ours, the best first: the one that was named alone, else as `findPython` looks. */
export function interpreters(variables: Variables): readonly string[] {
  const named = variables.RETRACE_PYTHON ?? '';
  return named === '' ? candidates(variables) : [named];
}

function candidates(variables: Variables): string[] {
  const isWindows = process.platform === 'win32';
  const own = isWindows ? ['Scripts', 'python.exe'] : ['bin', 'python'];
  const places = [variables.VIRTUAL_ENV, variables.CONDA_PREFIX].flatMap(
    folder => (folder ? [join(folder, ...own)] : [])
  );
  const names = isWindows ? ['python', 'py'] : ['python3', 'python'];
  return [...places, ...ofJupyter(variables), ...names];
}

/** The interpreter in the first line of the `jupyter` command. */
function ofJupyter({ PATH = '' }: Variables): string[] {
  const command = PATH.split(delimiter)
    .map(folder => join(folder, 'jupyter'))
    .find(each => existsSync(each));
  if (command === undefined) {
    return [];
  }
  const head = Buffer.alloc(512);
  const file = openSync(command, 'r');
  try {
    readSync(file, head);
  } finally {
    closeSync(file);
  }
  const line = /^#!\s*([^\n]*?python[\d.]*)\s*\n/.exec(head.toString('latin1'));
  return line?.[1] === undefined ? [] : [line[1]];
}

/** Why an interpreter will not do; null when it will. */
function refusalOf(interpreter: string): string | null {
  const { error, status } = spawnSync(
    interpreter,
    ['-c', 'import jupyter_client'],
    { stdio: 'ignore' }
  );
  if (error) {
    return 'could not be started';
  }
  return status === 0 ? null : 'has no jupyter_client';
}
