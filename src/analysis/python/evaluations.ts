// `eval` and `exec`: constant texts are read as if they stood there; of others only that they are run is known.

import type { Range } from '../name-uses';

import { stringContent } from './access';
import type { Arguments } from './arguments';
import { isNamespaceCall } from './namespace';
import { parse, type Syntax } from './syntax';
import {
  giveUp,
  isSurelyRun,
  isTopLevel,
  rangeOf,
  textOf,
  touch,
  update,
  type Walk
} from './walk';

/** Longer texts are not read. */
const LONGEST = 20_000;

/** Takes a call of `eval` or `exec`. */
export function visitEvaluation(
  walk: Walk,
  node: Syntax,
  name: string,
  given: Arguments
): void {
  const [text] = given.positional;
  const space = given.positional[1] ?? given.keywords.get('globals');
  const isStatement = name !== 'eval';
  if (space && !isNotebook(walk, space)) {
    changeNamespace(walk, space, isStatement);
    return;
  }
  const range = text ? contentOf(walk, text) : null;
  const isSeen = !isStatement || isTopLevel(walk) || space !== undefined;
  if (range && isSeen && visitText(walk, range, isStatement)) {
    walk.facts.runsTexts ||= isStatement;
    return;
  }
  const what = isStatement ? 'runs' : 'evaluates';
  const reason = `What “${name}” ${what} is not known.`;
  if (isStatement) {
    giveUp(walk, node, reason);
    walk.facts.bindsUnknown = true;
  } else {
    giveUp(walk, node, reason, 'reads');
    const isHanded = text && /^(?:Variable|Member)/.test(text.name);
    const state = isHanded ? 'texts' : 'names';
    touch(walk, { state, action: 'read' }, node);
  }
}

/** Notes that a name stands for a constant text from here on. */
export function noteText(walk: Walk, target: Syntax, value: Syntax): void {
  const range = value.name === 'String' ? contentOf(walk, value) : null;
  if (isSurelyRun(walk) && target.name === 'VariableName' && range) {
    walk.texts.set(textOf(walk, target), range);
  }
}

/** True for the notebook's own namespace, and where `None` or a local one leaves it in reach. */
function isNotebook(walk: Walk, space: Syntax): boolean {
  return isNamespaceCall(walk, space) || textOf(walk, space) === 'None';
}

/** What runs in a namespace of its own binds names there, and touches none of the notebook. */
function changeNamespace(
  walk: Walk,
  space: Syntax,
  isStatement: boolean
): void {
  if (isStatement && space.name === 'VariableName') {
    update(walk, {
      name: textOf(walk, space),
      range: rangeOf(space),
      path: null,
      certainty: 'known',
      isReplacement: false
    });
  }
}

/** Where the characters of a constant text stand; null for other expressions. */
function contentOf(walk: Walk, node: Syntax): Range | null {
  const text = textOf(walk, node);
  if (node.name !== 'String') {
    return node.name === 'VariableName' ? (walk.texts.get(text) ?? null) : null;
  }
  const content = stringContent(text);
  if (content === null || content.length > LONGEST) {
    return null;
  }
  const quote = /(?:"""|'''|"|')$/.exec(text)?.[0].length ?? 0;
  const to = node.to - quote;
  const blanks = /^[ \t]*/.exec(content)?.[0].length ?? 0;
  return { from: to - content.length + blanks, to };
}

/** Walks through code that stands in a text; false, and nothing done, where it is not understood. */
function visitText(walk: Walk, range: Range, isStatement: boolean): boolean {
  const { root, errors } = parse(textOf(walk, range));
  const [only] = root.children;
  const isOne = root.children.length === 1;
  if (errors.length > 0 || walk.depth > 100) {
    return false;
  }
  if (!isStatement && !(isOne && only?.name === 'ExpressionStatement')) {
    return false;
  }
  walk.depth += 1;
  if (isStatement) {
    walk.statement(walk, moved(root, range.from));
  } else {
    only?.children.forEach(part =>
      walk.expression(walk, moved(part, range.from))
    );
  }
  walk.depth -= 1;
  return true;
}

/** The same tree at another place of the source. */
function moved(node: Syntax, by: number): Syntax {
  return {
    name: node.name,
    from: node.from + by,
    to: node.to + by,
    children: node.children.map(child => moved(child, by))
  };
}
