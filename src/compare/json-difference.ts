// Where two JSON values part.
import type { CompareContext, Comparison } from './comparator';
import { compareTexts } from './compare-text';
import { isNamed, recordOf, shown, type JsonHabits } from './json-fields';
import { areClose, markupRules } from './rules';

/** Deeper and larger values are not looked through to their end. */
const DEPTH_LIMIT = 600;
const NODE_LIMIT = 3_000_000;

/** One way through two values. */
export type Walk = JsonHabits & {
  readonly context: CompareContext;
  /** Rules that were needed so far. */
  readonly rules: Set<string>;
  /** Values that were looked at so far. */
  nodes: number;
};

/** The first place where they part. */
export type Found = {
  /** `data[0].y[3]`; empty for the whole. */
  readonly place: string;
  readonly detail: string;
};

/** The first difference below one place; null when there is none, with the rules that it took in `walk`. */
export function differenceIn(
  a: unknown,
  b: unknown,
  place: string,
  depth: number,
  walk: Walk
): Found | null {
  walk.nodes += 1;
  if (depth > DEPTH_LIMIT || walk.nodes > NODE_LIMIT) {
    return { place, detail: 'The values are too large to be compared.' };
  }
  if (typeof a === 'number' && typeof b === 'number') {
    return numbers(a, b, place, walk);
  }
  if (typeof a === 'string' && typeof b === 'string') {
    return noted(compareTexts(a, b, walk.context, markupRules), place, walk);
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return lists(a, b, place, depth, walk);
  }
  const [one, other] = [recordOf(a, walk), recordOf(b, walk)];
  if (one && other) {
    return records(one, other, place, depth, walk);
  }
  return a === b ? null : { place, detail: `${shown(a)} is ${shown(b)} now.` };
}

function numbers(
  a: number,
  b: number,
  place: string,
  walk: Walk
): Found | null {
  if (a === b) {
    return null;
  }
  const areWhole = Number.isInteger(a) && Number.isInteger(b);
  if (!areWhole && areClose(a, b, walk.context.tolerance)) {
    walk.rules.add('float-tolerance');
    return null;
  }
  return { place, detail: `${a} is ${b} now.` };
}

function noted(found: Comparison, place: string, walk: Walk): Found | null {
  if (found.kind === 'equivalent') {
    found.rules.forEach(rule => walk.rules.add(rule));
  }
  return found.kind === 'different' ? { place, detail: found.detail } : null;
}

function lists(
  a: readonly unknown[],
  b: readonly unknown[],
  place: string,
  depth: number,
  walk: Walk
): Found | null {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const found = differenceIn(
      a[index],
      b[index],
      `${place}[${index}]`,
      depth + 1,
      walk
    );
    if (found) {
      return found;
    }
  }
  return a.length === b.length
    ? null
    : { place, detail: `${a.length} items are ${b.length} now.` };
}

function records(
  a: ReadonlyMap<string, unknown>,
  b: ReadonlyMap<string, unknown>,
  place: string,
  depth: number,
  walk: Walk
): Found | null {
  const names = [...a.keys()].sort();
  for (const name of new Set([...names, ...[...b.keys()].sort()])) {
    const at = place === '' ? name : `${place}.${name}`;
    if (!a.has(name) || !b.has(name)) {
      const side = a.has(name) ? 'replay' : 'record';
      return { place: at, detail: `It is not in the ${side}.` };
    }
    const [one, other] = [a.get(name), b.get(name)];
    const isMadeUp =
      typeof one === 'string' &&
      typeof other === 'string' &&
      (walk.madeUp.includes(name) ||
        (isNamed(one, walk) && isNamed(other, walk)));
    if (isMadeUp) {
      if (one !== other) {
        walk.rules.add('generated-id');
      }
      continue;
    }
    const found = differenceIn(one, other, at, depth + 1, walk);
    if (found) {
      return found;
    }
  }
  return null;
}
