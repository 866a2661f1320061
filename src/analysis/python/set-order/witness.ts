// What holds the elements of a set once code has gone through it: what it holds tells what the set held.

import type { Syntax } from '../syntax';
import { callOf, lastStatement, textOf } from '../syntax-words';
import { wordSet } from '../word-set';
import { clauseOf } from './heads';

const HANDING = wordSet('list tuple array Series fromkeys');
const COMPREHENDED = /^(?:Array|Dictionary)ComprehensionExpression$/;

/** The name of a single target, where its value has the very elements of what is gone through; null else. */
export function witnessOf(
  source: string,
  target: Syntax | undefined,
  value: Syntax | undefined
): string | null {
  return target?.name === 'VariableName' && value && hasElements(source, value)
    ? textOf(source, target)
    : null;
}

/** The last statement, where it gives the very elements of what is gone through in it; undefined else. */
export function witnessShown(source: string, root: Syntax): Syntax | undefined {
  const last = lastStatement(root);
  const [shown] = last?.name === 'ExpressionStatement' ? last.children : [];
  return shown && hasElements(source, shown) ? last : undefined;
}

/** True for a list, an array or the keys of a dictionary that are the elements of what is gone through. */
function hasElements(source: string, value: Syntax): boolean {
  const call = callOf(source, value);
  if (call) {
    return HANDING.has(call.word) && call.given.length === 1;
  }
  if (!COMPREHENDED.test(value.name)) {
    return false;
  }
  const parts = value.children.slice(1, -1);
  const [element] = parts;
  const begin = parts.findIndex(({ name }) => name === 'for');
  const at = parts.findIndex(({ name }) => name === 'in') + 1;
  const { places } = clauseOf(source, parts, at);
  const named = element && textOf(source, element);
  return (
    element?.name === 'VariableName' &&
    !places.includes(named ?? '') &&
    parts
      .slice(begin + 1, at - 1)
      .some(target => wordsIn(source, target).includes(named ?? ''))
  );
}

/** The names of a target, or of those that stand between its brackets. */
function wordsIn(source: string, target: Syntax): readonly string[] {
  return target.name === 'VariableName'
    ? [textOf(source, target)]
    : target.children.flatMap(child => wordsIn(source, child));
}
