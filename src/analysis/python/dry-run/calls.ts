// Calls, and the parameters that they fill.

import type { Syntax } from '../syntax';

import { later } from './comprehensions';
import { evaluate, need, textOf, type Place } from './expressions';
import { callUnknown } from './havoc';
import { is, Lost, type Parameter, type Scope, type Value } from './values';

/** `callee(…)`. */
export function call(place: Place, node: Syntax): Value {
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
        const name = textOf(place, need(parts[index - 2]));
        if (keywords.has(name)) {
          throw new Lost('keywords');
        }
        keywords.set(name, value);
      } else if (before?.name === '*') {
        positional.push(...machine.itemsOf(value));
      } else if (before?.name === '**') {
        if (!is(value, 'dict')) {
          throw new Lost('keywords');
        }
        value.entries.forEach(([key, one]) => {
          if (typeof key !== 'string' || keywords.has(key)) {
            throw new Lost('keywords');
          }
          keywords.set(key, one);
        });
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
      return { t: 'module', name: 'super', members: bound };
    }
  }
  throw new Lost('super');
}

/** `lambda …: …`. */
export function lambda(place: Place, node: Syntax): Value {
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
  if (/[,(]\s*\/\s*[,):]|,\s*\/$/.test(textOf(place, list))) {
    throw new Lost('parameters');
  }
  const found: Parameter[] = [];
  let isKeyword = false;
  parts.forEach((part, index) => {
    const before = parts[index - 1]?.name;
    if (part.name === '*' && parts[index + 1]?.name !== 'VariableName') {
      isKeyword = true;
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
