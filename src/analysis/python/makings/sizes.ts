// Of what the size of an expression's value hangs, its type and what it lacks.

import type { Made } from '../../making';

import { isMask } from '../masks';
import type { Syntax } from '../syntax';
import { callOf, isItem, textOf, type Call } from '../syntax-words';

import type { Expressions } from './expressions';
import { DRAWING_NUMBERS, DRAWING_ONE, WHOLE_NUMBERS } from './known-calls';

const SIGN = /^(?:ArithOp|CompareOp|BitOp)$/;
/** What is the same for each item, and never lacks one. */
const OF_EACH = /^(?:[-+*]|[<>]=?|==|!=|[&|~^])$/;
/** The same where a number stands on the right. */
const BY_NUMBERS = /^(?:\/|\/\/|%|\*\*)$/;

const FEW = 8;
const DISPLAY = /^(?:Array|Tuple)Expression$|^String$/;

/** Whole numbers that every array holds as they are. */
const WHOLE = /^-?\s*\d{1,15}$/;
const FRACTION = /^-?\s*(?=[\d_]*[.e])(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,2})?$/i;
const TEXT = /^(["'])(?!\1)[^\\]*\1$/;

/** Of a constant: numbers have one size, texts so many letters. */
export function formOfConstant(text: string): Made['form'] {
  const told = WHOLE.test(text)
    ? 'whole number'
    : FRACTION.test(text)
      ? 'fraction'
      : TEXT.test(text)
        ? `text of ${text.length}`
        : undefined;
  return { like: [], sizes: [], ...(told && { text: told }) };
}

/** `-1` */
export function isNegative({ name, children }: Syntax): boolean {
  const [, number, ...others] = children;
  return (
    name === 'UnaryExpression' &&
    number?.name === 'Number' &&
    others.length === 0
  );
}

/** Of arithmetic and comparisons. */
export function formOfSigns(
  { children }: Syntax,
  expressions: Expressions
): Made['form'] {
  const { source } = expressions;
  const last = children[children.length - 1];
  const isNumber =
    last?.name === 'Number' && Number(textOf(source, last)) !== 0;
  const operands = children.filter(({ name }) => !SIGN.test(name));
  const [left, sign, right] = children;
  if (
    left &&
    right &&
    DISPLAY.test(left.name) &&
    textOf(source, sign ?? left) === '*'
  ) {
    const sizes = expressions.all([right]);
    return { like: expressions.all([left]), sizes };
  }
  const isTold = children.every(child => {
    const text = textOf(source, child);
    return SIGN.test(child.name)
      ? (OF_EACH.test(text) &&
          (text !== '*' ||
            operands.some(one => isNoCount(one, expressions)))) ||
          (isNumber && BY_NUMBERS.test(text))
      : !/^(?:and|or|not|in|is)$/.test(child.name);
  });
  return isTold ? { like: expressions.all(operands), sizes: [] } : null;
}

/** Of `x[x > 1]` and `x[1:3]`. */
export function formOfItem(
  node: Syntax,
  expressions: Expressions
): Made['form'] {
  const [owner, , ...rest] = node.children;
  const index = rest.slice(0, -1);
  const [mask] = index;
  if (!owner || !isItem(node)) {
    return null;
  }
  const like = [expressions.making(owner)];
  if (index.length === 1 && mask && isMask(mask)) {
    return { like, sizes: [expressions.making(mask)] };
  }
  const isSlice =
    index.some(({ name }) => name === ':') &&
    index.every(({ name }) => /^(?::|Number|UnaryExpression)$/.test(name));
  return isSlice ? { like, sizes: [] } : null;
}

/** True for a call that draws as many numbers as it is told. */
export function drawsNumbers(
  { word, owner }: Call,
  expressions: Expressions
): boolean {
  const module = owner ? expressions.moduleOf(owner) : null;
  const text = owner ? textOf(expressions.source, owner) : '';
  return (
    (module === 'numpy' &&
      DRAWING_NUMBERS.has(word) &&
      /\brandom$/.test(text)) ||
    (module === 'random' && DRAWING_ONE.has(word))
  );
}

/** True for a number as it stands, and for one by which no list can be repeated; a long sum is looked at as far as its last parts. */
function isNoCount(node: Syntax, expressions: Expressions, depth = 0): boolean {
  const call = callOf(expressions.source, node);
  return (
    node.name === 'Number' ||
    (depth < FEW &&
      node.name === 'BinaryExpression' &&
      node.children.some(one => isNoCount(one, expressions, depth + 1))) ||
    (call !== null &&
      drawsNumbers(call, expressions) &&
      !WHOLE_NUMBERS.has(call.word))
  );
}
