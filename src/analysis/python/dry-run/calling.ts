// What calling a value does.

import { isError, lookUp } from './classes';
import { fill } from './dataclasses';
import { evaluate } from './expressions';
import { callUnknown, touchUnknown } from './havoc';
import type { Caller, Machine } from './machine';
import { bodyNames, type BodyNames } from './scopes';
import { run } from './statements';
import {
  is,
  Lost,
  tupleOf,
  unknown,
  type ClassThing,
  type FunctionThing,
  type Given,
  type Scope,
  type Value
} from './values';

/** What calling a value does. */
export function callerOf(machine: Machine): Caller {
  return (value, given) => callValue(machine, value, given);
}

function callValue(machine: Machine, value: Value, given: Given): Value {
  if (is(value, 'native')) {
    return value.call(given);
  }
  if (is(value, 'function')) {
    return callFunction(machine, value, given);
  }
  if (is(value, 'method')) {
    const positional = [value.self, ...given.positional];
    return callValue(machine, value.function, { ...given, positional });
  }
  if (is(value, 'class')) {
    return instantiate(machine, value, given);
  }
  if (is(value, 'instance')) {
    const own = lookUp(value.class, '__call__');
    if (own !== undefined) {
      const positional = [value, ...given.positional];
      return callValue(machine, own, { ...given, positional });
    }
  }
  if (is(value, 'unknown')) {
    const handed = [...given.positional, ...given.keywords.values()];
    return callUnknown(machine, value, handed);
  }
  throw new Lost('call');
}

function instantiate(machine: Machine, made: ClassThing, given: Given): Value {
  if (lookUp(made, '__new__') !== undefined) {
    throw new Lost('__new__');
  }
  const attributes = new Map<string, Value>();
  const instance: Value = { t: 'instance', class: made, attributes };
  if (isError(made)) {
    attributes.set('args', tupleOf(given.positional));
  }
  const init = lookUp(made, '__init__');
  if (isError(made) && (init !== undefined || given.keywords.size > 0)) {
    // What its `__init__` hands on takes the place of what it was given.
    attributes.set('args', unknown());
  }
  if (init === undefined && made.fields && is(instance, 'instance')) {
    fill(one => machine.call(one), instance, given);
    return instance;
  }
  const positional = [instance, ...given.positional];
  if (init !== undefined) {
    callValue(machine, init, { ...given, positional });
  } else if (
    given.positional.length + given.keywords.size > 0 &&
    !isError(made)
  ) {
    throw machine.raise('TypeError');
  }
  return instance;
}

function callFunction(
  machine: Machine,
  value: FunctionThing,
  given: Given
): Value {
  const body = value.node.children.find(({ name }) => name === 'Body');
  const statements = body?.children ?? [];
  const names =
    value.node.name === 'LambdaExpression'
      ? NO_NAMES
      : bodyNames(value.text, statements);
  const isAsync = value.node.children[0]?.name === 'async';
  if (names.hasYield || isAsync) {
    const handed = [value, ...given.positional, ...given.keywords.values()];
    touchUnknown(machine, handed);
    return unknown();
  }
  const memory = value.memory;
  if (memory && (given.keywords.size > 0 || memory.size >= 100)) {
    throw new Lost('memory');
  }
  const key =
    memory && given.keywords.size === 0
      ? given.positional.map(one => machine.key(one)).join('\n')
      : null;
  const known = key === null ? undefined : memory?.get(key);
  if (known !== undefined) {
    return known;
  }
  const scope = scopeOf(machine, value, given, names);
  const place = { machine, text: value.text, scope };
  let result: Value = null;
  if (value.node.name === 'LambdaExpression') {
    const last = value.node.children[value.node.children.length - 1];
    result = last ? evaluate(place, last) : null;
  } else {
    const end = run(place, statements);
    result = typeof end === 'object' && end !== null ? end.returned : null;
  }
  if (key !== null) {
    memory?.set(key, result);
  }
  return result;
}

const NO_NAMES: BodyNames = {
  locals: new Set(),
  globals: new Set(),
  nonlocals: new Set(),
  hasYield: false
};

function scopeOf(
  machine: Machine,
  value: FunctionThing,
  { positional, keywords }: Given,
  { locals, globals }: BodyNames
): Scope {
  const names = new Map<string, Value>();
  const left = new Map(keywords);
  let at = 0;
  for (const { name, kind, standard } of value.parameters) {
    if (kind === 'rest') {
      names.set(name, tupleOf(positional.slice(at)));
      at = positional.length;
      continue;
    }
    if (kind === 'keywords') {
      names.set(name, machine.dictOf([...left]));
      left.clear();
      continue;
    }
    const isPlaced = kind === 'plain' && at < positional.length;
    if (isPlaced && left.has(name)) {
      throw machine.raise('TypeError');
    }
    const found = isPlaced
      ? positional[at]
      : left.has(name)
        ? left.get(name)
        : standard;
    if (isPlaced) {
      at += 1;
    } else {
      left.delete(name);
    }
    if (found === undefined) {
      throw machine.raise('TypeError');
    }
    names.set(name, found);
  }
  if (at < positional.length || left.size > 0) {
    throw machine.raise('TypeError');
  }
  const all = new Set([...locals, ...names.keys()]);
  return {
    kind: 'function',
    names,
    parent: value.scope,
    locals: all,
    globals,
    function: value,
    self: positional[0]
  };
}
