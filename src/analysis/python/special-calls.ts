// Calls that reach names by way of their text, or run code that the source does not show.

import { labelFor, stringContent } from './access';
import type { Arguments } from './arguments';
import type { Callee } from './callees';
import { visitEvaluation } from './evaluations';
import { inertLineMagics } from './knowledge/magics';
import {
  bindSomeNames,
  isDropped,
  isLookedAt,
  readSomeNames
} from './namespace';
import type { Syntax } from './syntax';
import { giveUp, rangeOf, textOf, touch, update, type Walk } from './walk';
import { wordSet } from './word-set';

const EVALUATING = wordSet('eval exec execfile');
const REACHING = wordSet('globals locals vars');

/** Tells what is beyond the source, and which attribute `setattr` sets. */
export function visitSpecialCall(
  walk: Walk,
  node: Syntax,
  { dotted, root, method }: Callee,
  given: Arguments
): void {
  if (dotted === 'builtins.setattr' || dotted === 'builtins.delattr') {
    setAttribute(walk, node, given);
    return;
  }
  const name = dotted?.startsWith('builtins.') ? dotted.slice(9) : '';
  if (EVALUATING.has(name)) {
    visitEvaluation(walk, node, name, given);
  } else if (REACHING.has(name)) {
    reachNames(walk, node, name, given);
  } else if (name === 'dir' && given.all.length === 0) {
    listNames(walk, node);
  } else if (name === 'id' && walk.addresses.has(node)) {
    touch(walk, { state: 'address', action: 'read' }, node);
  } else if (isShell(walk, root) && method !== null) {
    visitShell(walk, node, method);
  }
}

/** `globals()` in some other place than before an item. */
function reachNames(
  walk: Walk,
  node: Syntax,
  name: string,
  given: Arguments
): void {
  const isOwn = name !== 'globals' && walk.scope.kind !== 'module';
  const isOther = name === 'vars' && given.all.length > 0;
  if (isOwn || isOther || walk.spaces.has(node.from) || isDropped(walk, node)) {
    return;
  }
  if (isLookedAt(walk, node)) {
    const isForTexts = /globals\s*=\s*$/.test(walk.source.slice(0, node.from));
    readSomeNames(walk, node, isForTexts ? 'texts' : 'names');
  } else {
    readSomeNames(walk, node);
    bindSomeNames(walk, node);
  }
}

/** `dir()` tells which names there are, IPython's own for results among them. */
function listNames(walk: Walk, node: Syntax): void {
  if (walk.scope.kind === 'module' && !isDropped(walk, node)) {
    readSomeNames(walk, node);
  }
}

/** `setattr(x, "a", v)` is `x.a = v`. */
function setAttribute(walk: Walk, node: Syntax, given: Arguments): void {
  const [target, attribute] = given.positional;
  if (target?.name === 'VariableName') {
    const key = attribute ? stringContent(textOf(walk, attribute)) : null;
    update(walk, {
      name: textOf(walk, target),
      range: rangeOf(node),
      path: key === null ? null : labelFor(key),
      certainty: 'certain',
      isReplacement: false
    });
  }
}

function isShell(walk: Walk, root: Syntax): boolean {
  return (
    root.name === 'CallExpression' &&
    /^get_ipython\s*\(\s*\)$/.test(textOf(walk, root))
  );
}

/** Methods of IPython itself. */
function visitShell(walk: Walk, node: Syntax, method: string): void {
  const isCode = /^(?:ex|push|run_cell|run_code|user_ns|set_next_input)$/.test(
    method
  );
  const isMagic = /^(?:magic|run_line_magic|run_cell_magic)$/.test(method);
  const magic = /\(\s*["']%*(\w+)/.exec(textOf(walk, node))?.[1] ?? '';
  const isInert = isMagic && inertLineMagics.has(magic);
  if (isCode || (isMagic && !isInert)) {
    giveUp(walk, node, `What “get_ipython().${method}” does is not known.`);
    walk.facts.bindsUnknown = true;
  }
}
