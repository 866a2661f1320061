// Values of which nothing comes but a type, a size, or a check that holds for whatever was drawn.

import { builtinNames } from './builtins';
import type { Place } from './place';
import type { Syntax } from './syntax';
import type { Call } from './syntax-words';

/** Calls that hold whatever was drawn, or look at types alone. */
const HOLDING =
  /^(?:type|isinstance|issubclass|callable|hasattr|ndim|allclose|isclose|array_equal|array_equiv|assert_\w+|is\w*type|all|any|isnan|isfinite|isnull|isna)$/;
/** Calls that tell how much there is. */
const SIZING = /^(?:len|shape)$/;
/** What leaves out items by what they are. */
const LEAVING_OUT =
  /^(?:set|frozenset|filter|unique|nunique|drop_duplicates|dropna|query|where|nonzero|flatnonzero|argwhere|value_counts|groupby|Counter|dict)$/;
/** Names that notebooks import of what holds as many items as it is given. */
const AS_MANY = /^(?:array|asarray|deque|DataFrame|OrderedDict|Series)$/;
/** Aggregates that are held against a bound to check what was drawn. */
const BOUNDED = /^(?:min|max|abs|amin|amax)$/;
/** Beyond these nothing is made of the value. */
const LIMIT = /Statement$|^(?:Body|Script|LambdaExpression)$/;

/** True for a value that some call around it checks, measures or asks for its type. */
export function isChecked(place: Place): boolean {
  let keepsSize = true;
  for (let at = 0; ; at += 1) {
    const node = place.path[at];
    const parent = place.path[at + 1];
    const isIndex =
      parent?.name === 'MemberExpression' && parent.children[0] !== node;
    if (!parent || LIMIT.test(parent.name) || isIndex) {
      return false;
    }
    const taker = parent.name === 'ArgList' ? place.callOfNode(at + 2) : null;
    const word = taker?.word ?? '';
    if (
      HOLDING.test(word) ||
      (keepsSize && SIZING.test(word)) ||
      (BOUNDED.test(word) && isHeldAgainst(place, at + 2))
    ) {
      return true;
    }
    const method = place.isCalled(at + 1) ? place.memberAt(at) : null;
    keepsSize &&=
      !LEAVING_OUT.test(method ?? word) &&
      !(taker && isOwn(taker)) &&
      parent.name !== 'SetComprehensionExpression' &&
      !parent.children.some(({ name }) => name === 'if');
  }
}

/** True for a function of the notebook's, which may give any number of items. */
function isOwn({ word, owner }: Call): boolean {
  return owner === null && !builtinNames.has(word) && !AS_MANY.test(word);
}

/** True where the value of a node is compared with a number. */
function isHeldAgainst({ path }: Place, at: number): boolean {
  const children = path[at + 1]?.children ?? [];
  return (
    children.some(({ name }) => name === 'CompareOp') &&
    children.some(child => child !== path[at] && isNumber(child))
  );
}

/** True for a number as it stands. */
export function isNumber({ name, children }: Syntax): boolean {
  return (
    name === 'Number' ||
    (name === 'UnaryExpression' && children[1]?.name === 'Number')
  );
}
