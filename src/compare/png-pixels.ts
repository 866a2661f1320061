// From the filtered rows of a PNG picture to its pixels.
import { fail, succeed, type Result } from '../model';
import { pixelLength, rowLength, type Picture, type PngHeader } from './png';

/** Colours by number, and how opaque they are. */
export type Colours = {
  readonly palette: Uint8Array | null;
  readonly opacity: Uint8Array | null;
};

/** Undoes the filters and spreads the samples to four bytes a pixel. */
export function toRgba(
  header: PngHeader,
  rows: Uint8Array,
  colours: Colours
): Result<Picture> {
  const length = rowLength(header);
  const step = pixelLength(header);
  const { width, height } = header;
  const pixels = new Uint8Array(width * height * 4);
  let above = new Uint8Array(length);
  for (let row = 0; row < height; row += 1) {
    const start = row * (length + 1);
    const filter = rows[start] ?? 0;
    if (filter > 4) {
      return fail('Its data are damaged (unknown filter).');
    }
    const present = rows.subarray(start + 1, start + 1 + length);
    unfilter(present, above, filter, step);
    spread(present, header, colours, pixels.subarray(row * width * 4));
    above = present;
  }
  return succeed({ width, height, pixels });
}

function unfilter(
  row: Uint8Array,
  above: Uint8Array,
  filter: number,
  step: number
): void {
  for (let at = 0; filter > 0 && at < row.length; at += 1) {
    const left = at < step ? 0 : (row[at - step] ?? 0);
    const up = above[at] ?? 0;
    const corner = at < step ? 0 : (above[at - step] ?? 0);
    row[at] = (row[at] ?? 0) + guess(filter, left, up, corner);
  }
}

function guess(
  filter: number,
  left: number,
  up: number,
  corner: number
): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    default: {
      const sum = left + up - corner;
      const [a, b, c] = [
        Math.abs(sum - left),
        Math.abs(sum - up),
        Math.abs(sum - corner)
      ];
      return a <= b && a <= c ? left : b <= c ? up : corner;
    }
  }
}

function spread(
  row: Uint8Array,
  { width, depth, colour }: PngHeader,
  { palette, opacity }: Colours,
  pixels: Uint8Array
): void {
  const samples = pixelLength({ width, height: 1, depth: 8, colour });
  const most = depth === 16 ? 65535 : 2 ** depth - 1;
  const raw = (index: number): number => {
    if (depth === 8) {
      return row[index] ?? 0;
    }
    if (depth === 16) {
      return ((row[index * 2] ?? 0) << 8) | (row[index * 2 + 1] ?? 0);
    }
    const bit = index * depth;
    return ((row[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & most;
  };
  const scaled = (value: number): number => Math.round((value * 255) / most);
  for (let x = 0; x < width; x += 1) {
    const first = x * samples;
    const to = x * 4;
    if (colour === 3) {
      const place = raw(first);
      pixels[to] = palette?.[place * 3] ?? 0;
      pixels[to + 1] = palette?.[place * 3 + 1] ?? 0;
      pixels[to + 2] = palette?.[place * 3 + 2] ?? 0;
      pixels[to + 3] = opacity?.[place] ?? 255;
    } else {
      const isGrey = colour === 0 || colour === 4;
      const [red, green, blue] = isGrey
        ? [raw(first), raw(first), raw(first)]
        : [raw(first), raw(first + 1), raw(first + 2)];
      pixels[to] = scaled(red);
      pixels[to + 1] = scaled(green);
      pixels[to + 2] = scaled(blue);
      pixels[to + 3] =
        colour >= 4
          ? scaled(raw(first + samples - 1))
          : isClear(opacity, isGrey ? [red] : [red, green, blue])
            ? 0
            : 255;
    }
  }
}

/** Whether this is the one colour that the picture calls clear. */
function isClear(
  opacity: Uint8Array | null,
  colour: readonly number[]
): boolean {
  return (
    opacity !== null &&
    opacity.length >= colour.length * 2 &&
    colour.every(
      (value, index) =>
        value ===
        (((opacity[index * 2] ?? 0) << 8) | (opacity[index * 2 + 1] ?? 0))
    )
  );
}
