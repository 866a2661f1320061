// One synchronous hash for the whole core: `crypto.subtle` is asynchronous, and absent on plain-http origins.
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

import { asBlobHash, type BlobHash } from './ids';

/** SHA-256 of bytes, or of the UTF-8 form of a string; lone surrogates count as U+FFFD. */
export function hashOf(content: string | Uint8Array): BlobHash {
  const bytes = typeof content === 'string' ? utf8ToBytes(content) : content;
  return asBlobHash(bytesToHex(sha256(bytes)));
}
