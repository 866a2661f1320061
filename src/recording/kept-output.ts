// One output and a cap to what the record holds of it. Equal outputs give equal hashes, whatever the cap.
import {
  hashOf,
  type DisplayOutput,
  type ErrorOutput,
  type Json,
  type MimeBundle,
  type Omission,
  type Output
} from '../model';
import { cut, isShort, PREVIEW_LENGTH } from './stream-text';
import { headOf, tailOf, textHash, utf8Length } from './text-bytes';

/** Beyond it a text is measured and not hashed: at that size hashing would be felt. */
const HASH_LIMIT = 64 << 20;

/** What is kept of one output. */
export type KeptOutput = {
  readonly output: Output;
  readonly omissions: readonly Omission[];
  /** UTF-8 bytes of the whole. */
  readonly bytes: number;
  /** Hash over the whole; null when it was too large to hash. */
  readonly hash: string | null;
};

type Part = {
  readonly mediaType: string;
  readonly content: Json;
  readonly bytes: number;
  readonly hash: string | null;
};

function sortedJson(value: Json): Json {
  if (Array.isArray(value)) {
    return value.map(sortedJson);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const record = value as { readonly [key: string]: Json };
  return Object.keys(record)
    .sort()
    .map(key => [key, sortedJson(record[key] ?? null)]);
}

/** One text for equal values, whatever the order of their keys. */
function canonicalText(value: Json): string {
  return JSON.stringify(sortedJson(value));
}

function measure(mediaType: string, content: Json): Part {
  const text = typeof content === 'string' ? content : canonicalText(content);
  const hash = text.length > HASH_LIMIT ? null : textHash(text);
  return { mediaType, content, bytes: utf8Length(text), hash };
}

/** Hash over parts in an order of their own; null as soon as one part has none. */
export function combinedHash(
  parts: readonly (readonly [name: string, hash: string | null])[]
): string | null {
  return parts.every(([, hash]) => hash !== null)
    ? hashOf(JSON.stringify(parts))
    : null;
}

function previewOf(part: Part): string | null {
  return part.mediaType === 'text/plain' && typeof part.content === 'string'
    ? cut(part.content, part.bytes)
    : null;
}

function isShortPart(part: Part): boolean {
  return typeof part.content === 'string' && isShort(part.content);
}

/** The parts to leave out, largest first, until the rest is under the cap. */
function overCap(parts: readonly Part[], capBytes: number): readonly Part[] {
  let total = parts.reduce((sum, part) => sum + part.bytes, 0);
  return [...parts]
    .sort((a, b) => b.bytes - a.bytes)
    .filter(part => part.mediaType !== 'text/plain' || !isShortPart(part))
    .filter(part => {
      const isOver = total > capBytes;
      total -= isOver ? part.bytes : 0;
      return isOver;
    });
}

function capBundle(parts: readonly Part[], left: readonly Part[]): MimeBundle {
  const kept: { [mediaType: string]: Json } = Object.create(null);
  for (const part of parts) {
    const content = left.includes(part) ? previewOf(part) : part.content;
    if (content !== null || !left.includes(part)) {
      kept[part.mediaType] = content;
    }
  }
  return kept;
}

/** A display or a result under the cap: of what is over it, plain text keeps both ends, other types keep nothing. */
export function keepDisplay(
  output: DisplayOutput,
  options: { readonly index: number; readonly capBytes: number }
): KeptOutput {
  const parts = Object.keys(output.data)
    .sort()
    .map(mediaType => measure(mediaType, output.data[mediaType] ?? null));
  const metadata = measure('metadata', output.metadata);
  const all = [...parts, metadata];
  const left = overCap(all, options.capBytes);
  return {
    output: {
      ...output,
      data: capBundle(parts, left),
      metadata: left.includes(metadata) ? {} : output.metadata
    },
    omissions: left.map(({ mediaType, bytes, hash }) => ({
      outputIndex: options.index,
      mediaType,
      bytes,
      hash
    })),
    bytes: all.reduce((sum, part) => sum + part.bytes, 0),
    hash: combinedHash([
      [output.output_type, ''],
      ...all.map(part => [part.mediaType, part.hash] as const)
    ])
  };
}

/** An error under the cap: a traceback that is over it keeps both ends. */
export function keepError(
  output: ErrorOutput,
  options: { readonly index: number; readonly capBytes: number }
): KeptOutput {
  const text = output.traceback.join('\n');
  const parts = [
    measure('ename', output.ename),
    measure('evalue', output.evalue),
    measure('text/plain', text)
  ];
  const left = overCap(parts, options.capBytes);
  const short = (value: string): string => headOf(value, PREVIEW_LENGTH);
  const isLeft = left.length > 0;
  return {
    output: isLeft
      ? {
          ...output,
          ename: short(output.ename),
          evalue: short(output.evalue),
          traceback: [short(text), '[…]', tailOf(text, PREVIEW_LENGTH)]
        }
      : output,
    omissions: left.map(({ bytes, hash }) => ({
      outputIndex: options.index,
      mediaType: 'text/plain',
      bytes,
      hash
    })),
    bytes: parts.reduce((sum, part) => sum + part.bytes, 0),
    hash: combinedHash(parts.map(part => [part.mediaType, part.hash] as const))
  };
}
