// The state of a dry run, and what every part of it needs: calls, raising, texts, truth, keys, order.

import { isError, lookUp } from './classes';
import { fieldsText, isRecord } from './dataclasses';
import { equals, less } from './equality';
import { errorRepr, errorText } from './error-texts';
import { itemsOf, iteratorOf, lengthOf } from './going-through';
import { keyOf, reprOf, strOf, type Ask } from './texts';
import {
  emptyDict,
  is,
  known,
  Lost,
  Raised,
  tupleOf,
  unknown,
  type ClassThing,
  type DictThing,
  type Given,
  type Scope,
  type Thing,
  type Value
} from './values';

/** Steps that one cell may take before it counts as too long to follow. */
const LONGEST = 30_000;
/** Calls within calls. */
const DEEPEST = 60;

/** Calls a value; set once all parts are there. */
export type Caller = (value: Value, given: Given) => Value;

/** One namespace with what ran in it. */
export class Machine {
  readonly globals: Scope = {
    kind: 'notebook',
    names: new Map(),
    parent: null,
    locals: null,
    globals: new Set(),
    function: null,
    self: undefined
  };
  /** What the present cell has shown; null once that is not known any more. */
  shown: string[] | null = [];
  /** Classes that code has met which was not followed: it may hold them under other names. */
  readonly handed = new Set<ClassThing>();
  /** True once the present cell has met something unknown, which may raise. */
  mayRaise = false;

  constructor(
    readonly builtins: ReadonlyMap<string, Value>,
    private readonly caller: (machine: Machine) => Caller
  ) {}

  /** A new cell. */
  start(): void {
    this.mayRaise = false;
    this.shown = [];
    this.steps = 0;
    this.depth = 0;
  }

  /** Counts one step, or what takes as long as several. */
  step(count = 1): void {
    this.steps += count;
    if (this.steps > LONGEST) {
      throw new Lost('too long');
    }
  }

  call(value: Value, positional: readonly Value[] = []): Value {
    return this.callWith(value, { positional, keywords: new Map() });
  }

  callWith(value: Value, given: Given): Value {
    this.step();
    this.depth += 1;
    if (this.depth > DEEPEST) {
      throw new Lost('too deep');
    }
    const result = this.caller(this)(value, given);
    this.depth -= 1;
    return result;
  }

  /** How deep calls stand; set back where an error is caught. */
  depth = 0;

  /** Shows a line. */
  show(text: string): void {
    this.shown?.push(text);
  }

  /** From here on nobody knows what the cell shows. */
  showUnknown(): void {
    this.shown = null;
  }

  /** What Python would raise; what it says is known only where every release says the same. */
  raise(name: string, exact?: Value): Raised {
    const found = this.builtins.get(name);
    if (!is(found, 'class')) {
      throw new Lost('exception');
    }
    const attributes = new Map<string, Value>([
      ['args', exact === undefined ? unknown() : tupleOf([exact])]
    ]);
    return new Raised({ t: 'instance', class: found, attributes });
  }

  readonly ask: Ask = (value, method) => {
    const found = is(value, 'instance')
      ? lookUp(value.class, method)
      : undefined;
    if (found === undefined && method === '__repr__' && isRecord(value)) {
      return fieldsText(value, one => this.repr(one));
    }
    return found === undefined ? undefined : this.call(found, [value]);
  };

  repr(value: Value): string {
    this.step();
    return is(value, 'instance') && isError(value.class)
      ? errorRepr(this, value)
      : reprOf(value, this.ask);
  }

  str(value: Value): string {
    this.step();
    return is(value, 'instance') && isError(value.class)
      ? errorText(this, value)
      : strOf(value, this.ask);
  }

  key(value: Value): string {
    if (is(value, 'instance')) {
      if (
        lookUp(value.class, '__hash__') ||
        lookUp(value.class, '__eq__') ||
        isRecord(value)
      ) {
        throw new Lost('hash');
      }
      return `o${this.addressOf(value)}`;
    }
    if (is(value, 'set') && value.isFrozen) {
      throw new Lost('key');
    }
    if (is(value, 'list') || is(value, 'dict') || is(value, 'set')) {
      throw this.raise('TypeError');
    }
    return keyOf(value, this.addressOf);
  }

  readonly addressOf = (thing: Thing): number => {
    const address = this.addresses.get(thing) ?? this.addresses.size + 1;
    this.addresses.set(thing, address);
    return address;
  };

  isTrue(value: Value): boolean {
    known(value);
    if (value === null || value === '' || value === false) {
      return false;
    }
    if (typeof value !== 'object') {
      return value === true || typeof value === 'string' || Number(value) !== 0;
    }
    switch (value.t) {
      case 'list':
      case 'deque':
      case 'tuple':
        return value.items.length > 0;
      case 'dict':
      case 'set':
        return value.entries.size > 0;
      case 'view':
        return value.dict.entries.size > 0;
      case 'range':
        return this.length(value) > 0;
      case 'instance': {
        const own = this.ask(value, '__bool__') ?? this.ask(value, '__len__');
        return own === undefined || this.isTrue(own);
      }
      default:
        return true;
    }
  }

  equals(left: Value, right: Value): boolean {
    return equals(this, left, right);
  }

  /** True when the left is less. */
  less(left: Value, right: Value): boolean {
    return less(this, left, right);
  }

  /** The items that a loop goes through, all at once. */
  itemsOf(value: Value): Value[] {
    return itemsOf(this, value);
  }

  /** Items of a set as well, whose order then must not matter. */
  membersOf(value: Value): Value[] {
    return is(value, 'set') ? [...value.entries.values()] : this.itemsOf(value);
  }

  /** Goes through a value step by step, as a loop that changes it would see. */
  iterator(value: Value): () => Value | undefined {
    return iteratorOf(this, value);
  }

  length(value: Value): number {
    return lengthOf(this, value);
  }

  getItem(dict: DictThing, key: Value): Value | undefined {
    return dict.entries.get(this.key(key))?.[1];
  }

  setItem(dict: DictThing, key: Value, value: Value): void {
    const text = this.key(key);
    dict.entries.set(text, [dict.entries.get(text)?.[0] ?? key, value]);
  }

  dictOf(pairs: Iterable<readonly [Value, Value]>): DictThing {
    const dict = emptyDict();
    for (const [key, value] of pairs) {
      this.setItem(dict, key, value);
    }
    return dict;
  }

  setOf(items: Iterable<Value>, isFrozen = false): Value {
    const entries = new Map<string, Value>();
    for (const one of items) {
      const key = this.key(one);
      entries.set(key, entries.get(key) ?? one);
    }
    return { t: 'set', entries, isFrozen, hasLost: false };
  }

  /** Sorted as Python sorts: equal ones stay in order. */
  sorted(items: readonly Value[], key: Value, isBackwards: boolean): Value[] {
    const keyed = items.map(
      item => [key === null ? item : this.call(key, [item]), item] as const
    );
    const way = isBackwards ? -1 : 1;
    const sorted = keyed.sort(([one], [other]) =>
      this.less(one, other) ? -way : this.less(other, one) ? way : 0
    );
    return sorted.map(([, item]) => item);
  }

  private steps = 0;
  private readonly addresses = new Map<Thing, number>();
}
