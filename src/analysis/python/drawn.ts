// Names of whose values a method is called that draws on axes: whether they stand for axes, the cell does not tell.

import type { Drawn } from '../drawn';

import { axesName, drawingMethods } from './knowledge/matplotlib';
import type { Syntax } from './syntax';
import { callOf, keywordOf, rootOf } from './syntax-words';
import { wordSet } from './word-set';

const WAITING = wordSet('FunctionDefinition LambdaExpression');
const DRAWING = new RegExp(
  `\\.(?:${[...drawingMethods].join('|')})\\s*\\(|\\bax\\s*=`
);

/** `left.plot(rows)`, `rows.plot(ax=left)` in what runs with the cell; names that say that they are axes count elsewhere. */
export function drawnIn(source: string, root: Syntax): readonly Drawn[] {
  if (!DRAWING.test(source)) {
    return [];
  }
  const found: Drawn[] = [];
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const call = callOf(source, node);
    const given = call && keywordOf(source, call.list, 'ax');
    const owner = call && drawingMethods.has(call.word) ? call.owner : null;
    for (const one of [given, owner]) {
      const name = one ? rootOf(source, one) : null;
      if (one && name !== null && !axesName.test(name)) {
        found.push({ name, range: { from: one.from, to: one.to } });
      }
    }
    if (!WAITING.has(node.name)) {
      pending.push(...node.children);
    }
  }
  return found;
}
