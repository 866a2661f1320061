// Draws that do nothing but put items into another order, and tables in which a loop does nothing but count.

import type { Effect } from '../effect';

import { isSameCode } from './same-code';
import { childNamed, type Syntax } from './syntax';
import {
  assignmentOf,
  boundBy,
  callOf,
  isItem,
  keywordOf,
  textOf
} from './syntax-words';

const PERMUTING = /^(?:permutation|permuted)$/;
const OPEN = /^(?:defaultdict|Counter)$/;

/** The effects, with the name whose items each puts into another order where its statement does nothing else. */
export function withArranged(
  source: string,
  root: Syntax,
  effects: readonly Effect[]
): readonly Effect[] {
  return effects.map(effect => {
    const arranges =
      effect.action === 'draw' && effect.state === 'random'
        ? arrangedAt(source, root, effect.range.from)
        : null;
    return arranges === null ? effect : { ...effect, arranges };
  });
}

/** The name that the simple statement around a place arranges; what a function binds or is given is no name of the notebook. */
function arrangedAt(source: string, root: Syntax, at: number): string | null {
  let node: Syntax | undefined = root;
  const hidden: string[] = [];
  let isInside = false;
  while (node && !/^(?:Assign|Expression)Statement$/.test(node.name)) {
    if (node.name === 'FunctionDefinition') {
      isInside = true;
      const list = childNamed(node, 'ParamList');
      hidden.push(...boundBy(source, list?.children ?? []));
    }
    node = node.children.find(({ from, to }) => from <= at && at < to);
  }
  const isLocal = isInside && node?.name === 'AssignStatement';
  const name = isLocal ? null : arrangedIn(source, node);
  return name === null || hidden.includes(name) ? null : name;
}

function arrangedIn(
  source: string,
  statement: Syntax | undefined
): string | null {
  if (statement?.name === 'ExpressionStatement') {
    const call = callOf(source, statement.children[0]);
    const [only, ...others] = call?.given ?? [];
    return call?.word === 'shuffle' &&
      only?.name === 'VariableName' &&
      others.length === 0
      ? textOf(source, only)
      : null;
  }
  const { targets, values } = statement
    ? assignmentOf(statement)
    : { targets: [], values: [] };
  const [target] = targets;
  const isOne = targets.length === 1 && values.length === 1;
  return isOne &&
    target?.name === 'VariableName' &&
    isPermuted(source, values[0])
    ? textOf(source, target)
    : null;
}

/** `rng.permutation(…)`, `random.sample(x, len(x))`, `df.sample(frac=1)`. */
function isPermuted(source: string, value: Syntax | undefined): boolean {
  const call = callOf(source, value);
  if (!call) {
    return false;
  }
  const { word, owner, given, list } = call;
  if (word === 'reset_index' && owner) {
    const drop = keywordOf(source, list, 'drop');
    return drop !== undefined && textOf(source, drop) === 'True'
      ? isPermuted(source, owner)
      : false;
  }
  const [from, size, ...others] = given;
  if (word !== 'sample' || !from || others.length > 0) {
    return owner !== null && PERMUTING.test(word);
  }
  const share = keywordOf(source, list, 'frac');
  const length = callOf(source, size);
  const [measured] = length?.given ?? [];
  return share
    ? given.length === 1 && /^1(?:\.0?)?$/.test(textOf(source, share))
    : length?.word === 'len' &&
        measured !== undefined &&
        isSameCode(source, measured, from);
}

/** Names of tables in which a loop at the margin does nothing but count: their keys and their total are given before. */
export function talliesOf(source: string, root: Syntax): readonly string[] {
  if (!root.children.some(({ name }) => name === 'ForStatement')) {
    return [];
  }
  const counted = new Set<string>();
  const open = new Set<string>();
  for (const statement of root.children) {
    const name = countedIn(source, statement);
    if (name !== null) {
      counted.add(name);
    } else if (statement.name === 'AssignStatement') {
      const { targets, values } = assignmentOf(statement);
      if (OPEN.test(callOf(source, values[0])?.word ?? '')) {
        targets.forEach(one => open.add(textOf(source, one)));
      }
    }
  }
  return [...counted].filter(name => !open.has(name));
}

/** `for r in rolls: t[r] += 1` */
function countedIn(source: string, loop: Syntax): string | null {
  const body =
    loop.name === 'ForStatement' ? childNamed(loop, 'Body') : undefined;
  const [, only, ...others] = body?.children ?? [];
  const [target, sign, added] =
    only?.name === 'UpdateStatement' ? only.children : [];
  const [table] = target?.children ?? [];
  return others.length === 0 &&
    target &&
    isItem(target) &&
    table?.name === 'VariableName' &&
    sign !== undefined &&
    textOf(source, sign) === '+=' &&
    added?.name === 'Number'
    ? textOf(source, table)
    : null;
}
