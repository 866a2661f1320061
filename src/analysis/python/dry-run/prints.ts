// Values as texts that are equal for equal values only: what a fingerprint would tell.

import { normalise } from '../normalise';
import { prepare } from '../prepare';
import { floatText } from './numbers';
import {
  is,
  type ClassThing,
  type FunctionThing,
  type Scope,
  type Thing,
  type Value
} from './values';

/** Things in one value beyond which it is not written. */
const LARGEST = 3000;

/** The text of a value; null where something in it is not known, or too much. An instance has the name of its class in it. */
export function printOf(value: Value): string | null {
  const places = new Map<Thing, number>();
  let left = LARGEST;
  const write = (one: Value | undefined): string | null => {
    left -= 1;
    if (left < 0 || one === undefined) {
      return null;
    }
    if (one === null || typeof one === 'boolean') {
      return String(one);
    }
    if (typeof one === 'string') {
      return JSON.stringify(one);
    }
    if (typeof one === 'number') {
      return floatText(one);
    }
    if (typeof one === 'bigint') {
      return one.toString();
    }
    const place = places.get(one);
    if (place !== undefined) {
      return `#${place}`;
    }
    places.set(one, places.size);
    return writeThing(one, write);
  };
  return write(value);
}

type Write = (value: Value | undefined) => string | null;

function all(values: Iterable<Value>, write: Write): string | null {
  const texts: string[] = [];
  for (const one of values) {
    const text = write(one);
    if (text === null) {
      return null;
    }
    texts.push(text);
  }
  return texts.join(',');
}

function writeThing(thing: Thing, write: Write): string | null {
  const framed = (head: string, body: string | null): string | null =>
    body === null ? null : `${head}(${body})`;
  switch (thing.t) {
    case 'list':
    case 'deque':
    case 'tuple':
      return framed(thing.t, all(thing.items, write));
    case 'dict': {
      const pairs = [...thing.entries.values()].flat();
      return framed(thing.name, all([thing.factory, ...pairs], write));
    }
    case 'set': {
      // What was taken out leaves its mark on the order of what stays.
      const items = [...thing.entries.values()];
      const isPlain = !thing.hasLost && items.every(isPlainKey);
      const kind = thing.isFrozen ? 'frozenset' : 'set';
      return isPlain ? framed(kind, all(items, write)) : null;
    }
    case 'range':
      return `range(${thing.start},${thing.stop},${thing.step})`;
    case 'instance': {
      const names = [...thing.attributes.keys()];
      return framed(
        `${names.join(' ')} of class ${thing.class.name} `,
        all(thing.attributes.values(), write)
      );
    }
    case 'class': {
      const names = [...thing.attributes.keys()];
      const fields = (thing.fields ?? []).map(
        ({ name, isCompared }) => `${name}${isCompared}`
      );
      return framed(
        `class ${thing.name} ${names.join(' ')} ${fields.join(' ')} ${thing.isOrdered} ${thing.isFrozen}`,
        all(
          [...thing.bases, ...standardsOf(thing), ...thing.attributes.values()],
          write
        )
      );
    }
    case 'method':
      return framed('method', all([thing.self, thing.function], write));
    case 'descriptor':
      return framed(thing.kind, all([thing.function, thing.setter], write));
    case 'native':
      return thing.self === undefined ? `native ${thing.name}` : null;
    case 'function':
      return writeFunction(thing, write);
    default:
      return null;
  }
}

/** What the fields of a dataclass are when nobody says. */
function standardsOf({ fields }: ClassThing): readonly Value[] {
  return (fields ?? []).flatMap(({ standard, factory }) =>
    [standard, factory].filter(one => one !== undefined)
  );
}

/** Equal keys of objects may be different objects. */
function isPlainKey(value: Value): boolean {
  return is(value, 'tuple')
    ? value.items.every(isPlainKey)
    : value === null || typeof value !== 'object';
}

/** Its code; not of one that shares names with the functions around it. */
function writeFunction(
  { node, text, parameters, scope, memory }: FunctionThing,
  write: Write
): string | null {
  for (
    let at: Scope | null = scope;
    at && at.kind !== 'notebook';
    at = at.parent
  ) {
    if (at.kind !== 'class') {
      return null;
    }
  }
  if (memory) {
    return null;
  }
  const { straight, lines } = prepare(text.slice(node.from, node.to));
  const code = normalise(straight, lines, []);
  const standards = parameters.flatMap(({ standard }) =>
    standard === undefined ? [] : [standard]
  );
  const body = all(standards, write);
  return body === null ? null : `code(${JSON.stringify(code)} ${body})`;
}

/** False for code and classes, of which their source tells more. */
export function isData(value: Value): boolean {
  return !(
    is(value, 'function') ||
    is(value, 'class') ||
    is(value, 'module') ||
    is(value, 'native') ||
    is(value, 'unknown') ||
    is(value, 'iterator') ||
    is(value, 'view')
  );
}
