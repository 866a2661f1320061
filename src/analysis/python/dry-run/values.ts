// Python's values as a dry run holds them: what is not one of these is unknown.

import type { Syntax } from '../syntax';

/** An integer is a bigint, a float a number, a text a string, `None` null. */
export type Value = null | boolean | bigint | number | string | Thing;

export type ListThing = { t: 'list'; items: Value[] };
/** A `deque` without a greatest length. */
export type DequeThing = { t: 'deque'; items: Value[] };
export type TupleThing = { t: 'tuple'; items: readonly Value[] };
export type DictThing = {
  t: 'dict';
  /** By the text that `keyOf` gives. */
  entries: Map<string, readonly [Value, Value]>;
  /** What a `defaultdict` calls for a key that is missing. */
  factory: Value;
  name: 'dict' | 'defaultdict' | 'Counter' | 'OrderedDict';
};
export type SetThing = {
  t: 'set';
  entries: Map<string, Value>;
  isFrozen: boolean;
  /** True once something was taken out of it. */
  hasLost: boolean;
};
/** `keys()`, `values()` or `items()` of a dictionary, which sees what becomes of it. */
export type ViewThing = {
  t: 'view';
  dict: DictThing;
  kind: 'keys' | 'values' | 'items';
};
export type RangeThing = {
  t: 'range';
  start: bigint;
  stop: bigint;
  step: bigint;
};
export type SliceThing = { t: 'slice'; parts: readonly [Value, Value, Value] };
/** Gone through once; undefined at its end. */
export type IteratorThing = {
  t: 'iterator';
  next: () => Value | undefined;
  /** What it goes through, and what else it holds. */
  over: readonly Value[];
};
export type Parameter = {
  readonly name: string;
  readonly kind: 'plain' | 'keyword' | 'rest' | 'keywords';
  readonly standard: Value | undefined;
};
export type FunctionThing = {
  t: 'function';
  name: string;
  /** A definition or a lambda. */
  node: Syntax;
  text: string;
  parameters: readonly Parameter[];
  scope: Scope;
  /** The class in whose body it stands. */
  owner: ClassThing | null;
  memory: Map<string, Value> | null;
};
export type ClassThing = {
  t: 'class';
  name: string;
  bases: readonly ClassThing[];
  attributes: Map<string, Value>;
  /** Fields of a dataclass, in order. */
  fields: readonly Field[] | null;
  isOrdered: boolean;
  /** True for a dataclass whose instances take no assignment. */
  isFrozen: boolean;
  /** Attributes that code may set, now or later, which is not followed. */
  unsettled: ReadonlySet<string>;
};
export type Field = {
  readonly name: string;
  readonly standard: Value | undefined;
  readonly factory: Value | undefined;
  readonly isCompared: boolean;
};
export type InstanceThing = {
  t: 'instance';
  class: ClassThing;
  attributes: Map<string, Value>;
};
export type MethodThing = { t: 'method'; self: Value; function: Value };
/** `property`, `staticmethod`, `classmethod`. */
export type DescriptorThing = {
  t: 'descriptor';
  kind: 'property' | 'static' | 'class';
  function: Value;
  setter: Value;
};
export type NativeThing = {
  t: 'native';
  name: string;
  /** What it is bound to or was made with. */
  self?: Value;
  call: (given: Given) => Value;
};
export type ModuleThing = {
  t: 'module';
  name: string;
  members: ReadonlyMap<string, Value>;
};
/** Nothing is known of it but, for what comes from a library, by which name it is reached. */
export type UnknownThing = { t: 'unknown'; path: string | null };

export type Thing =
  | ListThing
  | DequeThing
  | TupleThing
  | DictThing
  | SetThing
  | ViewThing
  | RangeThing
  | SliceThing
  | IteratorThing
  | FunctionThing
  | ClassThing
  | InstanceThing
  | MethodThing
  | DescriptorThing
  | NativeThing
  | ModuleThing
  | UnknownThing;

/** What a call hands over. */
export type Given = {
  readonly positional: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
};

/** Names of one function call, one class body, or the notebook. */
export type Scope = {
  readonly kind: 'notebook' | 'function' | 'class' | 'inner';
  readonly names: Map<string, Value>;
  readonly parent: Scope | null;
  /** Names that are bound here and nowhere around; null where all are. */
  readonly locals: ReadonlySet<string> | null;
  /** Names that a function declares to be the notebook's. */
  readonly globals: ReadonlySet<string>;
  readonly function: FunctionThing | null;
  readonly self: Value | undefined;
};

/** Thrown where the dry run cannot follow. */
export class Lost extends Error {}

/** Thrown where Python would raise. */
export class Raised extends Error {
  constructor(readonly value: InstanceThing) {
    super(value.class.name);
  }
}

/** A value of which nothing is known. */
export function unknown(path: string | null = null): UnknownThing {
  return { t: 'unknown', path };
}

/** True for the things of one kind. */
export function is<Kind extends Thing['t']>(
  value: Value | undefined,
  kind: Kind
): value is Extract<Thing, { t: Kind }> {
  return typeof value === 'object' && value !== null && value.t === kind;
}

/** The value, when something is known of it. */
export function known(value: Value): Value {
  if (is(value, 'unknown')) {
    throw new Lost('unknown');
  }
  return value;
}

/** A new list. */
export function listOf(items: Value[]): ListThing {
  return { t: 'list', items };
}

/** A new tuple. */
export function tupleOf(items: readonly Value[]): TupleThing {
  return { t: 'tuple', items };
}

/** A new dictionary without entries. */
export function emptyDict(name: DictThing['name'] = 'dict'): DictThing {
  return { t: 'dict', entries: new Map(), factory: null, name };
}
