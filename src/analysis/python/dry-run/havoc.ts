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

/** Values in the hands of unknown code, now or later; with what that code itself is known to set. */
export function touchUnknown(
  machine: Machine,
  values: readonly Value[],
  settings: Settings = noSettings()
): void {
  const reached = new Set<Thing>();
  const names = new Set<string>();
  const pending = [...values];
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    if (typeof one === 'object' && one !== null && !reached.has(one)) {
      reached.add(one);
      pending.push(...within(machine, one, names, settings));
    }
  }
  names.forEach(name => machine.globals.names.set(name, unknown()));
  for (const thing of reached) {
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

/** What a thing reaches; adds names of the notebook that its code binds, and attributes that it sets. */
function within(
  machine: Machine,
  thing: Thing,
  bound: Set<string>,
  settings: Settings
): Value[] {
  switch (thing.t) {
    case 'list':
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
      return named(machine, thing, bound, settings);
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
  bound: Set<string>,
  settings: Settings
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
            at.names.set(name, unknownIfPlain(value));
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
