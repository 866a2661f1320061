// What functions do unless they are given something: a generator that they make where they get none.

import { givenName } from '../given-path';
import type { Given } from '../given-texts';

import type { Arguments } from './arguments';
import { placeAt } from './place';
import { scopeAround, type Event } from './scope';
import { childNamed, type Syntax } from './syntax';
import { spreads } from './syntax-words';
import { textOf, type Walk } from './walk';

/** What a call gives between its brackets. */
export function givenBy(
  walk: Walk,
  list: Syntax | undefined,
  { positional, keywords }: Arguments
): Given {
  if (spreads(list)) {
    return null;
  }
  const isSome = (node: Syntax): boolean => textOf(walk, node) !== 'None';
  const places = positional.map((node, at) => (isSome(node) ? [at] : []));
  const words = [...keywords].map(([word, node]) =>
    isSome(node) ? [word] : []
  );
  return new Set([...places.flat(), ...words.flat()]);
}

/** Parameters of the function around among some nodes, as effects name them; nothing where other nodes are among them. */
export function paramsAmong(
  walk: Walk,
  nodes: readonly Syntax[]
): readonly string[] {
  const scope = scopeAround(walk.scope);
  if (scope.kind !== 'function' || nodes.length === 0) {
    return [];
  }
  const found = nodes.flatMap(node => {
    const name = node.name === 'VariableName' ? textOf(walk, node) : '';
    const at = scope.parameters.get(name);
    return at === undefined ? [] : [givenName(at ?? -1, name)];
  });
  return found.length === nodes.length ? found : [];
}

/** A function where it stands. */
type Around = {
  readonly source: string;
  readonly node: Syntax;
  /** `maker`: called by the name of its class. `hidden`: nobody knows its calls. */
  readonly kind: 'function' | 'maker' | 'hidden';
};

/** Events of a function, of which those that make chance tell by which parameters they are kept away. */
export function settleGiven(
  around: Around,
  events: readonly Event[]
): readonly Event[] {
  return events.flatMap(event => {
    if (event.type !== 'effect' || event.effect.state !== 'entropy') {
      return [event];
    }
    const { unlessGiven, ...effect } = event.effect;
    const seeds = (unlessGiven ?? []).map(name => nameIn(name));
    if (seeds.some(name => !isOptional(around, name))) {
      return [];
    }
    const lacking = lackedAt(around, event.effect.range);
    const names = [...seeds, ...lacking];
    const countsUnseen = seeds.length === 0;
    if (names.length === 0) {
      return [event];
    }
    if (around.kind === 'hidden') {
      return countsUnseen ? [{ ...event, effect }] : [];
    }
    const first = around.kind === 'maker' ? 1 : 0;
    const all = parametersOf(around);
    const told = {
      ...effect,
      unlessGiven: names.map(name =>
        givenName(all.indexOf(name) - first, name)
      ),
      ...(countsUnseen && { countsUnseen })
    };
    return [{ ...event, effect: told }];
  });
}

function nameIn(given: string): string {
  return given.slice(given.indexOf(' ') + 1, -1);
}

function listOf({ node }: Around): readonly Syntax[] {
  return childNamed(node, 'ParamList')?.children ?? [];
}

/** Names of parameters, by place. */
function parametersOf(around: Around): readonly string[] {
  const list = listOf(around);
  return list
    .filter(
      ({ name }, at) =>
        name === 'VariableName' && list[at - 1]?.name !== 'AssignOp'
    )
    .map(node => wordAt(around, node));
}

/** True for a parameter that is `None` where a call gives nothing. */
function isOptional(around: Around, name: string): boolean {
  const list = listOf(around);
  const at = list.findIndex(
    (node, place) =>
      wordAt(around, node) === name && list[place - 1]?.name !== 'AssignOp'
  );
  const own = list.slice(at + 1);
  const end = own.findIndex(one => one.name === ',');
  const sign = own.findIndex(one => one.name === 'AssignOp');
  const value = own[sign + 1];
  return (
    at >= 0 &&
    sign >= 0 &&
    (end < 0 || sign < end) &&
    value !== undefined &&
    wordAt(around, value) === 'None'
  );
}

/** Parameters of which code runs only where they are nothing. */
function lackedAt(
  around: Around,
  range: { readonly from: number; readonly to: number }
): readonly string[] {
  const path = placeAt(around.source, around.node, range)?.path ?? [];
  const all = parametersOf(around);
  return path.flatMap((node, at) => {
    const parent = path[at + 1];
    const name = parent ? lackedIn(around, parent, node) : null;
    return name !== null && all.includes(name) ? [name] : [];
  });
}

/** The name that is nothing where a part of an expression or a statement runs. */
function lackedIn(
  around: Around,
  { name, children }: Syntax,
  part: Syntax
): string | null {
  const at = children.indexOf(part);
  const before = children[at - 1]?.name;
  if (name === 'BinaryExpression' && before === 'or' && children[0]) {
    return wordAt(around, children[0]);
  }
  if (name === 'ConditionalExpression') {
    const [, , test] = children;
    return test ? lackedBy(around, test, at === 0) : null;
  }
  const isFirst = name === 'IfStatement' && children[0]?.name === 'if';
  const test = children[1];
  return isFirst && at === 2 && test ? lackedBy(around, test, true) : null;
}

/** The name that is nothing where a test comes out so. */
function lackedBy(
  around: Around,
  test: Syntax,
  isTrue: boolean
): string | null {
  const words = wordAt(around, test).split(/\s+/);
  const [first = '', sign, second, third] = words;
  const isNone =
    words.length === 3 && /^(?:is|==)$/.test(sign ?? '') && second === 'None';
  const isSome =
    (words.length === 3 && sign === '!=' && second === 'None') ||
    (words.length === 4 && second === 'not' && third === 'None');
  if (words.length === 2 && first === 'not') {
    return isTrue ? (sign ?? null) : null;
  }
  return isNone === isTrue && (isNone || isSome || words.length === 1)
    ? first
    : null;
}

function wordAt({ source }: Around, { from, to }: Syntax): string {
  return source.slice(from, to);
}
