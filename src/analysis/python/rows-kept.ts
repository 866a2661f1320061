// Which rows of a table, or items of an array, remain: those that a look at each alone picks, in an order that lasts.

import { setsLabels } from './labels-set';
import { isSameCode } from './same-code';
import { areConstant } from './settled-code';
import type { Syntax } from './syntax';
import {
  callOf,
  hasCall,
  isItem,
  keywordOf,
  nodesIn,
  textOf,
  withoutParentheses,
  type Call
} from './syntax-words';

/** Methods that leave rows out, or give them an order, and do so once and for all. */
const KEEPING = /^(?:dropna|drop_duplicates|sort_values|sort_index)$/;
/** What each value alone answers. */
const ASKING =
  /^(?:isin|between|notna|notnull|isna|isnull|contains|startswith|endswith|match|fullmatch|is(?:alpha|alnum|digit|numeric|upper|lower|space)|eq|ne|gt|ge|lt|le)$/;
/** What is made of each value alone. */
const MAKING =
  /^(?:len|lower|upper|strip|astype|abs|round|fillna|to_datetime|to_numeric)$/;
const FUNCTIONS =
  /^(?:abs|(?:np|numpy)\.(?:abs|sqrt|log|log2|log10|exp|isnan|isfinite|isinf)|pd\.(?:isna|isnull|notna|notnull))$/;
/** Attributes that tell of the whole. */
const WHOLE = /^(?:T|iloc|loc|ndim|shape|size)$/;
const CONSTANT = /^(?:Number|String|Boolean|None)$/;
/** Types by their names. */
const TYPES = /^(?:int|float|str)$/;

/** What asks for labels by their common name. */
const BY_LABEL = /\b(?:index|axes)\b/;

/** `x[x.a > 1]`, `x.dropna().sort_values("a").reset_index(drop=True)`: made of the target, and left alone by the same once more. */
export function keepsRows(
  source: string,
  target: Syntax,
  value: Syntax
): boolean {
  let node = withoutParentheses(value);
  for (let steps = 0; ; steps += 1) {
    if (isSameCode(source, node, target)) {
      return steps > 0;
    }
    const inner = isItem(node)
      ? picked(source, target, node)
      : kept(source, callOf(source, node), steps);
    if (!inner) {
      return false;
    }
    node = withoutParentheses(inner);
  }
}

/** What `x[…]` or `x.loc[…]` picks from, row by row. */
function picked(
  source: string,
  target: Syntax,
  { children }: Syntax
): Syntax | null {
  const [owner, , asked, end] = children;
  if (
    !owner ||
    !asked ||
    end?.name !== ']' ||
    !asks(source, target, withoutParentheses(asked))
  ) {
    return null;
  }
  const [whole, sign, word] = owner.children;
  return sign?.name === '.' && word && textOf(source, word) === 'loc'
    ? (whole ?? null)
    : owner;
}

/** What a method is called on that keeps what it is given, or gives new labels at the end. */
function kept(source: string, call: Call | null, steps: number): Syntax | null {
  if (!call?.owner) {
    return null;
  }
  const { word, given, list, owner } = call;
  const isPlain =
    !keywordOf(source, list, 'ignore_index') &&
    !(keywordOf(source, list, 'axis') && steps > 0) &&
    given.every(
      one =>
        !hasCall(one) &&
        nodesIn(one).every(({ name }) => name !== 'VariableName')
    );
  const isKept =
    (word === 'copy' && given.length === 0) ||
    (word === 'reset_index' &&
      steps === 0 &&
      setsLabels(source, call) &&
      !BY_LABEL.test(textOf(source, owner))) ||
    (KEEPING.test(word) && isPlain) ||
    (word === 'query' && given.length === 1 && isQuery(source, given[0]));
  return isKept ? owner : null;
}

/** A text that asks each row, and calls nothing. */
function isQuery(source: string, node: Syntax | undefined): boolean {
  return node?.name === 'String' && !/[@`(]/.test(textOf(source, node));
}

/** True for what is asked of each row alone. */
function asks(source: string, target: Syntax, node: Syntax): boolean {
  const { name, children } = node;
  const [first, second, third] = children;
  if (name === 'UnaryExpression') {
    return (
      first !== undefined &&
      textOf(source, first) === '~' &&
      second !== undefined &&
      asks(source, target, withoutParentheses(second))
    );
  }
  if (name === 'BinaryExpression' && first && second && third) {
    const isBoth = /^[&|]$/.test(textOf(source, second));
    return isBoth
      ? [first, third].every(one =>
          asks(source, target, withoutParentheses(one))
        )
      : second.name === 'CompareOp' &&
          [first, third].every(one =>
            isOfRow(source, target, withoutParentheses(one))
          );
  }
  const call = callOf(source, node);
  return (
    call !== null &&
    (call.owner !== null && ASKING.test(call.word)
      ? isOfRow(source, target, call.owner) &&
        areConstant(source, call.given, TYPES)
      : isFunction(source, target, node, call))
  );
}

/** A constant, a part of the target, or what is made of both, row by row. */
function isOfRow(source: string, target: Syntax, node: Syntax): boolean {
  const { name, children } = node;
  if (CONSTANT.test(name) || isSameCode(source, node, target)) {
    return true;
  }
  const [first, second, third] = children;
  const of = (one: Syntax | undefined): boolean =>
    one !== undefined && isOfRow(source, target, withoutParentheses(one));
  switch (name) {
    case 'UnaryExpression':
      return of(second);
    case 'BinaryExpression':
      return second?.name === 'ArithOp' && of(first) && of(third);
    case 'MemberExpression':
      return isItem(node)
        ? third?.name === 'String' && of(first)
        : third !== undefined &&
            !WHOLE.test(textOf(source, third)) &&
            of(first);
    default: {
      const call = callOf(source, node);
      return (
        call !== null &&
        (call.owner !== null && MAKING.test(call.word) && of(call.owner)
          ? areConstant(source, call.given, TYPES)
          : isFunction(source, target, node, call))
      );
    }
  }
}

/** `np.abs(x.a)`. */
function isFunction(
  source: string,
  target: Syntax,
  { children }: Syntax,
  { given }: Call
): boolean {
  const [callee] = children;
  const [only, ...others] = given;
  return (
    callee !== undefined &&
    FUNCTIONS.test(textOf(source, callee)) &&
    only !== undefined &&
    others.length === 0 &&
    isOfRow(source, target, withoutParentheses(only))
  );
}
