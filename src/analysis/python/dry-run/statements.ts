// Statements, in the order in which Python runs them.

import type { Syntax } from '../syntax';

import { attributeOf, setAttribute } from './attributes';
import { itemOf, setItem } from './items';
import { define, defineClass } from './definitions';
import { evaluate, items, textOf, type Place } from './expressions';
import { attempt, raised } from './errors';
import type { Machine } from './machine';
import { manage } from './managers';
import { importInto } from './modules';
import { operate } from './operators';
import { read, write } from './scopes';
import { assign, memberOf, remove } from './targets';
import { is, Lost, tupleOf, type Value } from './values';

/** How a statement ends when it does not just end. */
export type End = 'break' | 'continue' | { readonly returned: Value } | null;

/** Runs statements in order. */
export function run(place: Place, statements: readonly Syntax[]): End {
  for (const statement of statements) {
    const end = runOne(place, statement);
    if (end !== null) {
      return end;
    }
  }
  return null;
}

/** Runs one statement. */
export function runOne(place: Place, node: Syntax): End {
  const { machine } = place;
  machine.step();
  const { children, name } = node;
  const [, second] = children;
  switch (name) {
    case ':':
    case ';':
    case 'PassStatement':
    case 'ScopeStatement':
      return null;
    case 'StatementGroup':
      return run(place, children);
    case 'ExpressionStatement':
      expression(place, children);
      return null;
    case 'AssignStatement':
      assignment(place, node);
      return null;
    case 'UpdateStatement':
      augmented(place, node);
      return null;
    case 'ImportStatement':
      importInto(place, node);
      return null;
    case 'IfStatement':
      return conditional(place, children);
    case 'ForStatement':
      return loop(place, children);
    case 'WhileStatement':
      return repeat(place, children);
    case 'WithStatement':
      return manage(place, children);
    case 'TryStatement':
      return attempt(place, children);
    case 'FunctionDefinition':
      define(place, node, []);
      return null;
    case 'ClassDefinition':
      defineClass(place, node, []);
      return null;
    case 'DecoratedStatement': {
      const decorators = children.filter(one => one.name === 'Decorator');
      const last = children[children.length - 1];
      if (last?.name === 'ClassDefinition') {
        defineClass(place, last, decorators);
      } else if (last) {
        define(place, last, decorators);
      }
      return null;
    }
    case 'ReturnStatement':
      return { returned: returned(place, children.slice(1)) };
    case 'BreakStatement':
      return 'break';
    case 'ContinueStatement':
      return 'continue';
    case 'RaiseStatement':
      throw raised(place, second);
    case 'AssertStatement':
      if (second && !machine.isTrue(evaluate(place, second))) {
        const message = children[3];
        const text = message ? machine.str(evaluate(place, message)) : '';
        throw machine.raise('AssertionError', text);
      }
      return null;
    case 'DeleteStatement':
      children
        .slice(1)
        .filter(one => one.name !== ',')
        .forEach(one => remove(place, one));
      return null;
    default:
      throw new Lost(name);
  }
}

function expression(place: Place, children: readonly Syntax[]): void {
  const isMany = children.some(({ name }) => name === ',');
  if (isMany) {
    items(place, children);
  } else if (children[0]) {
    evaluate(place, children[0]);
  }
}

/** What a list of expressions stands for. */
export function listed(place: Place, parts: readonly Syntax[]): Value {
  const isTuple = parts.some(({ name }) => name === ',' || name === '*');
  const [only] = parts;
  if (isTuple) {
    return tupleOf(items(place, parts));
  }
  return only ? evaluate(place, only) : null;
}

function returned(place: Place, parts: readonly Syntax[]): Value {
  return parts.length === 0 ? null : listed(place, parts);
}

function assignment(place: Place, { children }: Syntax): void {
  const groups: Syntax[][] = [[]];
  for (const child of children) {
    if (child.name === 'AssignOp') {
      groups.push([]);
    } else if (child.name !== 'TypeDef') {
      groups[groups.length - 1]?.push(child);
    }
  }
  if (groups.length === 1) {
    return;
  }
  const value = listed(place, groups[groups.length - 1] ?? []);
  groups.slice(0, -1).forEach(targets => assign(place, targets, value));
}

function augmented(place: Place, { children }: Syntax): void {
  const { machine } = place;
  const [target, operator, ...rest] = children;
  if (!target || !operator) {
    throw new Lost('update');
  }
  const sign = textOf(place, operator).slice(0, -1);
  if (target.name === 'VariableName') {
    const name = textOf(place, target);
    const before = read(machine, place.scope, name);
    const after = changed(machine, sign, before, listed(place, rest));
    write(machine, place.scope, name, after);
    return;
  }
  if (target.name !== 'MemberExpression') {
    throw new Lost('update');
  }
  const { owner, key } = memberOf(place, target);
  if (is(owner, 'unknown')) {
    listed(place, rest);
    return;
  }
  if (typeof key === 'string') {
    const before = attributeOf(machine, owner, key);
    const after = changed(machine, sign, before, listed(place, rest));
    setAttribute(machine, owner, key, after);
  } else {
    const before = itemOf(machine, owner, key.index);
    const after = changed(machine, sign, before, listed(place, rest));
    setItem(machine, owner, key.index, after);
  }
}

/** Lists, sets and dictionaries change in place. */
function changed(
  machine: Machine,
  sign: string,
  before: Value,
  by: Value
): Value {
  if (is(before, 'list') && sign === '+') {
    before.items.push(...machine.itemsOf(by));
    return before;
  }
  if (
    (is(before, 'set') && !before.isFrozen) ||
    is(before, 'dict') ||
    is(before, 'instance') ||
    (is(before, 'list') && sign === '*')
  ) {
    if (is(before, 'set')) {
      const after = operate(machine, sign, before, by);
      if (is(after, 'set')) {
        const { entries } = before;
        before.hasLost ||= after.hasLost || sign !== '|';
        entries.clear();
        after.entries.forEach((value, key) => entries.set(key, value));
        return before;
      }
    }
    throw new Lost('update');
  }
  return operate(machine, sign, before, by);
}

function conditional(place: Place, children: readonly Syntax[]): End {
  for (const [index, child] of children.entries()) {
    const before = children[index - 1];
    if (child.name !== 'Body') {
      continue;
    }
    const keyword = children[index - 2]?.name;
    const isElse = before?.name === 'else';
    if (
      isElse ||
      (/^(?:if|elif)$/.test(keyword ?? '') &&
        before &&
        place.machine.isTrue(evaluate(place, before)))
    ) {
      return run(place, child.children);
    }
  }
  return null;
}

function loop(place: Place, children: readonly Syntax[]): End {
  const { machine } = place;
  if (children[0]?.name === 'async') {
    throw new Lost('async');
  }
  const within = children.findIndex(({ name }) => name === 'in');
  const target = children.slice(1, within);
  const at = children.findIndex(({ name }) => name === 'Body');
  const body = children[at]?.children ?? [];
  const next = machine.iterator(listed(place, children.slice(within + 1, at)));
  for (let value = next(); value !== undefined; value = next()) {
    assign(place, target, value);
    const end = run(place, body);
    if (end === 'break') {
      return null;
    }
    if (end !== null && end !== 'continue') {
      return end;
    }
  }
  return otherwise(place, children.slice(at + 1));
}

function repeat(place: Place, children: readonly Syntax[]): End {
  const [, condition, body] = children;
  while (condition && place.machine.isTrue(evaluate(place, condition))) {
    const end = run(place, body?.children ?? []);
    if (end === 'break') {
      return null;
    }
    if (end !== null && end !== 'continue') {
      return end;
    }
  }
  return otherwise(place, children.slice(3));
}

function otherwise(place: Place, rest: readonly Syntax[]): End {
  const body = rest.find(({ name }) => name === 'Body');
  return body ? run(place, body.children) : null;
}
