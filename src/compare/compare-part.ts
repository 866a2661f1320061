// A record of which only the beginning and the end were kept.
import { hashOf, type Omission, type Output } from '../model';
import type { CompareContext, Comparison } from './comparator';
import { compareTexts } from './compare-text';

/** What stands where the middle was left out; see `recording/stream-text.ts`. */
const CUT = /\n\[… \d+ bytes in all, the middle was not kept …\]\n/;

/** A comparison, or that what is left does not differ and the rest is not known. */
export type PartComparison =
  Comparison | { readonly kind: 'partial'; readonly detail: string };

/** Compares by the hash of the whole where it is known, else what was kept. */
export function comparePart(
  a: Output,
  b: Output,
  omissions: readonly Omission[],
  context: CompareContext
): PartComparison {
  const [first] = omissions;
  const one = textIn(a, first?.mediaType ?? '');
  const other = textIn(b, first?.mediaType ?? '');
  if (!first || one === null || other === null || omissions.length > 1) {
    return partial(first?.bytes ?? 0, 'which cannot be compared');
  }
  if (first.hash !== null && hashOf(other) === first.hash) {
    return { kind: 'identical' };
  }
  const [head = '', tail] = one.split(CUT);
  if (tail === undefined) {
    return partial(first.bytes, 'which cannot be compared');
  }
  const whole = wholeLines(head);
  const found = compareTexts(whole, sameLines(other, whole), context);
  return found.kind === 'different'
    ? found
    : partial(first.bytes, 'and that part does not differ');
}

function partial(bytes: number, what: string): PartComparison {
  return {
    kind: 'partial',
    detail: `Only a part of the record was kept (${bytes} bytes in all), ${what}.`
  };
}

function textIn(output: Output, mediaType: string): string | null {
  if (output.output_type === 'stream') {
    return output.text;
  }
  const content =
    output.output_type === 'error' ? null : output.data[mediaType];
  return typeof content === 'string' ? content : null;
}

/** Up to the last line that is surely whole. */
function wholeLines(text: string): string {
  return text.slice(0, text.lastIndexOf('\n') + 1);
}

/** As many lines from the start of a text. */
function sameLines(text: string, like: string): string {
  const count = like.split('\n').length - 1;
  let end = 0;
  for (let line = 0; line < count; line += 1) {
    const next = text.indexOf('\n', end);
    if (next < 0) {
      return text;
    }
    end = next + 1;
  }
  return text.slice(0, end);
}
