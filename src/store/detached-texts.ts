// Data of any shape with its long texts in blobs, so that equal texts are kept once over all records.
import { isBinary, decodeBase64 } from './base64';
import { blobListOf } from './blobs';
import { bytesBlob, readText, textBlob, type PreparedBlob } from './contents';
import type { BytesHasher } from './hashing';
import type { BlobReference, Detached } from './records';
import type { BlobHash } from '../model';

/** A text beyond this length becomes a blob. */
const inlineLimit = 1024;

/** Begins a text that stands for a blob; a text of the data that begins so becomes a blob, however short. */
const marker = '\0blob:';

/** The data without its long texts, and these as blobs. Throws `RangeError` or `TypeError` for what is no JSON. */
export async function detachTexts(
  value: unknown,
  hash: BytesHasher
): Promise<{ readonly detached: Detached; readonly blobs: PreparedBlob[] }> {
  const found: { readonly name: string; readonly text: string }[] = [];
  const body = JSON.stringify(value, (name, part: unknown) => {
    const isText = typeof part === 'string';
    if (!isText || (part.length <= inlineLimit && !part.startsWith(marker))) {
      return part;
    }
    found.push({ name, text: part });
    return `${marker}${found.length - 1}`;
  });
  const blobs: PreparedBlob[] = [];
  for (const { name, text } of found) {
    // As in outputs, so that a picture of a proof and that of an execution are one blob.
    const binary = isBinary(name) ? decodeBase64(text) : null;
    blobs.push(
      binary === null
        ? await textBlob(text, hash)
        : await bytesBlob(binary.bytes, binary.form, hash)
    );
  }
  const texts = blobs.map(blob => blob.reference);
  return { detached: { body, texts, ...blobListOf(texts) }, blobs };
}

/** The data that was detached; null when one of its blobs is lost. */
export function attachTexts(
  { body, texts }: Pick<Detached, 'body' | 'texts'>,
  blobs: ReadonlyMap<BlobHash, Uint8Array>
): unknown {
  let isLost = false;
  const read = (reference: BlobReference | undefined): string => {
    const bytes = reference && blobs.get(reference.hash);
    isLost ||= bytes === undefined;
    return reference && bytes ? readText(bytes, reference.form) : '';
  };
  const value: unknown = JSON.parse(body, (_name, part: unknown) =>
    typeof part === 'string' && part.startsWith(marker)
      ? read(texts[Number(part.slice(marker.length))])
      : part
  );
  return isLost ? null : value;
}
