// What ended a cell, as its outputs tell.
import { hasMagic } from '../analysis';
import type { Execution, Output } from '../model';

/** The error among what code shows; null where there is none. */
export function errorIn(
  source: string,
  outputs: readonly Output[]
): Execution['error'] {
  for (const output of outputs) {
    const error =
      output.output_type === 'error'
        ? { ename: output.ename, evalue: output.evalue }
        : misuseIn(source, output);
    if (error) {
      return error;
    }
  }
  return null;
}

/** IPython writes what is wrong with a magic to the error stream, and shows no error; a program may write the same. */
function misuseIn(source: string, output: Output): Execution['error'] {
  const evalue =
    output.output_type === 'stream' && output.name === 'stderr'
      ? /^UsageError: (.*)$/m.exec(output.text)?.[1]
      : undefined;
  return evalue === undefined || !hasMagic(source)
    ? null
    : { ename: 'UsageError', evalue };
}
