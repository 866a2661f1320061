// Steps that do nothing to what they made: `x.fillna(0)`, `sorted(x)`.

import { setsLabels } from './labels-set';
import { replacesOnce } from './replaced-once';
import { keepsRows } from './rows-kept';
import { isSameCode } from './same-code';
import { areConstant, withoutAccess } from './settled-code';
import type { Syntax } from './syntax';
import { callOf, textOf, type Call } from './syntax-words';
import { settlesTexts } from './texts-settled';

/** Methods that do so, whatever else they are given. */
const TIDYING =
  /^(?:[lr]?strip|lower|upper|title|capitalize|casefold|fillna|dropna|drop_duplicates|ffill|bfill|round|abs|astype|clip|normalize|reshape|flatten|ravel|squeeze|copy)$/;
const CASING = /^(?:lower|upper|title|capitalize)$/;
/** What a gap is filled with that is none after it: the target itself stands before it. */
const FILLING = /^(?:mean|median|min|max)$/;
const MAKING =
  /^(?:sorted|list|set|tuple|dict|str|int|float|bool|frozenset|abs|round|(?:pd|pandas)\.to_(?:datetime|numeric|timedelta)|np\.(?:sort|abs|unique|round|asarray|array))$/;
/** What does its work bit by bit, or gives more than one value. */
const LIMITED = /^(?:limit|return_)/;
/** Names that mean the same wherever they stand. */
const CONSTANT = /^(?:int|float|str|bool)$/;
const ACCESSORS = /^(?:str|dt)$/;

/** True where a value is made of its target by such steps; `own` are names that the cell gives another value. */
export function isTidied(
  source: string,
  target: Syntax,
  value: Syntax,
  own: ReadonlySet<string>
): boolean {
  return (
    isStep(source, target, value) ||
    keepsRows(source, target, value) ||
    settlesTexts(source, target, value, own)
  );
}

/** One step, or two that are known to go together. */
function isStep(source: string, target: Syntax, value: Syntax): boolean {
  const call = callOf(source, value);
  if (!call || isLimited(source, call)) {
    return false;
  }
  const { owner, word, given } = call;
  const isTarget = (node: Syntax | undefined): boolean =>
    node !== undefined &&
    isSameCode(source, withoutAccess(source, node, ACCESSORS), target);
  if (!isTarget(owner ?? undefined)) {
    const [callee] = value.children;
    const [first, ...others] = given;
    const isMade = callee !== undefined && MAKING.test(textOf(source, callee));
    return isMade
      ? first !== undefined &&
          isSameCode(source, first, target) &&
          areConstant(source, others, CONSTANT)
      : isPair(source, call, isTarget);
  }
  if (/^(?:head|tail)$/.test(word)) {
    return given.every(({ name }) => name === 'Number');
  }
  const isFilled =
    word === 'fillna' &&
    given.length === 1 &&
    isFilling(source, given[0], isTarget);
  return TIDYING.test(word)
    ? isFilled || areConstant(source, given, CONSTANT)
    : setsLabels(source, call) || replacesOnce(source, call);
}

/** True for a call that is told how far to go. */
export function isLimited(source: string, { list }: Call): boolean {
  const children = list?.children ?? [];
  return children.some(
    (child, at) =>
      children[at + 1]?.name === 'AssignOp' &&
      LIMITED.test(textOf(source, child))
  );
}

/** `x.str.strip().str.title()`, `x.dropna().drop_duplicates()`. */
function isPair(
  source: string,
  { word, owner, given }: Call,
  isTarget: (node: Syntax | undefined) => boolean
): boolean {
  const inner =
    owner && callOf(source, withoutAccess(source, owner, ACCESSORS));
  const isKnown =
    inner?.word === 'strip'
      ? CASING.test(word)
      : inner?.word === 'dropna' && word === 'drop_duplicates';
  return (
    inner !== null &&
    isKnown &&
    given.length + inner.given.length === 0 &&
    isTarget(inner.owner ?? undefined)
  );
}

/** `x.mean()`. */
function isFilling(
  source: string,
  node: Syntax | undefined,
  isTarget: (node: Syntax | undefined) => boolean
): boolean {
  const call = callOf(source, node);
  return (
    call !== null &&
    FILLING.test(call.word) &&
    call.given.length === 0 &&
    isTarget(call.owner ?? undefined)
  );
}
