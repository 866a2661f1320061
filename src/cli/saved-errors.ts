// What ended a cell, as its outputs tell.
import type { Execution, Output } from '../model';

/** The error among the outputs of a cell; null where there is none. */
export function errorIn(outputs: readonly Output[]): Execution['error'] {
  for (const output of outputs) {
    const error =
      output.output_type === 'error'
        ? { ename: output.ename, evalue: output.evalue }
        : misuseIn(output);
    if (error) {
      return error;
    }
  }
  return null;
}

/** IPython writes what is wrong with a magic to the error stream, and shows no error. */
function misuseIn(output: Output): Execution['error'] {
  const evalue =
    output.output_type === 'stream' && output.name === 'stderr'
      ? /^UsageError: (.*)$/m.exec(output.text)?.[1]
      : undefined;
  return evalue === undefined ? null : { ename: 'UsageError', evalue };
}
