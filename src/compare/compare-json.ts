// JSON values, field by field.
import type {
  CompareContext,
  Comparison,
  OutputComparator
} from './comparator';
import { compareTexts } from './compare-text';
import { areClose, markupRules } from './rules';

/** Deeper and larger values are not looked through to their end. */
const DEPTH_LIMIT = 600;
const NODE_LIMIT = 3_000_000;

/** What a library does to the values that it shows. */
export type JsonHabits = {
  /** Fields whose texts it makes up. */
  readonly madeUp: readonly string[];
  /** Names that it gives to values by their content, which is compared anyway; the form of such a name. */
  readonly namedByContent?: RegExp;
};

type Walk = JsonHabits & {
  readonly context: CompareContext;
  readonly rules: Set<string>;
  nodes: number;
};

type Found = { readonly place: string; readonly detail: string };

/** `application/json` and everything built on it. */
export const json: OutputComparator = {
  id: 'json',
  matches: mediaType =>
    /^application\/(?:[\w.+-]*\+)?json$|^application\/geo\+json$/.test(
      mediaType
    ),
  compare: (a, b, context) => compareValues(a, b, context, { madeUp: [] })
};

/** Compares two values; numbers within the tolerance, texts by the rules for texts. */
export function compareValues(
  a: unknown,
  b: unknown,
  context: CompareContext,
  habits: JsonHabits
): Comparison {
  const walk: Walk = { ...habits, context, rules: new Set(), nodes: 0 };
  const found = differenceIn(a, b, '', 0, walk);
  if (found) {
    const { place, detail } = found;
    return {
      kind: 'different',
      detail: `${place === '' ? '' : `At ${place}: `}${detail}`,
      difference: { kind: 'json', place }
    };
  }
  return walk.rules.size > 0
    ? { kind: 'equivalent', rules: [...walk.rules].sort() }
    : { kind: 'identical' };
}

function differenceIn(
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

function isNamed(text: string, { namedByContent }: JsonHabits): boolean {
  return namedByContent?.test(text) === true;
}

/** Fields by name; those that are named by their content are named by their place. */
function recordOf(
  value: unknown,
  habits: JsonHabits
): ReadonlyMap<string, unknown> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return null;
  }
  let named = 0;
  return new Map(
    Object.entries(value).map(([name, field]) => {
      const isByContent = isNamed(name, habits);
      named += isByContent ? 1 : 0;
      return [isByContent ? `data ${named}` : name, field];
    })
  );
}

function shown(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? Array.isArray(value)
      ? 'A list'
      : 'An object'
    : JSON.stringify(value).slice(0, 60);
}
