// Statements that change what is in one column of a frame: `df["a"] += 1`, `df.loc[m, "a"] = 0`, `df["a"].fillna(0, inplace=True)`.

import type { Making } from '../../making';

import { accessOf, labelFor, partOf, type Step } from '../access';
import type { Syntax } from '../syntax';
import { callOf, isSign, keywordOf, textOf } from '../syntax-words';

import type { Expressions } from './expressions';

/** A column, and what is in it after the change. */
export type ColumnChanged = {
  /** That of the table. */
  readonly name: string;
  readonly label: string;
  readonly value: Making;
};

/** What a statement changes in one column alone; null for all others. */
export function columnChanged(
  node: Syntax,
  expressions: Expressions
): ColumnChanged | null {
  const [first, sign, value, ...others] = node.children;
  if (node.name === 'ExpressionStatement') {
    return first ? changedByCall(first, expressions) : null;
  }
  return first && sign && value && others.length === 0
    ? changedAt(expressions, first, [sign, value])
    : null;
}

/** A method of a column that changes it in place. */
function changedByCall(
  node: Syntax,
  expressions: Expressions
): ColumnChanged | null {
  const { source } = expressions;
  const call = callOf(source, node);
  const { owner, list, word } = call ?? {};
  const inPlace = list && keywordOf(source, list, 'inplace');
  return owner && list && inPlace && textOf(source, inPlace) === 'True'
    ? changedAt(expressions, owner, [list], word)
    : null;
}

/** What stands at a place, and what is done to it there. */
function changedAt(
  expressions: Expressions,
  target: Syntax,
  done: readonly Syntax[],
  word = ''
): ColumnChanged | null {
  const { source } = expressions;
  const { root, steps } = accessOf(expressions, target);
  const label = partOf(expressions, steps);
  if (root.name !== 'VariableName' || label === null) {
    return null;
  }
  const of: Making[] = [
    { kind: 'column', table: expressions.making(root), label }
  ];
  const told = (node: Syntax): string => {
    if (isSign(node.name) || node.name === 'UpdateOp') {
      return textOf(source, node);
    }
    of.push(expressions.made(node, null));
    return '#';
  };
  const text = [
    ...steps.map(step => stepText(step, told)),
    word,
    ...done.map(told)
  ];
  return {
    name: textOf(source, root),
    label,
    value: {
      kind: 'made',
      text: text.join(' '),
      of,
      isByChance: false,
      calls: false,
      isFrame: false,
      form: null
    }
  };
}

/** `df.a` and `df["a"]` are one. */
function stepText(step: Step, told: (node: Syntax) => string): string {
  return step.kind === 'attribute'
    ? labelFor(step.name)
    : `[${step.index.map(told).join(' ')}]`;
}
