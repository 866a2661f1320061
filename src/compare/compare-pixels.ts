// Two pictures, pixel by pixel, as an eye would compare them.
import type { Comparison } from './comparator';
import type { Picture } from './png';

/**
 * How far apart two colours may be, as a share of the distance from black to white. Smoothing rounds otherwise on another
 * machine by less; a line of one shade instead of the next is more.
 */
const THRESHOLD = 0.02;

/** Distance from black to white in the measure below. */
const FARTHEST = 35215;

/** Equal, equal to the eye, or how many pixels are not. */
export function comparePixels(a: Picture, b: Picture): Comparison {
  const { width, height } = a;
  if (width !== b.width || height !== b.height) {
    return {
      kind: 'different',
      detail: `${width} × ${height} pixels are ${b.width} × ${b.height} now.`
    };
  }
  const limit = FARTHEST * THRESHOLD ** 2;
  let differing = 0;
  let near = 0;
  for (let at = 0; at < a.pixels.length; at += 4) {
    const distance = distanceAt(a.pixels, b.pixels, at);
    differing += distance > limit ? 1 : 0;
    near += distance > 0 && distance <= limit ? 1 : 0;
  }
  if (differing > 0) {
    const share = (100 * differing) / (width * height);
    return {
      kind: 'different',
      detail: `${differing} of ${width * height} pixels differ (${share < 0.01 ? 'less than 0.01' : share.toFixed(2)} %).`,
      difference: { kind: 'pixels', width, height, differing }
    };
  }
  return {
    kind: 'equivalent',
    rules: [near > 0 ? 'image-perceptual' : 'image-encoding']
  };
}

/** Squared distance of two colours over white, weighted as an eye sees brightness and hue. */
function distanceAt(a: Uint8Array, b: Uint8Array, at: number): number {
  const red = over(a, at, 0) - over(b, at, 0);
  const green = over(a, at, 1) - over(b, at, 1);
  const blue = over(a, at, 2) - over(b, at, 2);
  const y = red * 0.29889531 + green * 0.58662247 + blue * 0.11448223;
  const i = red * 0.59597799 - green * 0.2741761 - blue * 0.32180189;
  const q = red * 0.21147017 - green * 0.52261711 + blue * 0.31114694;
  return 0.5053 * y * y + 0.299 * i * i + 0.1957 * q * q;
}

/** One channel as it looks on white. */
function over(pixels: Uint8Array, at: number, channel: number): number {
  const opacity = (pixels[at + 3] ?? 0) / 255;
  return 255 + ((pixels[at + channel] ?? 0) - 255) * opacity;
}
