// Expressions to values.

import { stringContent } from '../access';
import type { Syntax } from '../syntax';

import { attributeOf, itemOf } from './access';
import { callUnknown } from './havoc';
import type { Machine } from './machine';
import { numberOf } from './numbers';
import { compare, negate, operate } from './operators';
import { bodyNames, read, write } from './scopes';
import { formatted } from './texts';
import {
  is,
  known,
  listOf,
  Lost,
  tupleOf,
  unknown,
  type Parameter,
  type Scope,
  type Value
} from './values';
import { assign } from './targets';

/** One place in a program: the text that nodes point into, and the names that it sees. */
export type Place = {
  readonly machine: Machine;
  readonly text: string;
  readonly scope: Scope;
};

/** The source of a node. */
export function textOf({ text }: Place, { from, to }: Syntax): string {
  return text.slice(from, to);
}

/** The value of an expression. */
export function evaluate(place: Place, node: Syntax): Value {
  const { machine } = place;
  machine.step();
  const { children, name } = node;
  const [first, second, third] = children;
  switch (name) {
    case 'VariableName':
      return read(machine, place.scope, textOf(place, node));
    case 'Number':
      return numberOf(textOf(place, node));
    case 'Boolean':
      return textOf(place, node) === 'True';
    case 'None':
      return null;
    case 'String':
    case 'FormatString':
    case 'ContinuedString':
      return text(place, node);
    case 'ParenthesizedExpression':
      return evaluate(place, need(second));
    case 'TupleExpression':
      return tupleOf(items(place, children.slice(1, -1)));
    case 'ArrayExpression':
      return listOf(items(place, children.slice(1, -1)));
    case 'SetExpression':
      return machine.setOf(items(place, children.slice(1, -1)));
    case 'DictionaryExpression':
      return dictionary(place, children.slice(1, -1));
    case 'UnaryExpression':
      return first?.name === 'not'
        ? !machine.isTrue(evaluate(place, need(second)))
        : negate(
            machine,
            textOf(place, need(first)),
            evaluate(place, need(second))
          );
    case 'BinaryExpression':
      return binary(place, node);
    case 'ConditionalExpression':
      return machine.isTrue(evaluate(place, need(third)))
        ? evaluate(place, need(first))
        : evaluate(place, need(children[4]));
    case 'MemberExpression':
      return member(place, node);
    case 'CallExpression':
      return call(place, node);
    case 'LambdaExpression':
      return lambda(place, node);
    case 'NamedExpression': {
      const value = evaluate(place, need(third));
      write(machine, place.scope, textOf(place, need(first)), value);
      return value;
    }
    case 'ArrayComprehensionExpression':
      return listOf(comprehended(place, children.slice(1, -1)));
    case 'SetComprehensionExpression':
      return machine.setOf(comprehended(place, children.slice(1, -1)));
    case 'DictionaryComprehensionExpression':
      return machine.dictOf(
        comprehended(place, children.slice(1, -1)).map(pair => {
          const [key = null, value = null] = is(pair, 'tuple')
            ? pair.items
            : [];
          return [key, value] as const;
        })
      );
    case 'ComprehensionExpression':
      return later(place, children.slice(1, -1));
    default:
      throw new Lost(name);
  }
}

function need(node: Syntax | undefined): Syntax {
  if (!node) {
    throw new Lost('syntax');
  }
  return node;
}

/** Items between commas, stars unfolded. */
export function items(place: Place, parts: readonly Syntax[]): Value[] {
  const found: Value[] = [];
  parts.forEach((part, index) => {
    if (part.name === ',' || part.name === '*') {
      return;
    }
    const value = evaluate(place, part);
    if (parts[index - 1]?.name === '*') {
      found.push(...place.machine.itemsOf(value));
    } else {
      found.push(value);
    }
  });
  return found;
}

function dictionary(place: Place, parts: readonly Syntax[]): Value {
  const { machine } = place;
  const dict = machine.dictOf([]);
  let at = 0;
  while (at < parts.length) {
    const part = need(parts[at]);
    if (part.name === ',') {
      at += 1;
    } else if (part.name === '**') {
      const other = evaluate(place, need(parts[at + 1]));
      if (!is(other, 'dict')) {
        throw new Lost('dictionary');
      }
      other.entries.forEach(([key, value]) =>
        machine.setItem(dict, key, value)
      );
      at += 2;
    } else {
      const key = evaluate(place, part);
      machine.setItem(dict, key, evaluate(place, need(parts[at + 2])));
      at += 3;
    }
  }
  return dict;
}

function text(place: Place, node: Syntax): string {
  if (node.name === 'ContinuedString') {
    return node.children.map(child => text(place, child)).join('');
  }
  const source = textOf(place, node);
  if (/[\ud800-\udfff]/.test(source)) {
    throw new Lost('text');
  }
  if (node.name === 'String') {
    const plain = plainString(source);
    if (plain === null) {
      throw new Lost('text');
    }
    return plain;
  }
  const quote = /^[a-z]*("""|'''|"|')/i.exec(source);
  if (!quote || /[rb]/i.test(quote[0])) {
    throw new Lost('text');
  }
  const end = node.to - (quote[1]?.length ?? 1);
  let at = node.from + quote[0].length;
  let made = '';
  const literal = (to: number): string => {
    const raw = place.text
      .slice(at, to)
      .replace(/\{\{/g, '{')
      .replace(/\}\}/g, '}');
    const plain = raw.includes('\\') ? unescaped(raw) : raw;
    if (plain === null) {
      throw new Lost('text');
    }
    return plain;
  };
  for (const part of node.children) {
    if (part.name === 'FormatReplacement') {
      made += literal(part.from) + replacement(place, part);
      at = part.to;
    }
  }
  return made + literal(end);
}

function replacement(place: Place, { children }: Syntax): string {
  const { machine } = place;
  const [, expression] = children;
  const value = evaluate(place, need(expression));
  const doc = children.find(one => one.name === 'FormatSelfDoc');
  const conversion = children.find(one => one.name === 'FormatConversion');
  const spec = children.find(one => one.name === 'FormatSpec');
  const kind = conversion
    ? textOf(place, conversion)
    : doc && !spec
      ? '!r'
      : '';
  const head = doc ? place.text.slice(need(expression).from, doc.to) : '';
  const shown: Value =
    kind === '!r'
      ? machine.repr(value)
      : kind === '!s'
        ? machine.str(value)
        : kind === ''
          ? value
          : lost();
  if (is(shown, 'instance') && !spec) {
    return head + machine.str(shown);
  }
  return head + formatted(shown, spec ? specOf(place, spec) : '', machine.ask);
}

function lost(): never {
  throw new Lost('format');
}

function specOf(place: Place, node: Syntax): string {
  let at = node.from + 1;
  let made = '';
  for (const part of node.children) {
    if (part.name === 'FormatReplacement') {
      made += place.text.slice(at, part.from) + replacement(place, part);
      at = part.to;
    }
  }
  return made + place.text.slice(at, node.to);
}

/** A literal without prefix, or raw; null for bytes and for escapes that need a table. */
function plainString(source: string): string | null {
  const [, prefix = '', quote = ''] =
    /^([a-z]*)("""|'''|"|')/i.exec(source) ?? [];
  if (quote === '' || /b/i.test(prefix)) {
    return stringContent(source) ?? null;
  }
  const body = source.slice(
    prefix.length + quote.length,
    source.length - quote.length
  );
  return /r/i.test(prefix) || !body.includes('\\') ? body : unescaped(body);
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': ''
};

function unescaped(body: string): string | null {
  let isPlain = true;
  const made = body.replace(/\\([\s\S])/g, (_, sign: string) => {
    const found = ESCAPES[sign];
    isPlain &&= found !== undefined;
    return found ?? '';
  });
  return isPlain ? made : null;
}

function binary(place: Place, { children }: Syntax): Value {
  const { machine } = place;
  const signs = children.slice(1, -1);
  const left = need(children[0]);
  const right = need(children[children.length - 1]);
  const sign = signs.map(one => textOf(place, one)).join(' ');
  if (sign === 'and' || sign === 'or') {
    const value = evaluate(place, left);
    return machine.isTrue(value) === (sign === 'and')
      ? evaluate(place, right)
      : value;
  }
  if (!/^(?:[<>=!]=?|in|not in|is|is not)$/.test(sign)) {
    return operate(
      machine,
      sign,
      evaluate(place, left),
      evaluate(place, right)
    );
  }
  return compareChain(place, { left, right, sign });
}

/** `1 < x < 2` stands as one comparison within the other. */
function compareChain(
  place: Place,
  { left, right, sign }: { left: Syntax; right: Syntax; sign: string }
): Value {
  const { machine } = place;
  const inner = left.name === 'BinaryExpression' ? left.children : [];
  const innerSign = inner
    .slice(1, -1)
    .map(one => textOf(place, one))
    .join(' ');
  const isChain = /^(?:[<>=!]=?|in|not in|is|is not)$/.test(innerSign);
  if (!isChain) {
    return compare(
      machine,
      sign,
      evaluate(place, left),
      evaluate(place, right)
    );
  }
  const before = evaluate(place, left);
  if (!machine.isTrue(before)) {
    return before;
  }
  const middle = need(inner[inner.length - 1]);
  if (!/^(?:VariableName|Number|String)$/.test(middle.name)) {
    throw new Lost('chain');
  }
  return compare(
    machine,
    sign,
    evaluate(place, middle),
    evaluate(place, right)
  );
}

function member(place: Place, node: Syntax): Value {
  const { machine } = place;
  const [owner, sign, property] = node.children;
  const value = evaluate(place, need(owner));
  if (sign?.name === '.') {
    return attributeOf(machine, value, textOf(place, need(property)));
  }
  if (sign?.name !== '[') {
    throw new Lost('member');
  }
  const index = indexValue(place, node.children.slice(2, -1));
  if (is(value, 'unknown')) {
    machine.mayRaise = true;
    return unknown();
  }
  return itemOf(machine, value, index);
}

/** What stands between square brackets. */
export function indexValue(place: Place, parts: readonly Syntax[]): Value {
  if (!parts.some(one => one.name === ':')) {
    const found = items(place, parts);
    const [only] = found;
    const isTuple = parts.some(one => one.name === ',');
    return isTuple || only === undefined ? tupleOf(found) : only;
  }
  if (parts.some(one => one.name === ',')) {
    throw new Lost('slice');
  }
  const bounds: Value[] = [null];
  for (const part of parts) {
    if (part.name === ':') {
      bounds.push(null);
    } else {
      bounds[bounds.length - 1] = evaluate(place, part);
    }
  }
  const [start = null, stop = null, step = null] = bounds;
  return { t: 'slice', parts: [start, stop, step] };
}

function call(place: Place, node: Syntax): Value {
  const { machine } = place;
  const [target, list] = node.children;
  const callee = evaluate(place, need(target));
  const parts = need(list).children.slice(1, -1);
  const positional: Value[] = [];
  const keywords = new Map<string, Value>();
  if (parts.some(one => one.name === 'for')) {
    positional.push(later(place, parts));
  } else {
    parts.forEach((part, index) => {
      const before = parts[index - 1];
      if (
        /^(?:,|\*\*?|AssignOp)$/.test(part.name) ||
        parts[index + 1]?.name === 'AssignOp'
      ) {
        return;
      }
      const value = evaluate(place, part);
      if (before?.name === 'AssignOp') {
        keywords.set(textOf(place, need(parts[index - 2])), value);
      } else if (before?.name === '*') {
        positional.push(...machine.itemsOf(value));
      } else if (before?.name === '**') {
        if (!is(value, 'dict')) {
          throw new Lost('keywords');
        }
        value.entries.forEach(([key, one]) => keywords.set(String(key), one));
      } else {
        positional.push(value);
      }
    });
  }
  if (is(callee, 'native') && callee.name === 'super') {
    return superOf(place);
  }
  if (is(callee, 'unknown')) {
    return callUnknown(machine, callee, [...positional, ...keywords.values()]);
  }
  return machine.callWith(callee, { positional, keywords });
}

/** Stands for the instance, looked at as one of the base. */
function superOf({ scope }: Place): Value {
  for (let at: Scope | null = scope; at; at = at.parent) {
    const owner = at.function?.owner;
    if (owner && at.self !== undefined) {
      const [base] = owner.bases;
      if (owner.bases.length !== 1 || !base || !is(at.self, 'instance')) {
        throw new Lost('super');
      }
      const { attributes } = at.self;
      // Methods of the base see the instance itself, so that what they set stays.
      const self = at.self;
      const bound = new Map<string, Value>();
      const members = (one: typeof base): void => {
        one.bases.forEach(members);
        one.attributes.forEach((value, name) => {
          bound.set(
            name,
            is(value, 'function') || is(value, 'native')
              ? { t: 'method', self, function: value }
              : value
          );
        });
      };
      members(base);
      void attributes;
      return { t: 'module', name: 'super', members: bound };
    }
  }
  throw new Lost('super');
}

function lambda(place: Place, node: Syntax): Value {
  const list = node.children.find(one => one.name === 'ParamList');
  return {
    t: 'function',
    name: '<lambda>',
    node,
    text: place.text,
    parameters: list ? parametersOf(place, list) : [],
    scope: place.scope,
    owner: null,
    memory: null
  };
}

/** Parameters with what stands for them when they are not given. */
export function parametersOf(place: Place, list: Syntax): Parameter[] {
  const parts = list.children.filter(
    ({ name }) => name !== '(' && name !== ')' && name !== 'TypeDef'
  );
  const found: Parameter[] = [];
  let isKeyword = false;
  parts.forEach((part, index) => {
    const before = parts[index - 1]?.name;
    if (part.name === '*' && parts[index + 1]?.name !== 'VariableName') {
      isKeyword = true;
    }
    if (part.name === '/') {
      throw new Lost('parameters');
    }
    if (part.name !== 'VariableName' || before === 'AssignOp') {
      return;
    }
    const hasStandard = parts[index + 1]?.name === 'AssignOp';
    const standard = hasStandard
      ? evaluate(place, need(parts[index + 2]))
      : undefined;
    const kind =
      before === '*'
        ? 'rest'
        : before === '**'
          ? 'keywords'
          : isKeyword
            ? 'keyword'
            : 'plain';
    isKeyword ||= kind === 'rest';
    found.push({ name: textOf(place, part), kind, standard });
  });
  return found;
}

type Clause = {
  readonly target: readonly Syntax[];
  readonly over: Syntax;
  readonly conditions: readonly Syntax[];
};

/** All items of a comprehension; pairs for a dictionary. */
function comprehended(place: Place, parts: readonly Syntax[]): Value[] {
  const found: Value[] = [];
  const next = generator(place, parts);
  for (let one = next(); one !== undefined; one = next()) {
    found.push(one);
  }
  return found;
}

/** A generator: nothing of it runs before somebody asks, but for what it goes through. */
function later(place: Place, parts: readonly Syntax[]): Value {
  return { t: 'iterator', next: generator(place, parts) };
}

function generator(
  place: Place,
  parts: readonly Syntax[]
): () => Value | undefined {
  const { machine } = place;
  const start = parts.findIndex(({ name }) => name === 'for');
  const element = parts.slice(0, start);
  const clauses = clausesOf(parts.slice(start));
  if (parts.some(({ name }) => name === 'async')) {
    throw new Lost('async');
  }
  const names = bodyNames(place.text, []);
  const locals = new Set<string>();
  clauses.forEach(({ target }) =>
    target.forEach(node => collect(place, node, locals))
  );
  const scope: Scope = {
    kind: 'inner',
    names: new Map(),
    parent: place.scope,
    locals,
    globals: names.globals,
    function: null,
    self: undefined
  };
  const inner: Place = { ...place, scope };
  const [first] = clauses;
  if (!first) {
    throw new Lost('comprehension');
  }
  const sources: (() => Value | undefined)[] = [
    machine.iterator(evaluate(place, first.over))
  ];
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
  return known(evaluate(place, need(key)));
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
