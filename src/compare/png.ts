// PNG pictures as pixels, with a bound on what a hostile one may take.
import { Unzlib } from 'fflate';

import { fail, messageOf, succeed, type Result } from '../model';
import { toRgba } from './png-pixels';

/** A picture as red, green, blue and opacity, four bytes a pixel, row by row. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
};

/** How the samples of a picture lie in its bytes. */
export type PngHeader = {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: number;
};

/** Larger pictures are compared by their bytes. */
const PIXEL_LIMIT = 16_000_000;

/** How much is inflated at a time, so that it can be stopped. */
const CHUNK = 1 << 14;

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];

/** Samples for each pixel by colour type. */
const SAMPLES: { readonly [colour: number]: number } = {
  0: 1,
  2: 3,
  3: 1,
  4: 2,
  6: 4
};

/** Reads a picture; the reason is a sentence. Check sums are not looked at: the pixels are. */
export function decodePng(bytes: Uint8Array): Result<Picture> {
  if (!SIGNATURE.every((byte, index) => bytes[index] === byte)) {
    return fail('It is not a PNG picture.');
  }
  const chunks = chunksOf(bytes);
  const header = headerIn(chunks.get('IHDR')?.[0]);
  if (!header.ok) {
    return header;
  }
  const rows = inflated(chunks.get('IDAT') ?? [], sizeOf(header.value));
  return rows.ok
    ? toRgba(header.value, rows.value, {
        palette: chunks.get('PLTE')?.[0] ?? null,
        opacity: chunks.get('tRNS')?.[0] ?? null
      })
    : rows;
}

function chunksOf(
  bytes: Uint8Array
): ReadonlyMap<string, readonly Uint8Array[]> {
  const chunks = new Map<string, Uint8Array[]>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const content = bytes.subarray(at + 8, at + 8 + length);
    const known = chunks.get(name) ?? [];
    known.push(content);
    chunks.set(name, known);
    at += 12 + length;
  }
  return chunks;
}

function headerIn(content: Uint8Array | undefined): Result<PngHeader> {
  if (content?.length !== 13) {
    return fail('Its header is damaged.');
  }
  const view = new DataView(content.buffer, content.byteOffset, 13);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth = 0, colour = 0, , , interlace] = content.subarray(8);
  if (width === 0 || height === 0 || width * height > PIXEL_LIMIT) {
    return fail(
      `It has ${width} × ${height} pixels, and at most ${PIXEL_LIMIT} are read.`
    );
  }
  if (SAMPLES[colour] === undefined || ![1, 2, 4, 8, 16].includes(depth)) {
    return fail('Its header is damaged.');
  }
  return interlace === 0
    ? succeed({ width, height, depth, colour })
    : fail('It is interlaced, which is not read.');
}

/** Bytes of one row, without the byte in front that names its filter. */
export function rowLength({ width, depth, colour }: PngHeader): number {
  return Math.ceil((width * depth * (SAMPLES[colour] ?? 0)) / 8);
}

/** Bytes from one pixel to the next, at least one. */
export function pixelLength({ depth, colour }: PngHeader): number {
  return Math.max(1, (depth * (SAMPLES[colour] ?? 0)) / 8);
}

function sizeOf(header: PngHeader): number {
  return (rowLength(header) + 1) * header.height;
}

/** Exactly as many bytes as the header speaks of; whatever is too much stops it. */
function inflated(
  parts: readonly Uint8Array[],
  size: number
): Result<Uint8Array> {
  const all = new Uint8Array(size);
  let length = 0;
  const stream = new Unzlib(chunk => {
    if (length < size) {
      all.set(chunk.subarray(0, size - length), length);
    }
    length += chunk.length;
  });
  try {
    for (const part of parts) {
      for (let at = 0; at < part.length && length <= size; at += CHUNK) {
        stream.push(part.subarray(at, at + CHUNK));
      }
    }
  } catch (error) {
    return fail(`Its data are damaged (${messageOf(error)}).`);
  }
  return length === size
    ? succeed(all)
    : fail('Its data are not of the size that its header tells.');
}
