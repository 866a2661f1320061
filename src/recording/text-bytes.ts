// Texts measured and hashed as the UTF-8 that will be stored, piece by piece, without a second copy of a large one.
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** Characters hashed at a time. */
const PIECE = 1 << 20;

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Length of the text's UTF-8 form; a lone surrogate counts as the three bytes of U+FFFD that it becomes. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      continue;
    }
    if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(index + 1))) {
      bytes += 2;
      index++;
    } else {
      bytes += unit < 0x800 ? 1 : 2;
    }
  }
  return bytes;
}

/** First part of a text, at most `length` units, no pair cut in two. */
export function headOf(text: string, length: number): string {
  const cut = isHighSurrogate(text.charCodeAt(length - 1))
    ? length - 1
    : length;
  return text.slice(0, cut);
}

/** Last part of a text, at most `length` units, no pair cut in two. */
export function tailOf(text: string, length: number): string {
  const start = Math.max(0, text.length - length);
  return text.slice(isLowSurrogate(text.charCodeAt(start)) ? start + 1 : start);
}

/** SHA-256 and size of a text that arrives in pieces. */
export class TextDigest {
  private _hash = sha256.create();
  private _carry = '';
  private _bytes = 0;

  /** UTF-8 bytes so far. */
  get bytes(): number {
    return this._bytes + utf8Length(this._carry);
  }

  /** Takes the next piece; a pair that two pieces share is put together again. */
  update(piece: string): void {
    const text = this._carry + piece;
    for (let start = 0; start < text.length;) {
      let end = Math.min(start + PIECE, text.length);
      if (isHighSurrogate(text.charCodeAt(end - 1)) && end < text.length) {
        end++;
      }
      this._take(text.slice(start, end), end === text.length);
      start = end;
    }
  }

  /** Hex digest of all that was taken so far; more may follow. */
  peek(): string {
    const hash = this._hash.clone();
    hash.update(utf8ToBytes(this._carry));
    return bytesToHex(hash.digest());
  }

  private _take(text: string, isLast: boolean): void {
    const isOpen = isLast && isHighSurrogate(text.charCodeAt(text.length - 1));
    this._carry = isOpen ? text.slice(-1) : '';
    this._add(isOpen ? text.slice(0, -1) : text);
  }

  private _add(text: string): void {
    const bytes = utf8ToBytes(text);
    this._bytes += bytes.length;
    this._hash.update(bytes);
  }
}

/** Hex SHA-256 of one text. */
export function textHash(text: string): string {
  const digest = new TextDigest();
  digest.update(text);
  return digest.peek();
}
