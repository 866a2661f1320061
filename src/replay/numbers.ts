// Numbers that a cell says, by the words in front of them.
import type { Output } from '../model';

/** More is a table, not a list of metrics. */
const LIMIT = 50;

const NAMED =
  /([A-Za-z][\w %()/@^.-]{0,60}?)\s?[:=]\s{0,10}([+-]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})(?:e[+-]?\d{1,3})?)(?![\w.:])/gi;

/** Numbers by name; a name that appears twice is left out, as nobody could tell which is which. */
export function namedNumbers(
  outputs: readonly Output[]
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const repeated = new Set<string>();
  for (const output of outputs) {
    for (const [, label = '', digits = ''] of textOf(output).matchAll(NAMED)) {
      const name = label.trim().slice(-60);
      if (found.has(name)) {
        repeated.add(name);
      }
      found.set(name, Number(digits));
    }
  }
  repeated.forEach(name => found.delete(name));
  return new Map([...found].slice(0, LIMIT));
}

function textOf(output: Output): string {
  if (output.output_type === 'stream') {
    return output.name === 'stdout' ? output.text.slice(0, 100_000) : '';
  }
  if (output.output_type === 'error' || 'text/html' in output.data) {
    return '';
  }
  const text = output.data['text/plain'];
  return typeof text === 'string' ? text.slice(0, 100_000) : '';
}
