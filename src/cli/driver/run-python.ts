// One program of ours in Python, run to its end.
import { spawnSync } from 'node:child_process';

import { fail, succeed, type Result } from '../../model';
import { interpreters, type Variables } from './find-python';

/** A program that prints more than this is not one of ours. */
const MOST_BYTES = 64 * 2 ** 20;

/** What the program printed, run by the first interpreter that starts; an English clause when there is none. */
export function runPython(
  code: string,
  seconds: number,
  variables: Variables
): Result<string> {
  for (const python of interpreters(variables)) {
    const { error, stdout } = spawnSync(python, ['-'], {
      input: `${code}\n`,
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: seconds * 1000,
      maxBuffer: MOST_BYTES,
      env: { ...variables, PYTHONIOENCODING: 'utf-8' }
    });
    if (!error) {
      return succeed(stdout.toString('utf8'));
    }
    const { code: cause } = error as NodeJS.ErrnoException;
    if (cause === 'ETIMEDOUT') {
      return fail(`it took longer than ${seconds} seconds`);
    }
  }
  return fail('no Python was found that could ask for one');
}
