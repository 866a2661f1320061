// Values of which nothing comes but a type, a size, or a check that holds for whatever was drawn.

import { builtinNames } from './builtins';
import { isFormalPart } from './orderless';
import type { Place } from './place';
import type { Syntax } from './syntax';
import { nodesIn, textOf, type Call } from './syntax-words';

/** Calls that look at types alone, and attributes that tell them. */
const TYPING = /^(?:type|isinstance|issubclass|callable|hasattr)$/;
const TYPES = /^dtypes?$/;
/** Calls that hold whatever was drawn. */
const HOLDING =
  /^(?:ndim|allclose|isclose|array_equal|array_equiv|assert_\w+|is\w*type|isnan|isfinite|isnull|isna)$/;
/** Calls that check all items, where nothing in them holds what was drawn against a bound of its own. */
const JOINING = /^(?:all|any)$/;
/** Calls that tell how much there is. */
const SIZING = /^(?:len|shape)$/;
/** What leaves out items by what they are. */
const LEAVING_OUT =
  /^(?:set|frozenset|filter|unique|nunique|drop_duplicates|dropna|query|where|nonzero|flatnonzero|argwhere|value_counts|groupby|Counter|dict|merge|join|pivot|pivot_table|crosstab|get_dummies|explode|unstack|resample|intersect1d|union1d|setdiff1d|intersection|union|difference|symmetric_difference|trim_zeros|bincount|compressed|mode|compress|extract|repeat|str|repr|format|dumps|split|strip|fit_transform)$/;
/** What makes as many items as it is told. */
const MAKING =
  /^(?:zeros|ones|empty|arange|eye|identity|range|rand|randn|head|tail)$/;
/** Attributes that hold those of the items which were found to matter. */
const FOUND =
  /^(?:support_|support_vectors_|dual_coef_|core_sample_indices_|vertices|simplices|edges)$/;
/** Code of values whose type tells which of them there are. */
const BY_CATEGORY = /\b(?:q?cut|Categorical|category)\b/;
/** Names that notebooks import of what holds as many items as it is given. */
const AS_MANY = /^(?:array|asarray|deque|DataFrame|OrderedDict|Series)$/;
/** Aggregates that are held against a bound to check what was drawn. */
const BOUNDED = /^(?:min|max|abs|amin|amax)$/;
/** Beyond these nothing is made of the value. */
const LIMIT = /Statement$|^(?:Body|Script|LambdaExpression)$/;

/** What some call around a value looks at that checks it, measures it or asks for its type; null for more. */
export function checkAt(place: Place): 'type' | 'form' | null {
  let keepsSize = true;
  let isHeld = true;
  for (let at = 0; ; at += 1) {
    const node = place.path[at];
    const parent = place.path[at + 1];
    const isIndex =
      parent?.name === 'MemberExpression' && parent.children[0] !== node;
    if (parent?.name === 'AssertStatement') {
      // What held once is meant to hold.
      return parent.children[1] === node ? 'form' : null;
    }
    if (!parent || LIMIT.test(parent.name) || isIndex) {
      return null;
    }
    isHeld &&= node?.name !== 'CallExpression';
    if (isHeld && asksWhichObject(parent)) {
      return 'form';
    }
    const part = place.memberAt(at) ?? '';
    const taker = parent.name === 'ArgList' ? place.callOfNode(at + 2) : null;
    const word = taker?.word ?? '';
    if (TYPES.test(part) && BY_CATEGORY.test(textOf(place.source, parent))) {
      return null;
    }
    if (TYPING.test(word) || TYPES.test(part)) {
      return 'type';
    }
    if (
      HOLDING.test(word) ||
      (JOINING.test(word) && comparesWithLimits(place.source, parent)) ||
      (keepsSize && (SIZING.test(word) || isFormalPart(part))) ||
      (BOUNDED.test(word) && isHeldAgainst(place, at + 2))
    ) {
      return 'form';
    }
    const method = place.isCalled(at + 1) ? part : null;
    keepsSize &&=
      !LEAVING_OUT.test(method ?? word) &&
      !(taker && MAKING.test(word)) &&
      !FOUND.test(part) &&
      !(taker && isOwn(taker)) &&
      parent.name !== 'SetComprehensionExpression' &&
      !parent.children.some(({ name }) => name === 'if');
  }
}

/** `a is b.c`: whether that holds this very object, whatever is in it; `a is b` may ask which of some was drawn. */
function asksWhichObject({ name, children }: Syntax): boolean {
  const operands = [children[0], children[children.length - 1]];
  return (
    name === 'BinaryExpression' &&
    children[1]?.name === 'is' &&
    operands.some(isAttribute) &&
    operands.every(one => one?.name === 'VariableName' || isAttribute(one))
  );
}

function isAttribute(node: Syntax | undefined): boolean {
  return node?.name === 'MemberExpression' && node.children[1]?.name === '.';
}

/** True for a function of the notebook's, which may give any number of items. */
function isOwn({ word, owner }: Call): boolean {
  return owner === null && !builtinNames.has(word) && !AS_MANY.test(word);
}

/** True where the value of a node is compared with a limit of what can be drawn. */
function isHeldAgainst({ path, source }: Place, at: number): boolean {
  const { children = [] } = path[at + 1] ?? {};
  return (
    children.some(({ name }) => name === 'CompareOp') &&
    children.some(child => child !== path[at] && isLimit(source, child))
  );
}

/** True where all comparisons in a tree are with such limits, or tell whether two values are equal that have names. */
function comparesWithLimits(source: string, root: Syntax): boolean {
  return [...nodesIn(root)].every(
    ({ children }) =>
      !children.some(({ name }) => name === 'CompareOp') ||
      children.some(child => isLimit(source, child)) ||
      (children.some(child => textOf(source, child) === '==') &&
        !children.some(isNumber))
  );
}

/** True for 0 and 1, between which most is drawn, and for what is near to nothing. */
function isLimit(source: string, node: Syntax): boolean {
  const value = Math.abs(Number(textOf(source, node).replace(/[\s_]/g, '')));
  return isNumber(node) && (value === 1 || value <= 0.01);
}

/** True for a number as it stands. */
export function isNumber({ name, children }: Syntax): boolean {
  return (
    name === 'Number' ||
    (name === 'UnaryExpression' && children[1]?.name === 'Number')
  );
}
