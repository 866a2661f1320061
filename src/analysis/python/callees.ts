// What a call goes to: a function of a library under its full name, or a method of some value.

import { accessOf, type Step } from './access';
import { builtinNames } from './builtins';
import {
  conventionalModule,
  functionRule,
  isCommonWord,
  isMostlyVariable,
  methodKind
} from './knowledge';
import { lastItem } from './neighbours';
import type { Syntax } from './syntax';
import { isUnbound, textOf, type Walk } from './walk';

/** What stands before the arguments. */
export type Callee = {
  readonly root: Syntax;
  /** The way from the root to the value that is called, or whose method is. */
  readonly owner: readonly Step[];
  /** The name of the method; null when a value itself is called. */
  readonly method: string | null;
  /** `numpy.random.seed`, `builtins.len`; null when it is not known to be a library's. */
  readonly dotted: string | null;
};

/** Tells what an expression that is called is. */
export function calleeOf(walk: Walk, node: Syntax): Callee {
  const { root, steps } = accessOf(walk, node);
  const last = lastItem(steps);
  const isMethod = last?.kind === 'attribute';
  return {
    root,
    owner: isMethod ? steps.slice(0, -1) : steps,
    method: isMethod ? last.name : null,
    dotted: dottedName(walk, root, steps)
  };
}

/**
 * The full name of what is reached from an imported module, by what the cell imports or by what notebooks commonly
 * call it; null for values of the notebook's own.
 */
export function dottedName(
  walk: Walk,
  root: Syntax,
  steps: readonly Step[]
): string | null {
  if (root.name !== 'VariableName' || steps.some(isItem)) {
    return null;
  }
  const local = textOf(walk, root);
  const imported = walk.modules.get(local);
  if (imported !== undefined) {
    return joined(imported, steps);
  }
  if (!isUnbound(walk, local)) {
    return null;
  }
  if (builtinNames.has(local)) {
    return steps.length === 0 ? `builtins.${local}` : null;
  }
  if (steps.length === 0 && isNamesake(local)) {
    return `${local}.${local}`;
  }
  const module = conventionalModule(local);
  const dotted = module === undefined ? null : joined(module, steps);
  return dotted !== null && isLikely(dotted, steps) ? dotted : null;
}

/** The name by which a library is reached that the cell does not import; undefined where it does, and for builtins. */
export function assumedName(walk: Walk, root: Syntax): string | undefined {
  const local = textOf(walk, root);
  return walk.modules.has(local) || builtinNames.has(local) ? undefined : local;
}

function isItem({ kind }: Step): boolean {
  return kind === 'item';
}

function joined(module: string, steps: readonly Step[]): string {
  let dotted = module;
  for (const step of steps) {
    dotted += step.kind === 'attribute' ? `.${step.name}` : '';
  }
  return dotted;
}

/** True where a function is called like its module: no module is called, so `time()` is `time.time()`. */
function isNamesake(local: string): boolean {
  return local === 'time' || local === 'random';
}

/** A variable may be called `string`; then `string.append` is no function of the module. */
function isLikely(dotted: string, steps: readonly Step[]): boolean {
  const last = lastItem(steps);
  const kind = methodKind(last?.kind === 'attribute' ? last.name : '');
  const isValue =
    isMostlyVariable(dotted) ||
    (isCommonWord(dotted) && kind !== undefined && kind !== 'pure');
  return !isValue || functionRule(dotted) !== undefined;
}
