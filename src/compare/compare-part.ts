// Outputs of which, on one side or on both, only the beginning and the end were kept.
import { hashOf, type Omission, type Output } from '../model';
import type { CompareContext, Comparison } from './comparator';
import { compareTexts } from './compare-text';

/** What stands where the middle was left out; see `recording/stream-text.ts`. */
const CUT = /\n\[… \d+ bytes in all, the middle was not kept …\]\n/;

/** A comparison, or that what is left does not differ and the rest is not known. */
export type PartComparison =
  Comparison | { readonly kind: 'partial'; readonly detail: string };

/** What was left out of the two outputs of a pair. */
export type Omissions = {
  readonly a: readonly Omission[];
  readonly b: readonly Omission[];
};

/** Compares by the hash of the whole where it is known, else what was kept. */
export function comparePart(
  a: Output,
  b: Output,
  cut: Omissions,
  context: CompareContext
): PartComparison {
  const [first] = [...cut.a, ...cut.b];
  const mediaType = first?.mediaType ?? '';
  const one = textIn(a, mediaType);
  const other = textIn(b, mediaType);
  const isOne = [...cut.a, ...cut.b].every(
    omission => omission.mediaType === mediaType
  );
  if (!first || one === null || other === null || !isOne) {
    return partial(cut, 'which cannot be compared');
  }
  const hash = wholeHash(one, cut.a);
  if (hash !== null && hash === wholeHash(other, cut.b)) {
    return { kind: 'identical' };
  }
  const [head, twin] = [headOf(one, cut.a), headOf(other, cut.b)];
  if (head === null || twin === null) {
    return partial(cut, 'which cannot be compared');
  }
  const found = compareTexts(
    sameLines(head, twin),
    sameLines(twin, head),
    context
  );
  return found.kind === 'different'
    ? found
    : partial(cut, 'and that part does not differ');
}

/** Of a whole text, or of one that was cut; null where it is not known. */
function wholeHash(
  text: string,
  [omission]: readonly Omission[]
): string | null {
  return omission ? omission.hash : hashOf(text);
}

/** What is there of a text up to where it was cut, in whole lines; null for one that was left out altogether. */
function headOf(text: string, [omission]: readonly Omission[]): string | null {
  if (!omission) {
    return text;
  }
  const [head = '', tail] = text.split(CUT);
  return tail === undefined ? null : wholeLines(head);
}

function partial({ a, b }: Omissions, what: string): PartComparison {
  const side = a.length === 0 ? 'replay' : 'record';
  const { bytes } = a[0] ?? b[0] ?? { bytes: 0 };
  return {
    kind: 'partial',
    detail: `Only a part of the ${side} was kept (${bytes} bytes in all), ${what}.`
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

/** As many lines from the start of a text as another one has; all of it where that one has more. */
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
