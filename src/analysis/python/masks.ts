// Expressions by which rows are chosen: `df["a"] > 1`, `~mask`.

import type { Syntax } from './syntax';
import { nodesIn, withoutParentheses } from './syntax-words';

/** True for a comparison, or what is made of such. A single name may be that of a column. */
export function isMask(node: Syntax): boolean {
  const { name, children } = withoutParentheses(node);
  const isTold =
    (name === 'BinaryExpression' &&
      children.some(one => /^(?:CompareOp|BitOp)$/.test(one.name))) ||
    (name === 'UnaryExpression' && children[0]?.name === 'BitOp');
  return isTold && !hasLambda(node);
}

/** True where a function without a name stands in it. */
export function hasLambda(node: Syntax): boolean {
  return nodesIn(node).some(({ name }) => name === 'LambdaExpression');
}
