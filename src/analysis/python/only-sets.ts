// Cells that do nothing but set state outside of the namespace, in a way that shows nothing whatever the values are.

import type { Facts } from './facts';
import type { Prepared } from './prepare';
import type { Syntax } from './syntax';
import { nodesIn, statementsOf, textOf } from './syntax-words';

const STATEMENT = /^(?:AssignStatement|UpdateStatement|ExpressionStatement)$/;
/** On what is in the values, it hangs what of these is evaluated, or how often. */
const CHOOSING =
  /^(?:ConditionalExpression|\w*ComprehensionExpression|NamedExpression|AwaitExpression|YieldExpression|and|or)$/;
const DIVIDING = /^(?:\/|\/\/|%)$/;

/**
 * True where each statement of the cell sets something, by an assignment or by calls of what is known, and does so in one
 * way, which no value makes another one or stops: no branch, no key that may be missing, no division by what may be nothing.
 */
export function onlySets(
  { text, marks }: Pick<Prepared, 'text' | 'marks'>,
  root: Syntax,
  { bindings, effects, steps }: Pick<Facts, 'bindings' | 'effects' | 'steps'>
): boolean {
  const sets = effects.filter(({ action }) => /^(?:set|update)$/.test(action));
  return (
    sets.length > 0 &&
    bindings.length === 0 &&
    effects.every(({ action }) => action !== 'draw') &&
    steps.all.every(({ unknown }) => unknown.length === 0) &&
    statementsOf(root).every(
      one =>
        !marks.magics.has(one.from) &&
        sets.some(
          ({ range }) => one.from <= range.from && range.to <= one.to
        ) &&
        isPlain(text, one)
    )
  );
}

function isPlain(text: string, statement: Syntax): boolean {
  const [first] = statement.children;
  return (
    STATEMENT.test(statement.name) &&
    nodesIn(statement).every(
      node =>
        !CHOOSING.test(node.name) &&
        !mayDivide(text, node) &&
        (node === first || !isLookup(node))
    )
  );
}

/** True for a division by anything but a number as it stands. */
function mayDivide(text: string, { children }: Syntax): boolean {
  const sign = children.findIndex(
    ({ name }, at) => name === 'ArithOp' && at > 0
  );
  const operator = children[sign];
  return (
    operator !== undefined &&
    DIVIDING.test(textOf(text, operator)) &&
    children[sign + 1]?.name !== 'Number'
  );
}

/** True for an item under a key that stands nowhere in the cell. */
function isLookup({ name, children }: Syntax): boolean {
  return (
    name === 'MemberExpression' &&
    children[1]?.name === '[' &&
    children
      .slice(2, -1)
      .some(
        one =>
          one.name !== 'Number' && one.name !== 'String' && one.name !== ':'
      )
  );
}
