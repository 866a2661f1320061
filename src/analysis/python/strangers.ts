// What functions do of which their names alone tell: of libraries without rules, and of modules of the notebook's folder.

import { functionRule, strangersRule } from './knowledge';
import type { Callee } from './callees';
import type { FunctionRule } from './knowledge/library';
import { isUnbound, textOf, type Walk } from './walk';

/** Names of classes: what is called of them is no function of a module. */
const CLASS = /(?:^|\.)_*[A-Z]\w*\.\w+$/;

/** The rule of such a function; undefined for others, and for methods of what the cell itself bound. */
export function strangerOf(
  walk: Walk,
  { dotted, root, owner, method }: Callee
): FunctionRule | undefined {
  if (dotted !== null) {
    return functionRule(dotted) || CLASS.test(dotted)
      ? undefined
      : strangersRule(dotted);
  }
  const name = textOf(walk, root);
  const isElsewhere =
    root.name === 'VariableName' &&
    owner.every(({ kind }) => kind === 'attribute') &&
    isUnbound(walk, name);
  return isElsewhere ? strangersRule(method ?? name) : undefined;
}
