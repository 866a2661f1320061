// Outputs as text, for a comparison line by line.
import type { Output } from '../../model';
import { settleStream } from '../outputs/settle-stream';

/** What a terminal would show; of a picture or a page, that there is one. */
export function outputText(outputs: readonly Output[]): string {
  return outputs.map(textOf).join('\n');
}

function textOf(output: Output): string {
  switch (output.output_type) {
    case 'stream':
      return settleStream(output.text).replace(/\n$/, '');
    case 'error':
      return `${output.ename}: ${output.evalue}`;
    default: {
      const plain = output.data['text/plain'];
      return typeof plain === 'string'
        ? plain
        : `[${Object.keys(output.data).join(', ')}]`;
    }
  }
}
