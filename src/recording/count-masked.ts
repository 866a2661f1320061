// How many secrets were masked in outputs.
import { countSecrets, type Json, type Output } from '../model';

/** Markers in the texts of outputs. */
export function countMasked(outputs: readonly Output[]): number {
  return outputs.reduce((sum, output) => sum + countIn(output), 0);
}

function countIn(output: Output): number {
  switch (output.output_type) {
    case 'stream':
      return countSecrets(output.text);
    case 'error':
      return countSecrets([output.evalue, ...output.traceback].join('\n'));
    default:
      return Object.values(output.data).reduce<number>(
        (sum, content) => sum + countSecrets(textOf(content)),
        0
      );
  }
}

function textOf(content: Json): string {
  return typeof content === 'string' ? content : JSON.stringify(content);
}
