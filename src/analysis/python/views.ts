// What a cell looks at where it reads names, told by what stands around them in the tree.

import type { Range } from '../name-uses';
import type { Look, View } from '../view';

import { checkAt, isNumber } from './checked';
import { formSeen } from './forms-seen';
import { lookOfCall, passesOn, tellsMembers } from './orderless';
import { partsAt } from './parts-at';
import { placeAt, type Place } from './place';
import type { Syntax } from './syntax';
import { nodesIn } from './syntax-words';

/** Calls that go through what they are given, or show it. */
const PLAIN =
  /^(?:print|display|str|repr|format|list|tuple|dict|iter|next|enumerate|zip|map|filter|reversed|deque|OrderedDict|Counter|array|asarray|Series|DataFrame|dumps|pprint)$/;
/** What remains of rows that are in order without the places where they were. */
const PLACELESS = /^(?:tolist|to_list|to_numpy|values|unique)$/;

/** By the offset of a name, what is looked at where these are read; what is missing is looked at as a whole. */
export function viewsOf(
  source: string,
  root: Syntax,
  ranges: readonly Range[]
): ReadonlyMap<number, Look> {
  const looks = new Map<number, Look>();
  for (const range of ranges) {
    const place = looks.has(range.from) ? null : placeAt(source, root, range);
    const view = place ? viewAt(place) : 'whole';
    const form = place && formSeen(place);
    const parts = place && partsAt(place);
    if (view !== 'whole' || form !== null || parts !== null) {
      looks.set(range.from, { view, form, parts });
    }
  }
  return looks;
}

function viewAt(place: Place): View {
  const check = isUnused(place) ? 'form' : checkAt(place);
  return check ?? partSeen(place) ?? viewOfCall(place);
}

/** What the code right behind or before the value takes of it; null where nothing is told. */
function partSeen(place: Place): View | null {
  const [node, parent] = place.path;
  const part = place.memberAt(0);
  if (part !== null && place.isCalled(1)) {
    const isBlind = tellsMembers(part) || part === 'keys';
    return isBlind || (part === 'sort_values' && losesPlaces(place))
      ? 'members'
      : part === 'get'
        ? 'found'
        : null;
  }
  const children = parent?.children ?? [];
  const isItem =
    parent?.name === 'MemberExpression' &&
    children[0] === node &&
    children[1]?.name === '[' &&
    !children.some(({ name }) => name === ':') &&
    !place.isTarget(1);
  return isItem ? 'found' : place.isAskedAt(0) ? 'members' : null;
}

/** `x.sort_values("a")["b"].tolist()`. */
function losesPlaces(place: Place): boolean {
  let at = 2;
  while (place.path[at + 1]?.children[1]?.name === '[') {
    at += 1;
  }
  const part = place.memberAt(at) ?? '';
  return (
    place.keywordAt(2, 'ignore_index') === 'True' ||
    PLACELESS.test(part) ||
    (part === 'reset_index' && place.keywordAt(at + 2, 'drop') === 'True')
  );
}

/** What a call makes of the value that is handed to it, as it is or through builtins that go through it. */
function viewOfCall(place: Place): View {
  const isAllItems = place.isMethod(0, 'items');
  const isView = isAllItems || place.isMethod(0, 'values');
  let isAsItIs = !isAllItems;
  for (let at = isView ? 2 : 0; ; isAsItIs = false) {
    const call = place.callAt(at);
    const clauses = place.clausesAround(at);
    const taker = call ?? (clauses && place.callOfNode(at + 2));
    if (clauses?.name === 'SetComprehensionExpression') {
      return 'members';
    }
    const look = taker && lookOfCall(place.source, taker);
    if (look === 'members') {
      return isAllItems ? 'found' : 'members';
    }
    if (taker && (look !== null || !passesOn(taker))) {
      const isOwn = call?.owner === null && !PLAIN.test(call.word);
      return isAsItIs && isOwn ? 'handed' : 'whole';
    }
    if (!taker && !clauses && !isScaled(place, at)) {
      return 'whole';
    }
    at += taker ? 2 : 1;
  }
}

/** `2 * x`, `-x`: the same for each item. */
function isScaled({ path }: Place, at: number): boolean {
  const { name = '', children = [] } = path[at + 1] ?? {};
  return (
    /^(?:Unary|Parenthesized)Expression$/.test(name) ||
    (name === 'BinaryExpression' &&
      children.some(child => child.name === 'ArithOp') &&
      children.every(
        child =>
          child === path[at] || child.name === 'ArithOp' || isNumber(child)
      ))
  );
}

/** Looked up at the start of a block, and neither shown nor kept: `try:`, `data["a"]`. */
function isUnused({ path }: Place): boolean {
  const at = path.findIndex(({ name }) => name === 'ExpressionStatement');
  const [only] = path[at]?.children ?? [];
  const block = path[at + 1];
  return (
    only?.name === 'MemberExpression' &&
    only.children[1]?.name === '[' &&
    block?.name === 'Body' &&
    block.children[1] === path[at] &&
    !nodesIn(only).some(({ name }) => name === 'CallExpression')
  );
}
