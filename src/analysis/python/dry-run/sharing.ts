// Which things more than one name reaches: of them, a value alone does not tell what becomes of it.

import type { Scope, Thing, Value } from './values';

/** More visits than this take longer than what they tell is worth. */
const VISIT_LIMIT = 20_000;

/** Things that may change, reached from two names or more; null where there is too much to go through. */
export function sharedThings(
  globals: ReadonlyMap<string, Value>
): ReadonlySet<Thing> | null {
  let visits = 0;
  const owners = new Map<Thing, number>();
  const shared = new Set<Thing>();
  let owner = 0;
  for (const value of globals.values()) {
    owner += 1;
    walk(value, thing => {
      visits += 1;
      const before = owners.get(thing);
      owners.set(thing, owner);
      if (before !== undefined && before !== owner && isChangeable(thing)) {
        shared.add(thing);
      }
      return before !== owner && visits <= VISIT_LIMIT;
    });
    if (visits > VISIT_LIMIT) {
      return null;
    }
  }
  return shared;
}

/** True when a value reaches one of the things, or something that hides what it holds. */
export function reaches(value: Value, things: ReadonlySet<Thing>): boolean {
  const seen = new Set<Thing>();
  let isFound = false;
  walk(value, thing => {
    isFound ||= things.has(thing);
    const isNew = !isFound && !seen.has(thing);
    seen.add(thing);
    return isNew;
  });
  return isFound;
}

function isChangeable({ t }: Thing): boolean {
  return /^(?:list|deque|dict|set|instance|iterator)$/.test(t);
}

/** Goes through what a value reaches; into a thing only where the visitor says so. */
function walk(start: Value, visit: (thing: Thing) => boolean): void {
  const pending: Value[] = [start];
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    if (typeof one === 'object' && one !== null && visit(one)) {
      push(one, pending);
    }
  }
}

function push(thing: Thing, pending: Value[]): void {
  const add = (values: Iterable<Value | undefined>): void => {
    for (const one of values) {
      if (typeof one === 'object' && one !== null) {
        pending.push(one);
      }
    }
  };
  switch (thing.t) {
    case 'list':
    case 'deque':
    case 'tuple':
      add(thing.items);
      return;
    case 'dict':
      for (const [key, value] of thing.entries.values()) {
        add([key, value]);
      }
      add([thing.factory]);
      return;
    case 'set':
      add(thing.entries.values());
      return;
    case 'view':
      add([thing.dict]);
      return;
    case 'iterator':
      add(thing.over);
      return;
    case 'native':
      add([thing.self]);
      return;
    case 'instance':
      add([thing.class]);
      add(thing.attributes.values());
      return;
    case 'class':
      add(thing.bases);
      add(thing.attributes.values());
      add((thing.fields ?? []).map(({ standard }) => standard));
      return;
    case 'method':
      add([thing.self, thing.function]);
      return;
    case 'descriptor':
      add([thing.function, thing.setter]);
      return;
    case 'function':
      add(thing.parameters.map(({ standard }) => standard));
      add(thing.memory?.values() ?? []);
      enclosed(thing.scope, add);
      return;
    default:
  }
}

/** What the functions around a function keep for it. */
function enclosed(
  scope: Scope,
  add: (values: Iterable<Value | undefined>) => void
): void {
  for (
    let at: Scope | null = scope;
    at && at.kind !== 'notebook';
    at = at.parent
  ) {
    add(at.names.values());
  }
}
