// Scopes of Python, and what code does to names that are not its own.

import type { Given } from '../given-texts';
import type { BindingKind, Range, Update } from '../name-uses';
import type { Effect, FileAccess } from '../effect';
import type { Handover, ReceivedUpdate } from '../definition';

import type { Branch } from './flow';

/** A reading of a name. */
export type ReadEvent = {
  readonly type: 'read';
  readonly name: string;
  readonly range: Range;
  readonly path: string | null;
  readonly isCertain: boolean;
  /** True for a name declared `global`: functions around do not hide it. */
  readonly isGlobal?: boolean;
  /** True when only the extent is asked for: nothing of the value flows on. */
  readonly isShape?: boolean;
};

/** A binding that reaches the notebook's namespace. */
export type BindEvent = {
  readonly type: 'bind';
  readonly name: string;
  readonly range: Range;
  readonly kind: BindingKind;
  readonly isCertain: boolean;
  /** True in a body that surely gets there, unless something raises. */
  readonly isSure?: boolean;
  readonly isGlobal?: boolean;
};

/** A function deletes a name of the notebook. */
export type DeleteEvent = Omit<BindEvent, 'type' | 'kind'> & {
  readonly type: 'delete';
};

/** A change in place of a named value. */
export type UpdateEvent = Update & {
  readonly type: 'update';
  readonly isGlobal?: boolean;
};

/** A name that is called, or handed to somebody who may call it. */
export type CallEvent = {
  readonly type: 'call';
  readonly name: string;
  /** True where its body surely runs now, as in `BindEvent`. */
  readonly isSure?: boolean;
  readonly isGlobal?: boolean;
  /** The call itself; missing for what is only handed to somebody. */
  readonly site?: CallSite;
};

/** Where a call begins, and what it gives, which few ask. */
export type CallSite = { readonly at: number; readonly given: () => Given };

/** A touch of ambient state; belongs to no name. */
export type EffectEvent = {
  readonly type: 'effect';
  readonly effect: Effect;
};

/** A file that is read or written; belongs to no name. */
export type FileEvent = { readonly type: 'file'; readonly file: FileAccess };

/** A change of what a parameter of the code receives; belongs to no name. */
export type ReceiveEvent = {
  readonly type: 'receive';
  readonly received: ReceivedUpdate;
};

/** A named value that is handed to a callable of the notebook; belongs to the name of the value. */
export type HandEvent = Handover & { readonly type: 'hand' };

/** What that does which a call of the code gives back; belongs to no name, and means nothing to the code around. */
export type GiveEvent = {
  readonly type: 'give';
  readonly events: readonly Event[];
};

/** Something that code does outside of its own scope. */
export type Event = (
  | ReadEvent
  | BindEvent
  | DeleteEvent
  | UpdateEvent
  | CallEvent
  | EffectEvent
  | FileEvent
  | ReceiveEvent
  | HandEvent
  | GiveEvent
) & {
  /** What of a class does it: the name of a method, or `BASE`. */
  readonly of?: string;
};

/** Stands for what a class has from the classes that it is made from; no method has this name. */
export const BASE = '<base>';

/** The top level of the cell: its names are the notebook's. */
export type ModuleScope = { readonly kind: 'module'; readonly parent: null };

/** A function or lambda. Its events wait until its end, when all its locals are known. */
export type FunctionScope = {
  readonly kind: 'function';
  readonly parent: Scope;
  /** Parameters that still stand for what was handed over, with their positions; null for keywords only. */
  readonly parameters: Map<string, number | null>;
  readonly locals: Set<string>;
  readonly globals: Set<string>;
  readonly nonlocals: Set<string>;
  readonly events: Event[];
  /** What the functions do that it defines, by their names. */
  readonly inner: Map<string, readonly Event[]>;
  /** What the functions do that it gives back. */
  readonly given: Event[];
  /** Where its body begins. */
  readonly root: Branch;
  /** True when a part of its body that may be skipped leaves it. */
  hasLeft: boolean;
  /** True when it yields: a call of it does not run its body. */
  isGenerator: boolean;
};

/** A class body: it runs at once, and the functions in it do not see its names. */
export type ClassScope = {
  readonly kind: 'class';
  readonly parent: Scope;
  /** What it is called; null for one without a name. */
  readonly name: string | null;
  /** Names that it has bound so far, on whatever path. */
  readonly locals: Set<string>;
  readonly globals: Set<string>;
  /** What its methods do when they are called. */
  readonly deferred: Event[];
};

/** A comprehension, or the type parameters around a definition: names of its own, evaluated where it stands. */
export type InnerScope = {
  readonly kind: 'inner';
  readonly parent: Scope;
  readonly locals: ReadonlySet<string>;
  /** True for type parameters: the names of a class around are seen through them. */
  readonly isOpen?: boolean;
};

export type Scope = ModuleScope | FunctionScope | ClassScope | InnerScope;

/** The scope whose names code binds: comprehensions and the like have names of their own besides. */
export function scopeAround(scope: Scope): Exclude<Scope, InnerScope> {
  let at = scope;
  while (at.kind === 'inner') {
    at = at.parent;
  }
  return at;
}

/** The scope of a function whose parameters are given. */
export function functionScope(
  parent: Scope,
  parameters: ReadonlyMap<string, number | null>,
  root: Branch
): FunctionScope {
  return {
    kind: 'function',
    parent,
    parameters: new Map(parameters),
    locals: new Set(parameters.keys()),
    globals: new Set(),
    nonlocals: new Set(),
    events: [],
    inner: new Map(),
    given: [],
    root,
    hasLeft: false,
    isGenerator: false
  };
}

/** What a function does outside of itself, each thing once. */
export function freeEvents(scope: FunctionScope): readonly Event[] {
  const free = new Map<string, Event>();
  for (const event of scope.events) {
    if (event.type === 'effect') {
      const { state, action, stream = '', option = '' } = event.effect;
      const { ifSet = '', ifTexts = '', isInValues = '' } = event.effect;
      const { assumes = '', adds = '' } = event.effect;
      const what = `${stream}${option} ${ifSet} ${ifTexts} ${isInValues} ${assumes} ${adds}`;
      free.set(`effect ${state} ${action} ${what}`, event);
    } else if (event.type === 'give') {
      free.set('give', event);
    } else if (event.type === 'file') {
      free.set(`file ${event.file.path}\n${event.file.action}`, event);
    } else if (event.type === 'receive' || event.type === 'hand') {
      if (isOutside(scope, event)) {
        free.set(sayingOf(event), event);
      }
    } else if (event.isGlobal || scope.globals.has(event.name)) {
      addOnce(free, { ...event, isGlobal: true });
    } else if (!scope.locals.has(event.name)) {
      addOnce(free, event);
    }
  }
  return [...free.values()];
}

/** Equal for events that differ in their place alone. */
function sayingOf(event: ReceiveEvent | HandEvent): string {
  const { of } = event as Event;
  if (event.type === 'receive') {
    const { parameter, place, method } = event.received;
    const { path, certainty, isReplacement } = event.received;
    return `receive\n${parameter}\n${place}\n${method}\n${path}\n${certainty}\n${isReplacement}\n${of}`;
  }
  const { callee, method, name, path, place, from } = event;
  const parameter = from && `${from.parameter}\n${from.place}\n${from.method}`;
  return `hand\n${callee}\n${method}\n${name}\n${path}\n${place}\n${of}\n${parameter}`;
}

/** True where a value of somebody else's meets a callable of somebody else's. */
function isOutside(
  { locals }: FunctionScope,
  event: ReceiveEvent | HandEvent
): boolean {
  return (
    event.type === 'receive' ||
    ((event.callee === null || !locals.has(event.callee)) &&
      (event.from !== undefined || !locals.has(event.name)))
  );
}

function isReached(event: Event): boolean {
  return 'isSure' in event && event.isSure === true;
}

function addOnce(
  events: Map<string, Event>,
  event: Exclude<
    Event,
    EffectEvent | FileEvent | ReceiveEvent | HandEvent | GiveEvent
  >
): void {
  const { type, name } = event;
  const path = 'path' in event ? event.path : null;
  const isSure = 'isCertain' in event && event.isCertain;
  const how = type === 'update' ? event.certainty + event.isReplacement : '';
  const key = `${type} ${name} ${path} ${isSure} ${how}`;
  const known = events.get(key);
  if (!known) {
    events.set(key, event);
  } else if (isReached(event) && !isReached(known)) {
    events.set(`${key} reached`, event);
  }
}
