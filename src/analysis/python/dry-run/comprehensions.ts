// Comprehensions and generators.

import type { Syntax } from '../syntax';

import { evaluate, need, textOf, type Place } from './expressions';
import { assign } from './targets';
import { Lost, tupleOf, type Scope, type Value } from './values';

type Clause = {
  readonly target: readonly Syntax[];
  readonly over: Syntax;
  readonly conditions: readonly Syntax[];
};

/** All items of a comprehension; pairs for a dictionary. */
export function comprehended(place: Place, parts: readonly Syntax[]): Value[] {
  const found: Value[] = [];
  const next = generator(place, parts);
  for (let one = next(); one !== undefined; one = next()) {
    found.push(one);
  }
  return found;
}

/** A generator: nothing of it runs before somebody asks, but for what it goes through. */
export function later(place: Place, parts: readonly Syntax[]): Value {
  const over: Value[] = [];
  const next = generator(place, parts, over);
  const { kind, names } = place.scope;
  if (kind !== 'notebook') {
    over.push(...names.values());
  }
  return { t: 'iterator', over, next };
}

function generator(
  place: Place,
  parts: readonly Syntax[],
  held: Value[] = []
): () => Value | undefined {
  const { machine } = place;
  const start = parts.findIndex(({ name }) => name === 'for');
  const element = parts.slice(0, start);
  const clauses = clausesOf(parts.slice(start));
  if (parts.some(({ name }) => name === 'async')) {
    throw new Lost('async');
  }
  const locals = new Set<string>();
  clauses.forEach(({ target }) =>
    target.forEach(node => collect(place, node, locals))
  );
  const scope: Scope = {
    kind: 'inner',
    names: new Map(),
    parent: place.scope,
    locals,
    globals: new Set(),
    function: null,
    self: undefined
  };
  const inner: Place = { ...place, scope };
  const [first] = clauses;
  if (!first) {
    throw new Lost('comprehension');
  }
  const outermost = evaluate(place, first.over);
  held.push(outermost);
  const sources: (() => Value | undefined)[] = [machine.iterator(outermost)];
  const advance = (level: number): boolean => {
    const clause = clauses[level];
    if (!clause) {
      return true;
    }
    for (;;) {
      const value = sources[level]?.();
      if (value === undefined) {
        return false;
      }
      assign(inner, clause.target, value);
      const isWanted = clause.conditions.every(one =>
        machine.isTrue(evaluate(inner, one))
      );
      if (isWanted) {
        return true;
      }
    }
  };
  let level = 0;
  return () => {
    while (level >= 0) {
      machine.step();
      if (!advance(level)) {
        level -= 1;
        continue;
      }
      if (level === clauses.length - 1) {
        return valueOf(inner, element);
      }
      level += 1;
      const { over } = clauses[level] ?? first;
      sources[level] = machine.iterator(evaluate(inner, over));
    }
    return undefined;
  };
}

function valueOf(place: Place, element: readonly Syntax[]): Value {
  const [key, sign, value] = element;
  if (sign?.name === ':') {
    return tupleOf([evaluate(place, need(key)), evaluate(place, need(value))]);
  }
  return evaluate(place, need(key));
}

function collect(place: Place, node: Syntax, into: Set<string>): void {
  if (node.name === 'VariableName') {
    into.add(textOf(place, node));
  }
  node.children.forEach(child => collect(place, child, into));
}

function clausesOf(parts: readonly Syntax[]): Clause[] {
  const found: Clause[] = [];
  let at = 0;
  while (parts[at]?.name === 'for') {
    const within = parts.findIndex(
      (one, index) => index > at && one.name === 'in'
    );
    const target = parts.slice(at + 1, within);
    const over = need(parts[within + 1]);
    const conditions: Syntax[] = [];
    at = within + 2;
    while (parts[at]?.name === 'if') {
      conditions.push(need(parts[at + 1]));
      at += 2;
    }
    found.push({ target, over, conditions });
  }
  if (at < parts.length) {
    throw new Lost('comprehension');
  }
  return found;
}
