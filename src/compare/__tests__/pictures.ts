// PNG files for tests, written as plainly as the format allows.
import { deflateSync } from 'node:zlib';

/** What a picture is made of. */
export type PictureFacts = {
  readonly width: number;
  readonly height: number;
  /** 0 grey, 2 colour, 3 by number, 4 grey with opacity, 6 colour with opacity. */
  readonly colour: number;
  readonly depth?: number;
  /** Bytes of each row as they lie in the file, before the filter. */
  readonly rows: readonly (readonly number[])[];
  /** 0 to 4, for every row; rows are given unfiltered. */
  readonly filter?: number;
  readonly chunks?: { readonly [name: string]: readonly number[] };
  readonly level?: number;
  readonly interlace?: number;
};

const BYTES: { readonly [colour: number]: number } = {
  0: 1,
  2: 3,
  3: 1,
  4: 2,
  6: 4
};

/** The file in base64. */
export function pngOf(facts: PictureFacts): string {
  const { width, height, colour, depth = 8, interlace = 0 } = facts;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, interlace], 8);
  const raw = Buffer.concat(
    filtered(facts).map(row =>
      Buffer.concat([Buffer.from([facts.filter ?? 0]), Buffer.from(row)])
    )
  );
  const others = Object.entries(facts.chunks ?? {}).map(([name, content]) =>
    chunk(name, Buffer.from(content))
  );
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    ...others,
    chunk('IDAT', deflateSync(raw, { level: facts.level ?? 6 })),
    chunk('IEND', Buffer.alloc(0))
  ]).toString('base64');
}

/** Check sums are left at 0: nobody looks at them here. */
function chunk(name: string, content: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length);
  return Buffer.concat([size, Buffer.from(name), content, Buffer.alloc(4)]);
}

function filtered({
  rows,
  filter = 0,
  colour,
  depth = 8
}: PictureFacts): number[][] {
  const step = Math.max(1, ((BYTES[colour] ?? 1) * depth) / 8);
  return rows.map((row, y) =>
    row.map((value, x) => {
      const left = x < step ? 0 : (row[x - step] ?? 0);
      const above = rows[y - 1] ?? [];
      const up = above[x] ?? 0;
      const corner = x < step ? 0 : (above[x - step] ?? 0);
      return (value - guessed(filter, left, up, corner)) & 0xff;
    })
  );
}

function guessed(
  filter: number,
  left: number,
  up: number,
  corner: number
): number {
  const sum = left + up - corner;
  const nearest = [left, up, corner].reduce((best, one) =>
    Math.abs(sum - one) < Math.abs(sum - best) ? one : best
  );
  return [0, left, up, (left + up) >> 1, nearest][filter] ?? 0;
}
