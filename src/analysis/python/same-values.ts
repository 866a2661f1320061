// Names that surely come to stand for the very value of another: `b = a` at the margin, `a = b = []`.

import type { SameValue } from '../value-facts';

import type { Syntax } from './syntax';

const MADE =
  /^(?:Array|Set|Dictionary|ArrayComprehension|SetComprehension|DictionaryComprehension)Expression$/;

/** Finds them among the statements that no branch, loop or function holds. */
export function sameValuesOf(root: Syntax, source: string): SameValue[] {
  return root.children.flatMap(node =>
    node.name === 'StatementGroup'
      ? sameValuesOf(node, source)
      : node.name === 'AssignStatement'
        ? assigned(node, source)
        : []
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
  const known = of && source.slice(of.from, of.to);
  return targets
    .map(target => source.slice(target.from, target.to))
    .flatMap(name =>
      known === undefined || name === known ? [] : [{ name, of: known, to }]
    );
}
