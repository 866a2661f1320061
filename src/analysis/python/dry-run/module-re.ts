// Python's module `re`, for patterns that JavaScript runs alike.

import type { Machine } from './machine';
import { matchesIn, patternOf, type Pattern } from './patterns';
import {
  is,
  listOf,
  Lost,
  tupleOf,
  type ClassThing,
  type Given,
  type InstanceThing,
  type Value
} from './values';

type Native = (given: Given) => Value;

/** Flags that are known, by their numbers. */
const IGNORECASE = 2n;
const DOTALL = 16n;

/** What the module holds that is known. */
export function regularExpressions(machine: Machine): {
  readonly natives: Readonly<Record<string, Native>>;
  readonly constants: Readonly<Record<string, Value>>;
} {
  const matchClass = classOf('re.Match', {
    group: given => groupsAt(machine, given),
    __getitem__: given => groupsAt(machine, given),
    groups: ({ positional: [match = null] }) => tupleOf(groupsOf(match)),
    __getattr__: unfollowed,
    start: given => placeOf(given)[0],
    end: given => placeOf(given)[1],
    span: given => tupleOf(placeOf(given)),
    __repr__: ({ positional: [match = null] }) => {
      const [start, end] = placeOf(justSelf(match));
      const text = machine.repr(groupAt(machine, match, 0));
      return `<re.Match object; span=(${String(start)}, ${String(end)}), match=${text}>`;
    }
  });
  const matchOf = (
    pattern: Pattern,
    found: RegExpExecArray | undefined
  ): Value =>
    found
      ? {
          t: 'instance',
          class: matchClass,
          attributes: new Map<string, Value>([
            ['string', found.input],
            [PLACE, BigInt(found.index)],
            [
              GROUPS,
              tupleOf(found.map(one => (one as Value | undefined) ?? null))
            ],
            [
              NAMES,
              tupleOf(
                [...pattern.names].flatMap(([name, at]) => [name, BigInt(at)])
              )
            ]
          ])
        }
      : null;
  const all = (pattern: Pattern, text: string): readonly RegExpExecArray[] =>
    matchesIn(pattern, text, count => machine.step(count));
  const uses: Readonly<
    Record<string, (pattern: Pattern, text: string) => Value>
  > = {
    search: (pattern, text) => matchOf(pattern, all(pattern, text)[0]),
    match: (pattern, text) => {
      const [first] = all(pattern, text);
      return matchOf(pattern, first?.index === 0 ? first : undefined);
    },
    findall: (pattern, text) =>
      listOf(all(pattern, text).map(found => itemOf(found))),
    finditer: (pattern, text) => {
      const items = all(pattern, text).map(one => matchOf(pattern, one));
      const left = items[Symbol.iterator]();
      const next = (): Value | undefined =>
        left.next().value as Value | undefined;
      return { t: 'iterator', next, over: items };
    },
    split: (pattern, text) => {
      if (pattern.groups > 0) {
        throw new Lost('split');
      }
      all(pattern, text);
      return listOf(text.split(pattern.expression));
    }
  };
  const replaced = (pattern: Pattern, by: Value, text: Value): Value => {
    if (
      typeof by !== 'string' ||
      by.includes('\\') ||
      typeof text !== 'string'
    ) {
      throw new Lost('sub');
    }
    all(pattern, text);
    return text.replace(pattern.expression, () => by);
  };
  const patternClass = classOf('re.Pattern', {
    __getattr__: unfollowed,
    __eq__: unfollowed,
    ...Object.fromEntries(
      Object.entries(uses).map(([name, use]) => [
        name,
        (given: Given) => {
          const [pattern, text] = exactly(given, 2);
          return use(readPattern(pattern), textIn(text));
        }
      ])
    ),
    sub: given => {
      const [pattern, by, text] = exactly(given, 3);
      return replaced(readPattern(pattern), by ?? null, text ?? null);
    }
  });
  return {
    natives: {
      compile: ({ positional: [source = null, flags = 0n] }) => {
        readPattern(source, flags);
        const attributes = new Map([
          ['pattern', source],
          [FLAGS, flags]
        ]);
        return { t: 'instance', class: patternClass, attributes };
      },
      ...Object.fromEntries(
        Object.entries(uses).map(([name, use]) => [
          name,
          ({ positional: [source = null, text, flags = 0n] }: Given) =>
            use(readPattern(source, flags), textIn(text))
        ])
      ),
      sub: ({ positional: [source = null, by = null, text = null] }) =>
        replaced(readPattern(source), by, text)
    },
    constants: {
      I: IGNORECASE,
      IGNORECASE,
      S: DOTALL,
      DOTALL
    }
  };
}

const PLACE = ' place';
const GROUPS = ' groups';
const NAMES = ' names';
const FLAGS = ' flags';

function unfollowed(): never {
  throw new Lost('attribute');
}

/** A class of which instances take no assignment. */
function classOf(
  name: string,
  methods: Readonly<Record<string, Native>>
): ClassThing {
  return {
    t: 'class',
    name,
    bases: [],
    attributes: new Map(
      Object.entries(methods).map(([method, call]) => [
        method,
        { t: 'native', name: `${name}.${method}`, call }
      ])
    ),
    fields: null,
    isOrdered: false,
    isFrozen: true,
    unsettled: new Set()
  };
}

/** A pattern from its text or from what was compiled. */
function readPattern(source: Value | undefined, flags: Value = 0n): Pattern {
  if (is(source, 'instance') && source.class.name === 're.Pattern') {
    if (flags !== 0n) {
      throw new Lost('flags');
    }
    const { attributes } = source;
    return readPattern(attributes.get('pattern'), attributes.get(FLAGS));
  }
  if (typeof source !== 'string' || typeof flags !== 'bigint') {
    throw new Lost('pattern');
  }
  if ((flags & ~(IGNORECASE | DOTALL)) !== 0n) {
    throw new Lost('flags');
  }
  return patternOf(source, {
    ignoresCase: (flags & IGNORECASE) !== 0n,
    isDotAll: (flags & DOTALL) !== 0n
  });
}

function textIn(value: Value | undefined): string {
  if (typeof value !== 'string') {
    throw new Lost('text');
  }
  return value;
}

function exactly(
  { positional, keywords }: Given,
  count: number
): readonly Value[] {
  if (positional.length !== count || keywords.size > 0) {
    throw new Lost('argument');
  }
  return positional;
}

function justSelf(value: Value): Given {
  return { positional: [value], keywords: new Map() };
}

/** What `findall` lists for a match. */
function itemOf([whole, ...groups]: RegExpExecArray): Value {
  const texts = groups.map(one => (one as string | undefined) ?? '');
  return texts.length === 0
    ? whole
    : texts.length === 1
      ? (texts[0] ?? '')
      : tupleOf(texts);
}

function matchIn(value: Value): InstanceThing['attributes'] {
  if (!is(value, 'instance') || value.class.name !== 're.Match') {
    throw new Lost('match');
  }
  return value.attributes;
}

/** The groups without the whole. */
function groupsOf(value: Value): readonly Value[] {
  const groups = matchIn(value).get(GROUPS);
  return is(groups, 'tuple') ? groups.items.slice(1) : [];
}

/** `group()`, `group(1)`, `group("name", 2)`. */
function groupsAt(
  machine: Machine,
  { positional: [match = null, ...which], keywords }: Given
): Value {
  if (keywords.size > 0) {
    throw new Lost('argument');
  }
  const found = (which.length === 0 ? [0n] : which).map(one =>
    groupAt(machine, match, one)
  );
  return found.length === 1 ? (found[0] ?? null) : tupleOf(found);
}

function groupAt(machine: Machine, value: Value, which: Value | 0): Value {
  const attributes = matchIn(value);
  const groups = attributes.get(GROUPS);
  const names = attributes.get(NAMES);
  const at = is(names, 'tuple') ? names.items.indexOf(which) : -1;
  const place =
    typeof which === 'string' && at >= 0 && is(names, 'tuple')
      ? names.items[at + 1]
      : which;
  const found =
    is(groups, 'tuple') && (typeof place === 'bigint' || place === 0)
      ? groups.items[Number(place)]
      : undefined;
  if (found === undefined) {
    throw machine.raise('IndexError', 'no such group');
  }
  return found;
}

/** Where the whole begins and ends; of a group nobody told. */
function placeOf({
  positional: [match = null, ...which]
}: Given): readonly [bigint, bigint] {
  const attributes = matchIn(match);
  const start = attributes.get(PLACE);
  const groups = attributes.get(GROUPS);
  const whole = is(groups, 'tuple') ? groups.items[0] : undefined;
  if (
    which.length > 0 ||
    typeof start !== 'bigint' ||
    typeof whole !== 'string'
  ) {
    throw new Lost('place');
  }
  return [start, start + BigInt(whole.length)];
}
