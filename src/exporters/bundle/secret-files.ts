// What is kept for secrets, by its name or by what is in it.
import { strFromU8 } from 'fflate';

import type { DataFile } from './data-files';

/** Of tools that keep passwords, keys and tokens in them; of keys for SSH those without an ending. */
const NAMES =
  /^(?:\.env.*|.*\.env|[._]netrc|\.(?:pgpass|pypirc|npmrc|git-credentials)|.*\.(?:pem|key|p12|pfx|ppk)|id_[a-z0-9_-]+|kaggle\.json)$/i;

/** True for a file that is there to keep secrets. */
export function isSecretFile(path: string): boolean {
  return NAMES.test(path.slice(path.search(/[^\\/]*$/)));
}

/** What goes into a bundle, and an English phrase for each file that was read and does not. */
export type AdmittedData = {
  readonly data: ReadonlyMap<string, Uint8Array>;
  readonly leftOut: ReadonlyMap<string, string>;
};

/** Of the files that were read those without secrets, smallest first, until `limitBytes` are used up. */
export function admittedData(
  read: ReadonlyMap<string, Uint8Array>,
  limitBytes: number,
  mask: (text: string) => string
): AdmittedData {
  const data = new Map<string, Uint8Array>();
  const leftOut = new Map<string, string>();
  let left = limitBytes;
  for (const [path, bytes] of [...read].sort(
    ([, a], [, b]) => a.length - b.length
  )) {
    if (isSecretFile(path) || hasSecret(bytes, mask)) {
      leftOut.set(path, HOLDS_SECRET);
    } else if (bytes.length > left) {
      leftOut.set(path, 'it is over the limit');
    } else {
      left -= bytes.length;
      data.set(path, bytes);
    }
  }
  return { data, leftOut };
}

const HOLDS_SECRET = 'it holds what looks like a secret';

/** Why a file is not in a bundle, where `leftOut` does not say. */
export function whyLeftOut(
  { inside, isSecret, path, size }: DataFile,
  leftOut: ReadonlyMap<string, string> = new Map()
): string {
  return (
    leftOut.get(path) ??
    (isSecret
      ? 'its name says that it is kept for secrets'
      : inside === null
        ? 'it lies outside of the notebook’s folder'
        : size === null
          ? 'it has changed since, or is gone'
          : 'it is over the limit, or could not be read')
  );
}

/** Texts alone are looked through: bytes of anything else would hit patterns by chance. */
function hasSecret(bytes: Uint8Array, mask: (text: string) => string): boolean {
  const [first, second] = bytes;
  const isWide =
    (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (!isWide && bytes.includes(0)) {
    return false;
  }
  // Of two bytes a letter, what can be a secret has one that is zero.
  const text = isWide
    ? strFromU8(
        bytes.filter(byte => byte !== 0),
        true
      )
    : strFromU8(bytes);
  return mask(text) !== text;
}
