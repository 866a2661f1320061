// Entries of a bundle as the bytes of a zip archive.
import { strToU8, zipSync, type Zippable } from 'fflate';

import type { BundleEntry } from './entry';

/** Earliest and latest time that the format holds. */
const FIRST = Date.UTC(1980, 0, 2);
const LAST = Date.UTC(2099, 11, 30);

/** The archive; the same bytes for the same entries and time. */
export function zipOf(
  entries: readonly BundleEntry[],
  writtenAt: string
): Uint8Array<ArrayBuffer> {
  const parsed = Date.parse(writtenAt);
  const time = Number.isNaN(parsed) ? FIRST : parsed;
  const mtime = Math.min(Math.max(time, FIRST), LAST);
  const files: Zippable = {};
  for (const { content, path } of entries) {
    files[path] = typeof content === 'string' ? strToU8(content) : content;
  }
  return new Uint8Array(zipSync(files, { mtime, level: 6 }));
}

/** Bytes that an entry takes before it is packed. */
export function sizeOf({ content }: BundleEntry): number {
  return typeof content === 'string' ? strToU8(content).length : content.length;
}
