// What is taken of lists and maps that anybody could have written.
import { fieldsOf } from '../model';

/** Longer lists are cut. */
const LIST_LIMIT = 2000;
/** Longer maps and lists of packages are cut. */
export const PACKAGE_LIMIT = 4000;

const packageName = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,98}[A-Za-z0-9])?$/;
const packageVersion = /^[A-Za-z0-9.!+_-]{1,64}$/;
const identifier =
  /^[\p{L}\p{Nl}_.][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}.]{0,199}$/u;
const fingerprint = /^[0-9a-f]{1,64}$/;

/** Counts refused entries while a message is read. */
export class Filter {
  dropped = 0;

  /** The texts that are acceptable, sorted, each once. */
  list(value: unknown, accepts: (text: string) => boolean): readonly string[] {
    const all = Array.isArray(value) ? value : [];
    const kept = all
      .slice(0, LIST_LIMIT)
      .filter(
        (item): item is string => typeof item === 'string' && accepts(item)
      );
    this.dropped += all.length - kept.length;
    return [...new Set(kept)].sort();
  }

  /** What becomes of the entries that are acceptable, in their order; the rest is counted. */
  each<T>(
    values: readonly unknown[],
    decode: (value: unknown) => T | null
  ): readonly T[] {
    const kept = values
      .slice(0, LIST_LIMIT)
      .map(decode)
      .filter((item): item is T & {} => item !== null);
    this.dropped += values.length - kept.length;
    return kept;
  }

  /** What becomes of the entries that are acceptable, sorted by key; undefined refuses one. */
  record<T>(
    value: unknown,
    accepts: (key: string) => boolean,
    decode: (value: unknown) => T | undefined
  ): { readonly [key: string]: T } {
    const kept: { [key: string]: T } = Object.create(null);
    const entries = Object.entries(fieldsOf(value)).sort(([a], [b]) =>
      a < b ? -1 : 1
    );
    let good = 0;
    for (const [key, part] of entries.slice(0, LIST_LIMIT)) {
      const item =
        key !== '__proto__' && accepts(key) ? decode(part) : undefined;
      if (item !== undefined) {
        kept[key] = item;
        good += 1;
      }
    }
    this.dropped += entries.length - good;
    return kept;
  }

  /** The texts that are acceptable, sorted by key. */
  map(
    value: unknown,
    accepts: { key: (key: string) => boolean; value: (text: string) => boolean }
  ): { readonly [key: string]: string } {
    const kept: { [key: string]: string } = Object.create(null);
    const entries = Object.entries(fieldsOf(value));
    const good = entries
      .slice(0, PACKAGE_LIMIT)
      .filter(
        (entry): entry is [string, string] =>
          typeof entry[1] === 'string' &&
          entry[0] !== '__proto__' &&
          accepts.key(entry[0]) &&
          accepts.value(entry[1])
      );
    good.sort(([a], [b]) => (a < b ? -1 : 1));
    good.forEach(([key, text]) => (kept[key] = text));
    this.dropped += entries.length - good.length;
    return kept;
  }
}

/** A name that a notebook's language can bind; those of R have dots. */
export const isName = (text: string): boolean =>
  identifier.test(text) && text !== '__proto__';
/** A distribution's name. */
export const isPackage = (text: string): boolean => packageName.test(text);
/** A distribution's version. */
export const isVersion = (text: string): boolean => packageVersion.test(text);
/** The full name of a type, in one line. */
export const isType = (text: string): boolean =>
  text.length <= 300 && !/[\p{Cc}\p{Cs}]/u.test(text);
/** A path in one line. */
export const isPath = (value: unknown): value is string =>
  typeof value === 'string' &&
  value !== '' &&
  value.length <= 4096 &&
  !/[\p{Cc}\p{Cs}]/u.test(value);
/** A fingerprint of a value. */
export const isFingerprint = (text: string): boolean => fingerprint.test(text);
