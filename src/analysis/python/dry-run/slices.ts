// Slices of texts, lists and tuples.

import { indexOf } from './classes';
import {
  is,
  known,
  listOf,
  Lost,
  tupleOf,
  type SliceThing,
  type Value
} from './values';

/** `value[from:to:by]`. */
export function sliceOf(value: Value, slice: SliceThing): Value {
  if (typeof value === 'string') {
    return placesOf(slice, value.length)
      .map(at => value[at] ?? '')
      .join('');
  }
  if (is(value, 'list') || is(value, 'tuple')) {
    const items = placesOf(slice, value.items.length).map(
      at => value.items[at] ?? null
    );
    return is(value, 'list') ? listOf(items) : tupleOf(items);
  }
  throw new Lost('slice');
}

/** The places that a slice takes, in order. */
export function placesOf(
  { parts }: SliceThing,
  length: number
): readonly number[] {
  const [from, to, by] = parts.map(part =>
    part === null ? null : indexOf(known(part))
  );
  const step = by ?? 1;
  if (step === 0) {
    throw new Lost('step');
  }
  const clip = (at: number): number => {
    const place = at < 0 ? at + length : at;
    return step > 0
      ? Math.min(Math.max(place, 0), length)
      : Math.min(Math.max(place, -1), length - 1);
  };
  const start =
    from === null || from === undefined
      ? step > 0
        ? 0
        : length - 1
      : clip(from);
  const stop =
    to === null || to === undefined ? (step > 0 ? length : -1) : clip(to);
  const places: number[] = [];
  for (let at = start; step > 0 ? at < stop : at > stop; at += step) {
    places.push(at);
  }
  return places;
}
