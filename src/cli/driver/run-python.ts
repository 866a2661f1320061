// One program of ours in Python, run to its end.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { fail, succeed, type Result } from '../../model';
import { interpreters, type Variables } from './find-python';

/** A program that prints more than this is not one of ours. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * What the program printed, run by the first interpreter that runs it to its end; an English clause when there is none.
 * It runs isolated and in an empty folder: modules beside a notebook are other people's code.
 */
export function runPython(
  code: string,
  seconds: number,
  variables: Variables
): Result<string> {
  const folder = mkdtempSync(join(tmpdir(), 'retrace-run-'));
  try {
    for (const python of interpreters(variables).map(placed)) {
      const { error, status, stdout } = spawnSync(
        python,
        ['-I', '-X', 'utf8', '-'],
        {
          input: `${code}\n`,
          cwd: folder,
          stdio: ['pipe', 'pipe', 'ignore'],
          timeout: seconds * 1000,
          maxBuffer: MOST_BYTES,
          env: { ...variables, PYTHONIOENCODING: 'utf-8' }
        }
      );
      if (!error && status === 0) {
        return succeed(stdout.toString('utf8'));
      }
      if ((error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT') {
        return fail(`it took longer than ${seconds} seconds`);
      }
    }
    return fail('no Python was found that could ask for one');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A path stays what it was where the program runs in another folder; a mere name is looked up. */
function placed(python: string): string {
  return /[\\/]/.test(python) ? resolve(python) : python;
}
