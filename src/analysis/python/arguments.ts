// The arguments of a call, and the named values that it hands over.

import { accessOf, type Step } from './access';
import { textOf, type Walk } from './walk';
import type { Syntax } from './syntax';

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
  const inside = list?.children.slice(1, -1) ?? [];
  const isGenerator = inside.some(part => part.name === 'for');
  const parts = isGenerator ? [] : inside;
  const positional: Syntax[] = [];
  const keywords = new Map<string, Syntax>();
  const all: Syntax[] = [];
  parts.forEach((part, index) => {
    const sign = parts[index - 1];
    const name = parts[index - 2];
    const isName = parts[index + 1]?.name === 'AssignOp';
    if (isName || /^(?:,|\*\*?|AssignOp)$/.test(part.name)) {
      return;
    }
    all.push(part);
    if (name && sign?.name === 'AssignOp') {
      keywords.set(textOf(walk, name), part);
    } else {
      positional.push(part);
    }
  });
  return {
    positional,
    keywords,
    all,
    isOpen: parts.some(part => part.name === '**')
  };
}

/** A named value, or a part of it. */
export type Carrier = {
  readonly root: Syntax;
  readonly steps: readonly Step[];
};

const containers =
  /^(?:Array|Tuple|Set|Dictionary|Parenthesized|Conditional)Expression$/;

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
    (isChoice || containers.test(access.root.name))
    ? access.root.children.flatMap(child => carriersOf(walk, child))
    : [];
}
