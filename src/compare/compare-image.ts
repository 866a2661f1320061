// Pictures: pixel by pixel where they can be read, byte by byte where not.
import type { Comparison, OutputComparator } from './comparator';
import { comparePixels } from './compare-pixels';
import { decodePng } from './png';

/** What base64 is written with; line breaks are allowed in it. */
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Pictures in base64. */
export const image: OutputComparator = {
  id: 'image',
  matches: mediaType =>
    /^image\/(?!svg)/.test(mediaType) || mediaType === 'application/pdf',
  compare(a, b): Comparison {
    if (typeof a !== 'string' || typeof b !== 'string') {
      return { kind: 'different', detail: 'One of the two is not a picture.' };
    }
    const [one, other] = [bytesOf(a), bytesOf(b)];
    if (!one || !other) {
      return {
        kind: 'different',
        detail: 'One of the two is not written in base64.'
      };
    }
    if (areSame(one, other)) {
      return { kind: 'equivalent', rules: ['image-encoding'] };
    }
    const [first, second] = [decodePng(one), decodePng(other)];
    if (!first.ok || !second.ok) {
      const reason = first.ok ? (second.ok ? '' : second.reason) : first.reason;
      return {
        kind: 'different',
        detail: `The bytes differ, and the pictures could not be read: ${reason}`
      };
    }
    return comparePixels(first.value, second.value);
  }
};

function areSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** The bytes of a base64 text; null for what is none. */
function bytesOf(text: string): Uint8Array | null {
  const clean = text.replace(/\s+/g, '');
  if (!BASE64.test(clean) || clean.replace(/=+$/, '').length % 4 === 1) {
    return null;
  }
  const digits = clean.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let [held, bits, at] = [0, 0, 0];
  for (let index = 0; index < digits.length; index += 1) {
    held = ((held << 6) | valueOf(digits.charCodeAt(index))) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (held >> bits) & 0xff;
      at += 1;
    }
  }
  return bytes;
}

function valueOf(code: number): number {
  if (code >= 97) {
    return code - 71;
  }
  if (code >= 65) {
    return code - 65;
  }
  return code >= 48 ? code + 4 : code === 43 ? 62 : 63;
}
