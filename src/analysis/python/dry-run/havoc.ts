// What code that cannot be followed may do: all that it reaches is unknown after it.

import { functionRule, isPureLibrary } from '../knowledge';
import type { Syntax } from '../syntax';

import type { Machine } from './machine';
import { addSettings, noSettings, unsettle, type Settings } from './unsettled';
import {
  is,
  unknown,
  type Scope,
  type Thing,
  type UnknownThing,
  type Value
} from './values';

/** A call of something unknown. */
export function callUnknown(
  machine: Machine,
  { path }: UnknownThing,
  given: readonly Value[]
): Value {
  machine.mayRaise = true;
  const rule = path === null ? undefined : functionRule(path);
  const isHarmless =
    path !== null &&
    (rule ? (rule.changes ?? []).length === 0 : isPureLibrary(path)) &&
    !given.some(isCode);
  given.filter(one => is(one, 'class')).forEach(one => machine.handed.add(one));
  if (!isHarmless) {
    touchUnknown(machine, given);
    machine.showUnknown();
  }
  return unknown();
}

function isCode(value: Value): boolean {
  return is(value, 'function') || is(value, 'method') || is(value, 'instance');
}

/** What code reaches that cannot be followed. */
export type Reach = {
  readonly things: Set<Thing>;
  /** Names of the notebook that it binds. */
  readonly bound: Set<string>;
  /** Names of functions around it that it mentions. */
  readonly closed: (readonly [Scope, string])[];
  /** What it is known to set. */
  readonly settings: Settings;
};

/** Of no code. */
export function noReach(): Reach {
  return {
    things: new Set(),
    bound: new Set(),
    closed: [],
    settings: noSettings()
  };
}

/** Adds values that are in the hands of such code, now or later. */
export function reachFrom(
  machine: Machine,
  values: readonly Value[],
  reach: Reach
): void {
  const pending = [...values];
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    if (typeof one === 'object' && one !== null && !reach.things.has(one)) {
      reach.things.add(one);
      pending.push(...within(machine, one, reach));
    }
  }
}

/** Values in the hands of unknown code, now or later. */
export function touchUnknown(machine: Machine, values: readonly Value[]): void {
  const reach = noReach();
  reachFrom(machine, values, reach);
  forgetReached(machine, reach);
}

/** Nothing is known any more of what was reached. */
export function forgetReached(
  machine: Machine,
  { things, bound, closed, settings }: Reach
): void {
  bound.forEach(name => machine.globals.names.set(name, unknown()));
  for (const [scope, name] of closed) {
    const value = scope.names.get(name);
    if (value !== undefined) {
      scope.names.set(name, unknownIfPlain(value));
    }
  }
  for (const thing of things) {
    if (thing.t === 'class') {
      machine.handed.add(thing);
      unsettle(thing, settings);
    }
    if (
      !/^(?:native|module|unknown|function|class|slice|range)$/.test(thing.t)
    ) {
      forget(thing);
    }
  }
}

/** Everybody who holds the thing holds something unknown from here on. */
function forget(thing: Thing): void {
  Object.assign(thing, { t: 'unknown', path: null });
}

/** What a thing reaches. */
function within(machine: Machine, thing: Thing, reach: Reach): Value[] {
  switch (thing.t) {
    case 'list':
    case 'deque':
    case 'tuple':
      return [...thing.items];
    case 'dict':
      return [...thing.entries.values()].flat().concat(thing.factory);
    case 'set':
      return [...thing.entries.values()];
    case 'iterator':
      return [...thing.over];
    case 'view':
      return [thing.dict];
    case 'native':
      return thing.self === undefined ? [] : [thing.self];
    case 'instance':
      return [thing.class, ...thing.attributes.values()];
    case 'class':
      return [...thing.bases, ...thing.attributes.values()];
    case 'method':
      return [thing.self, thing.function];
    case 'descriptor':
      return [thing.function, thing.setter];
    case 'function':
      return named(machine, thing, reach);
    default:
      return [];
  }
}

/** A stretch of code, and where its names stand for something. */
export type Code = {
  readonly text: string;
  readonly node: Syntax;
  readonly scope: Scope;
};

/** Whatever a stretch of code mentions. */
export function named(
  machine: Machine,
  { text, node, scope }: Code,
  { bound, closed, settings }: Reach
): Value[] {
  const found: Value[] = [];
  const pending = [node];
  for (let one = pending.pop(); one; one = pending.pop()) {
    addSettings(text, one, settings);
    if (one.name === 'VariableName') {
      const name = text.slice(one.from, one.to);
      for (let at: Scope | null = scope; at; at = at.parent) {
        const value = at.names.get(name);
        if (value !== undefined) {
          found.push(value);
          if (at.kind === 'function') {
            closed.push([at, name]);
          }
        }
      }
      const isDeclared = scope !== machine.globals;
      const value = machine.globals.names.get(name);
      if (isDeclared && value !== undefined) {
        found.push(value);
      }
    }
    if (one.name === 'ScopeStatement' && one.children[0]?.name === 'global') {
      one.children
        .filter(child => child.name === 'VariableName')
        .forEach(child => bound.add(text.slice(child.from, child.to)));
    }
    pending.push(...one.children);
  }
  return found;
}

/** A closure's number may be another one after code that was not followed. */
function unknownIfPlain(value: Value): Value {
  return typeof value === 'object' && value !== null ? value : unknown();
}
