// Names that surely come to stand for the very value of another: `b = a` at the margin, `a = b = []`.

import type { SameValue } from '../value-facts';

import type { Syntax } from './syntax';
import { statementsOf, textOf } from './syntax-words';

const MADE =
  /^(?:Array|Set|Dictionary|ArrayComprehension|SetComprehension|DictionaryComprehension)Expression$/;

/** Finds them among the statements that no branch, loop or function holds. */
export function sameValuesOf(root: Syntax, source: string): SameValue[] {
  return statementsOf(root).flatMap(node =>
    node.name === 'AssignStatement' ? assigned(node, source) : []
  );
}

function assigned({ children, to }: Syntax, source: string): SameValue[] {
  const targets = children.filter((_, at) => at % 2 === 0);
  const value = targets.pop();
  const isPlain =
    targets.every(({ name }) => name === 'VariableName') &&
    children.every(({ name }, at) => (name === 'AssignOp') === (at % 2 === 1));
  if (!value || !isPlain) {
    return [];
  }
  const of =
    value.name === 'VariableName'
      ? value
      : MADE.test(value.name)
        ? targets[0]
        : undefined;
  const known = of && textOf(source, of);
  return targets
    .map(target => textOf(source, target))
    .flatMap(name =>
      known === undefined || name === known ? [] : [{ name, of: known, to }]
    );
}
