// The text of one stream output: whole up to the cap, beyond it the beginning and the end with hash and size.
import type { Mask } from './mask';
import { headOf, tailOf, TextDigest, textHash, utf8Length } from './text-bytes';

/** Characters kept from each end of a text that is over the cap. */
export const PREVIEW_LENGTH = 16384;

/** Pieces that are joined at a time: a million tiny writes would otherwise be a million objects. */
const PIECES_LIMIT = 1024;

/** Characters after which they are joined in any case. */
const PENDING_LIMIT = 1 << 16;

/** What stands between the two ends of a shortened text. */
function shortened(head: string, tail: string, bytes: number): string {
  return `${head}\n[… ${bytes} bytes in all, the middle was not kept …]\n${tail}`;
}

/** True for a text that its preview would hold whole: it is kept under any cap. */
export function isShort(text: string): boolean {
  return text.length <= 2 * PREVIEW_LENGTH;
}

/** Both ends of a text that is over the cap; `bytes` is the size of the whole. */
export function cut(text: string, bytes: number): string {
  return isShort(text)
    ? text
    : shortened(
        headOf(text, PREVIEW_LENGTH),
        tailOf(text, PREVIEW_LENGTH),
        bytes
      );
}

/** What a text is in the record. */
export type KeptText = {
  /** The whole, or a preview of it. */
  readonly text: string;
  /** UTF-8 bytes of the whole. */
  readonly bytes: number;
  /** Hex SHA-256 of the whole. */
  readonly hash: string;
  readonly isWhole: boolean;
};

/** Collects the text of one stream output. */
export class StreamText {
  private readonly _capBytes: number;
  private readonly _mask: Mask;
  private _text = '';
  private _pieces: string[] = [];
  private _pending = 0;
  private _bytes = 0;
  private _overflow: { digest: TextDigest; head: string; tail: string } | null =
    null;

  /** Secrets are masked in the joined text, since pieces may cut them. */
  constructor(capBytes: number, mask: Mask) {
    this._capBytes = capBytes;
    this._mask = mask;
  }

  append(piece: string): void {
    this._pieces.push(piece);
    this._pending += piece.length;
    if (this._pieces.length > PIECES_LIMIT || this._pending > PENDING_LIMIT) {
      this._join();
    }
  }

  /** UTF-8 bytes so far. */
  get bytes(): number {
    this._join();
    return this._overflow?.digest.bytes ?? this._bytes;
  }

  /**
   * The text as it stands, cut where it is over the given cap or its own.
   * Hashing a text of some megabytes takes milliseconds: call it when the result is wanted.
   */
  keep(capBytes: number): KeptText {
    this._join();
    if (this._overflow === null) {
      const text = this._mask(this._text);
      const bytes = utf8Length(text);
      const isWhole = bytes <= capBytes || isShort(text);
      return {
        text: isWhole ? text : cut(text, bytes),
        bytes,
        hash: textHash(text),
        isWhole
      };
    }
    const { head, tail, digest } = this._overflow;
    const bytes = digest.bytes;
    return {
      text: shortened(head, tailOf(this._mask(tail), PREVIEW_LENGTH), bytes),
      bytes,
      hash: digest.peek(),
      isWhole: false
    };
  }

  private _join(): void {
    if (this._pieces.length === 0) {
      return;
    }
    const text = this._pieces.join('');
    this._pieces = [];
    this._pending = 0;
    if (this._overflow !== null) {
      this._joinOverCap(this._overflow, text);
      return;
    }
    this._text += text;
    this._bytes += utf8Length(text);
    if (this._bytes > this._capBytes) {
      this._startOverflow();
    }
  }

  private _startOverflow(): void {
    const digest = new TextDigest();
    digest.update(this._text);
    const text = this._mask(this._text);
    this._overflow = {
      digest,
      head: headOf(text, PREVIEW_LENGTH),
      tail: tailOf(text, PREVIEW_LENGTH)
    };
    this._text = '';
  }

  private _joinOverCap(
    overflow: { digest: TextDigest; tail: string },
    text: string
  ): void {
    overflow.digest.update(text);
    overflow.tail = tailOf(this._mask(overflow.tail + text), PREVIEW_LENGTH);
  }
}
