// Outputs to manifests with blobs beside them, and back. Hashing happens here, before any transaction opens.
import type { DisplayOutput, ErrorOutput, Json, Output } from '../model';
import { decodeBase64, encodeBase64, isBinary } from './base64';
import type { BytesHasher } from './hashing';
import type {
  BlobForm,
  BlobReference,
  StoredContent,
  StoredOutput
} from './records';

/** A blob with its reference. */
export type PreparedBlob = {
  readonly reference: BlobReference;
  readonly bytes: Uint8Array;
};

/** Reads a blob that was fetched before; throws `LostContent` when it is missing or damaged. */
export type BlobReader = (reference: BlobReference) => Uint8Array;

/** A text beyond this length becomes a blob. */
const inlineLimit = 1024;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A text as a blob of UTF-8; a lone surrogate, which has no UTF-8 form, becomes U+FFFD. */
export async function textBlob(
  text: string,
  hash: BytesHasher,
  form: BlobForm = 'text'
): Promise<PreparedBlob> {
  return bytesBlob(encoder.encode(text), form, hash);
}

/** An output for the manifest; the blobs that it needs are added to `blobs`. */
export async function encodeOutput(
  output: Output,
  hash: BytesHasher,
  blobs: PreparedBlob[]
): Promise<StoredOutput> {
  const keep = async (text: string, form: 'text' | 'json') => {
    if (text.length <= inlineLimit) {
      return { inline: wellFormed(text), form };
    }
    return keepBlob(await textBlob(text, hash, form), blobs);
  };
  switch (output.output_type) {
    case 'stream':
      return {
        kind: 'stream',
        name: output.name,
        text: await keep(output.text, 'text')
      };
    case 'error':
      return {
        kind: 'error',
        content: await keep(JSON.stringify(output), 'json')
      };
    default: {
      const data: [string, StoredContent][] = [];
      for (const [mediaType, content] of Object.entries(output.data)) {
        const bytes = binaryOf(mediaType, content);
        data.push([
          mediaType,
          bytes !== null
            ? keepBlob(await bytesBlob(bytes.bytes, bytes.form, hash), blobs)
            : typeof content === 'string'
              ? await keep(content, 'text')
              : await keep(JSON.stringify(content), 'json')
        ]);
      }
      return {
        kind: output.output_type,
        data,
        metadata: await keep(JSON.stringify(output.metadata), 'json'),
        ...(output.execution_count === undefined
          ? {}
          : { executionCount: output.execution_count })
      };
    }
  }
}

/** The output that was encoded. */
export function decodeOutput(stored: StoredOutput, read: BlobReader): Output {
  switch (stored.kind) {
    case 'stream':
      return {
        output_type: 'stream',
        name: stored.name,
        text: textOf(stored.text, read)
      };
    case 'error':
      return JSON.parse(textOf(stored.content, read)) as ErrorOutput;
    default:
      return {
        output_type: stored.kind,
        data: Object.fromEntries(
          stored.data.map(([type, content]) => [type, valueOf(content, read)])
        ),
        metadata: JSON.parse(
          textOf(stored.metadata, read)
        ) as DisplayOutput['metadata'],
        ...(stored.executionCount === undefined
          ? {}
          : { execution_count: stored.executionCount })
      };
  }
}

/** The blobs that an output is made of. */
export function referencesOf(stored: StoredOutput): readonly BlobReference[] {
  const contents =
    stored.kind === 'stream'
      ? [stored.text]
      : stored.kind === 'error'
        ? [stored.content]
        : [stored.metadata, ...stored.data.map(([, content]) => content)];
  return contents.flatMap(content => ('hash' in content ? [content] : []));
}

/** The text that a blob's bytes stand for. */
export function readText(bytes: Uint8Array, form: BlobForm): string {
  switch (form) {
    case 'base64':
      return encodeBase64(bytes);
    case 'base64-line':
      return encodeBase64(bytes) + '\n';
    default:
      return decodeText(bytes);
  }
}

/** UTF-8 bytes as text. */
export function decodeText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

function binaryOf(mediaType: string, content: Json) {
  return typeof content === 'string' && isBinary(mediaType)
    ? decodeBase64(content)
    : null;
}

function keepBlob(blob: PreparedBlob, blobs: PreparedBlob[]): BlobReference {
  blobs.push(blob);
  return blob.reference;
}

/** Bytes as a blob. */
export async function bytesBlob(
  bytes: Uint8Array,
  form: BlobForm,
  hash: BytesHasher
): Promise<PreparedBlob> {
  return {
    reference: { hash: await hash(bytes), size: bytes.length, form },
    bytes
  };
}

function valueOf(content: StoredContent, read: BlobReader): Json {
  const text = textOf(content, read);
  return content.form === 'json' ? (JSON.parse(text) as Json) : text;
}

function textOf(content: StoredContent, read: BlobReader): string {
  if ('inline' in content) {
    return content.inline;
  }
  return readText(read(content), content.form);
}

/** What a text would be after a way through UTF-8, so that short and long texts come back alike. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
}
