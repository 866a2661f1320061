// The arguments of a call, and the named values that it hands over.

import { accessOf, type Step } from './access';
import { itemBefore } from './neighbours';
import type { Syntax } from './syntax';
import { isSign } from './syntax-words';
import { textOf, type Walk } from './walk';
import { wordSet } from './word-set';

/** What stands between the parentheses. */
export type Arguments = {
  /** Without keywords; null for a starred one, after which positions are not known. */
  readonly positional: readonly Syntax[];
  readonly keywords: ReadonlyMap<string, Syntax>;
  readonly all: readonly Syntax[];
  /** True when there is `**`, which may hold any keyword. */
  readonly isOpen: boolean;
};

/** Sorts the arguments of a call; a lone generator hands over nothing that has a name. */
export function argumentsOf(walk: Walk, list: Syntax | undefined): Arguments {
  const inside = list?.children ?? [];
  if (inside.length < 3 || inside.some(part => part.name === 'for')) {
    return NO_ARGUMENTS;
  }
  const positional: Syntax[] = [];
  let keywords: Map<string, Syntax> | null = null;
  const all: Syntax[] = [];
  let isOpen = false;
  for (let at = 1; at < inside.length - 1; at += 1) {
    const part = inside[at];
    const name = itemBefore(inside, at, 2);
    isOpen ||= part?.name === '**';
    if (!part || isSign(part.name) || inside[at + 1]?.name === 'AssignOp') {
      continue;
    }
    all.push(part);
    if (name && inside[at - 1]?.name === 'AssignOp') {
      keywords ??= new Map();
      keywords.set(textOf(walk, name), part);
    } else {
      positional.push(part);
    }
  }
  return { positional, keywords: keywords ?? NO_KEYWORDS, all, isOpen };
}

const NO_KEYWORDS: Arguments['keywords'] = new Map([]);
const NO_ARGUMENTS: Arguments = {
  positional: [],
  keywords: NO_KEYWORDS,
  all: [],
  isOpen: false
};

/** A named value, or a part of it. */
export type Carrier = {
  readonly root: Syntax;
  readonly steps: readonly Step[];
};

const containers = wordSet(
  `ArrayExpression TupleExpression SetExpression DictionaryExpression ParenthesizedExpression ConditionalExpression`
);

/** The named values that an expression hands over as they are, on their own or in a list. */
export function carriersOf(walk: Walk, node: Syntax): readonly Carrier[] {
  const access = accessOf(walk, node);
  if (access.root.name === 'VariableName') {
    return [access];
  }
  const operator = access.root.children[1]?.name;
  const isChoice =
    access.root.name === 'BinaryExpression' &&
    (operator === 'or' || operator === 'and');
  return access.steps.length === 0 &&
    (isChoice || containers.has(access.root.name))
    ? access.root.children.flatMap(child => carriersOf(walk, child))
    : [];
}
