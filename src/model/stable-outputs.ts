// What outputs show again when nothing but time, place and process differ.
import { hashOf } from './hash';
import type { BlobHash } from './ids';
import type { Output } from './output';

/** Longer texts are not compared: nobody reads them for one differing number, and hashing them takes time. */
const SIZE_LIMIT = 100_000;

/** What differs between two runs of a program that does the same. */
const VOLATILE: readonly RegExp[] = [
  /\b0x[0-9a-f]{4,16}\b/gi,
  /\b[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}\b/gi,
  /\b(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})\b/gi,
  /\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?/g,
  /\b\d+:\d\d(?::\d\d)?(?:[.,]\d+)?/g,
  /\d[\d.,]*(?:e[+-]?\d+)?\s*(?:ns|[uµμ]s|ms|s|sec|secs|seconds?|min|minutes?|h|hours?)\b/gi,
  /\d[\d.,]*\s*(?:it|items?|[kMG]i?B)\/s/g,
  /(?:\/tmp|\/var\/folders|ipykernel_\d+)[^\s"'<>]*/g
];

/** Signs of a progress bar or of another text that is overwritten while it grows. */
const CHANGING = /\r|[\b]|\d%\||━|█/;

/**
 * Equal for equal texts apart from addresses, times, durations, random identifiers and temporary paths; warnings and
 * pictures do not count. Null where nothing is left to compare, or where it would not be fair.
 */
export function stableHashOf(outputs: readonly Output[]): BlobHash | null {
  const texts: string[] = [];
  for (const output of outputs) {
    const text = textOf(output);
    if (text === null || CHANGING.test(text)) {
      return null;
    }
    texts.push(text);
  }
  const shown = texts.join('\n');
  return shown.length > 0 && shown.length <= SIZE_LIMIT
    ? hashOf(VOLATILE.reduce((kept, one) => kept.replace(one, '…'), shown))
    : null;
}

/** Empty for what does not count; null for what cannot be compared as text. */
function textOf(output: Output): string | null {
  if (output.output_type === 'stream') {
    return output.name === 'stdout' ? output.text : '';
  }
  if (output.output_type === 'error') {
    return null;
  }
  const text = output.data['text/plain'];
  return typeof text === 'string' ? text : null;
}
