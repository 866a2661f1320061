// Base64 text to bytes and back, only where the way back gives the very same text.
import type { BlobForm } from './records';

/** Newer engines do it natively, about twenty times as fast. */
type NativeBase64 = {
  readonly fromBase64?: (text: string) => Uint8Array;
};
type NativeBytes = { readonly toBase64?: () => string };

const mediaTypes = /^(image\/(?!svg)|audio\/|video\/|application\/pdf$)/;
const pieceLength = 0x8000;

/** True for media types whose content nbformat keeps as base64. */
export function isBinary(mediaType: string): boolean {
  return mediaTypes.test(mediaType);
}

/** The bytes that a base64 text stands for; null when encoding them would not give the text again. */
export function decodeBase64(text: string): {
  readonly bytes: Uint8Array;
  readonly form: BlobForm;
} | null {
  const form = text.endsWith('\n') ? 'base64-line' : 'base64';
  const code = form === 'base64-line' ? text.slice(0, -1) : text;
  const bytes = tryDecode(code);
  if (bytes === null || code.length !== Math.ceil(bytes.length / 3) * 4) {
    return null;
  }
  const tail = bytes.subarray(Math.floor((bytes.length - 1) / 3) * 3);
  return bytes.length > 0 && code.endsWith(encodePiece(tail))
    ? { bytes, form }
    : null;
}

/** Base64 without line breaks. */
export function encodeBase64(bytes: Uint8Array): string {
  const native: NativeBytes = bytes as NativeBytes;
  if (native.toBase64 !== undefined) {
    return native.toBase64();
  }
  const pieces: string[] = [];
  const step = pieceLength - (pieceLength % 3);
  for (let at = 0; at < bytes.length; at += step) {
    pieces.push(encodePiece(bytes.subarray(at, at + step)));
  }
  return pieces.join('');
}

function encodePiece(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function tryDecode(code: string): Uint8Array | null {
  const native: NativeBase64 = Uint8Array as NativeBase64;
  try {
    if (native.fromBase64 !== undefined) {
      return native.fromBase64(code);
    }
    return Uint8Array.from(atob(code), character => character.charCodeAt(0));
  } catch {
    // Not base64: it is kept as text.
    return null;
  }
}
