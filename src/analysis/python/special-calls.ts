// Calls that reach names by way of their text, or run code that the source does not show.

import { stringContent } from './access';
import type { Arguments } from './arguments';
import type { Callee } from './callees';
import type { Syntax } from './syntax';
import { giveUp, rangeOf, textOf, update, type Walk } from './walk';

const openCalls: Readonly<Record<string, string>> = {
  exec: 'What “exec” runs is not known.',
  eval: 'What “eval” evaluates is not known.',
  execfile: 'What “execfile” runs is not known.',
  globals: 'Which names are reached through “globals()” is not known.',
  locals: 'Which names are reached through “locals()” is not known.',
  vars: 'Which names are reached through “vars()” is not known.'
};

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
  const name = dotted?.replace(/^builtins\./, '') ?? '';
  const isOpen = dotted?.startsWith('builtins.') && name in openCalls;
  const isOwn = /^(?:locals|vars)$/.test(name) && walk.scope.kind !== 'module';
  const isOther = name === 'vars' && given.all.length > 0;
  if (isOpen && !isOwn && !isOther) {
    giveUp(walk, node, openCalls[name] ?? '');
    walk.facts.bindsUnknown ||= name !== 'eval';
  } else if (isShell(walk, root) && method !== null) {
    visitShell(walk, node, method);
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
      path: key === null ? null : `[${JSON.stringify(key)}]`,
      certainty: 'certain',
      isReplacement: false
    });
  }
}

function isShell(walk: Walk, root: Syntax): boolean {
  return /^get_ipython\s*\(\s*\)$/.test(textOf(walk, root));
}

/** Methods of IPython itself. */
function visitShell(walk: Walk, node: Syntax, method: string): void {
  const isCode = /^(?:ex|push|run_cell|run_code|user_ns|set_next_input)$/.test(
    method
  );
  const isMagic = /^(?:magic|run_line_magic|run_cell_magic)$/.test(method);
  const isInert =
    isMagic &&
    /\(\s*["'](?:matplotlib|load_ext|reload_ext|autoreload|pip|conda)\b/.test(
      textOf(walk, node)
    );
  if (isCode || (isMagic && !isInert)) {
    giveUp(walk, node, `What “get_ipython().${method}” does is not known.`);
    walk.facts.bindsUnknown = true;
  }
}
