// Functions and classes, with their decorators.

import type { Syntax } from '../syntax';

import { attributeOf } from './attributes';
import { parametersOf } from './calls';
import { lookUp } from './classes';
import { dataclassFields, makeDataclass } from './dataclasses';
import { evaluate, textOf, type Place } from './expressions';
import { callUnknown, touchUnknown } from './havoc';
import { read, write } from './scopes';
import { run } from './statements';
import {
  is,
  Lost,
  unknown,
  type ClassThing,
  type FunctionThing,
  type Scope,
  type Value
} from './values';

/** `def`, with its decorators. */
export function define(
  place: Place,
  node: Syntax,
  decorators: readonly Syntax[]
): void {
  const { children } = node;
  const nameNode = children.find(({ name }) => name === 'VariableName');
  const list = children.find(({ name }) => name === 'ParamList');
  if (!nameNode || !list) {
    throw new Lost('def');
  }
  const name = textOf(place, nameNode);
  const made: FunctionThing = {
    t: 'function',
    name,
    node,
    text: place.text,
    parameters: parametersOf(place, list),
    scope: place.scope,
    owner: null,
    memory: null
  };
  let value: Value = made;
  for (const decorator of [...decorators].reverse()) {
    value = decorated(place, decorator, value);
  }
  write(place.machine, place.scope, name, value);
}

function decorated(place: Place, { children }: Syntax, value: Value): Value {
  const { machine } = place;
  const names = children.filter(({ name }) => /Name$/.test(name));
  const [root, ...path] = names.map(one => textOf(place, one));
  const hasList = children.some(({ name }) => name === 'ArgList');
  if (root === undefined) {
    throw new Lost('decorator');
  }
  let callee: Value = read(machine, place.scope, root);
  if (is(callee, 'descriptor') && path.join() === 'setter') {
    return { ...callee, setter: value };
  }
  for (const one of path) {
    callee = attributeOf(machine, callee, one);
  }
  const isMemory =
    is(callee, 'unknown') &&
    /^functools\.(?:lru_)?cache$/.test(callee.path ?? '');
  if (isMemory && is(value, 'function')) {
    value.memory = new Map();
    return value;
  }
  const wrapped = is(callee, 'unknown') && callee.path === 'functools.wraps';
  if (hasList && wrapped && is(value, 'function')) {
    const [, one, end] =
      children.find(({ name }) => name === 'ArgList')?.children ?? [];
    const model = one && end?.name === ')' ? evaluate(place, one) : null;
    if (is(model, 'function')) {
      return { ...value, name: model.name };
    }
  }
  if (hasList) {
    machine.mayRaise = true;
    touchUnknown(machine, [value]);
    return unknown();
  }
  return is(callee, 'unknown')
    ? callUnknown(machine, callee, [value])
    : machine.call(callee, [value]);
}

/** `class`, with its decorators. */
export function defineClass(
  place: Place,
  node: Syntax,
  decorators: readonly Syntax[]
): void {
  const { machine } = place;
  const { children } = node;
  const nameNode = children.find(({ name }) => name === 'VariableName');
  const body = children.find(({ name }) => name === 'Body');
  const list = children.find(({ name }) => name === 'ArgList');
  const bases = (list?.children ?? [])
    .filter(({ name }) => !/^[(),]$/.test(name))
    .flatMap(base => {
      const value = base.name === 'VariableName' ? evaluate(place, base) : null;
      if (value !== null && value === machine.builtins.get('object')) {
        // Every class has it.
        return [];
      }
      if (!is(value, 'class')) {
        throw new Lost('base');
      }
      return value;
    });
  const isWatched = bases.some(base => lookUp(base, '__init_subclass__'));
  if (!nameNode || !body || bases.length > 1 || isWatched) {
    throw new Lost('class');
  }
  const attributes = new Map<string, Value>();
  const name = textOf(place, nameNode);
  const made: ClassThing = {
    t: 'class',
    name,
    bases,
    attributes,
    fields: bases[0]?.fields ?? null,
    isOrdered: false,
    isFrozen: false,
    unsettled: new Set()
  };
  const scope: Scope = {
    kind: 'class',
    names: attributes,
    parent: place.scope,
    locals: null,
    globals: new Set(),
    function: null,
    self: undefined
  };
  const inner = { ...place, scope };
  run(inner, body.children);
  for (const value of attributes.values()) {
    if (is(value, 'instance') && lookUp(value.class, '__set_name__')) {
      throw new Lost('__set_name__');
    }
    const code = is(value, 'descriptor') ? value.function : value;
    if (is(code, 'function')) {
      code.owner = made;
    }
    if (is(value, 'descriptor') && is(value.setter, 'function')) {
      value.setter.owner = made;
    }
  }
  for (const decorator of decorators) {
    const [, first, ...rest] = decorator.children;
    const found = read(machine, place.scope, textOf(place, first ?? decorator));
    const isKnown =
      is(found, 'unknown') && found.path === 'dataclasses.dataclass';
    if (!isKnown || decorators.length > 1) {
      throw new Lost('decorator');
    }
    makeDataclass(
      made,
      dataclassFields(inner, body, made),
      textsOf(place, rest)
    );
  }
  write(machine, place.scope, name, made);
}

function textsOf(place: Place, nodes: readonly Syntax[]): string {
  return nodes.map(node => textOf(place, node)).join('');
}
