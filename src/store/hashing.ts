// SHA-256 of large payloads off the page's thread where the browser offers that.
import { asBlobHash, hashOf, type BlobHash } from '../model';

/** Hashes bytes. */
export type BytesHasher = (bytes: Uint8Array) => Promise<BlobHash>;

/** What of `crypto.subtle` is used; absent on plain-http origins. */
export type Digester = {
  digest(algorithm: 'SHA-256', bytes: Uint8Array): Promise<ArrayBuffer>;
};

/** Below it the way to the browser's own thread takes longer than the work. */
const asideFrom = 0x4000;

/** A hasher that uses the browser's digest for large contents, and none of it where there is none. */
export function bytesHasher(digester: Digester | undefined): BytesHasher {
  return async bytes => {
    if (digester === undefined || bytes.length < asideFrom) {
      return hashOf(bytes);
    }
    const digest = new Uint8Array(await digester.digest('SHA-256', bytes));
    const hex = Array.from(digest, byte => byte.toString(16).padStart(2, '0'));
    return asBlobHash(hex.join(''));
  };
}
