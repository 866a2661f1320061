// What of a value code looks at, told by what stands around the name: all, its items whatever their order, or its form.
import type { Range } from '../analysis';

/**
 * `found`: of a table what stands under a key, whether it has one, or its items put in order; of anything else, all.
 * `form`: its length, its columns, a check that holds for whatever was drawn. `members`: its items, not their arrangement;
 * of a table of counts its keys or their total. `handed`: what a callable of the notebook looks at, which is given it as it is.
 */
export type View = 'whole' | 'found' | 'handed' | 'members' | 'form';

/** Calls whose result does not hang on what the items are. */
const FORMAL =
  /^(?:len|type|isinstance|issubclass|callable|hasattr|shape|ndim|allclose|isclose|array_equal|array_equiv|assert_\w+|is\w*type)$/;
const FORMAL_PARTS = /^\.(?:shape|columns|dtypes?|ndim|size|empty)\b/;
/** Calls whose result does not hang on the order of what they go through. */
const UNORDERED =
  /^(?:sorted|min|max|sum|set|frozenset|mean|median|std|var|amin|amax|fsum|sort|unique|pstdev|stdev|pvariance|variance)$/;
const UNORDERED_PARTS =
  /^\.(?:sum|min|max|mean|median|std|var|nunique|keys|count)\(/;
/** Rows put in order by what is in them, and shown without the places where they were. */
const SORTED_PARTS =
  /^\.sort_values\((?:[^()]*\bignore_index\s*=\s*True\b[^()]*\)|[^()]*\)(?:\[[^\]\n]*\])*\.(?:tolist|to_list|to_numpy|values|unique|reset_index\(\s*drop\s*=\s*True)\b)/;
/** What looks into a table by a key. */
const BY_KEY = /^(?:\[[^[\]:]*\](?!\s*=(?!=))|\.get\()/;
/** A question for a member, not a loop over all. */
const ASKED = /\bin\s+$/;
const LOOPED = /\bfor\s(?:(?!\bin\b)[\w\s,()*])+\bin\s+$/;
const ALL_ITEMS = /^\.items\(\)\s*[,)]/;
/** Aggregates that are held against a bound to check what was drawn. */
const BOUNDED =
  /^(?:min|max|abs|amin|amax|all|any|isnan|isfinite|isnull|isna)$/;
const BOUND = /^\s*(?:[<>]=?|[=!]=)\s*-?[\d.]/;
const CHECKED = /^(?:all|any|isnan|isfinite|isnull|isna)$/;
/** Calls that go through what they are given, or show it. */
const PLAIN =
  /^(?:print|display|str|repr|format|list|tuple|dict|iter|next|enumerate|zip|map|filter|reversed|deque|OrderedDict|Counter|array|asarray|Series|DataFrame|dumps|pprint)$/;
/** How far around a name anything is looked for. */
const REACH = 200;

const WIDTHS: Readonly<Record<View, number>> = {
  form: 0,
  members: 1,
  handed: 2,
  found: 3,
  whole: 4
};

/** Sees all. */
export const wholeView = (): View => 'whole';

/** The view that sees what either sees. */
export function wider(one: View, other: View | undefined): View {
  return other !== undefined && WIDTHS[other] > WIDTHS[one] ? other : one;
}

/** What the code at a place sees of the name there. */
export function viewOf(source: string, { from, to }: Range): View {
  const after = source.slice(to, to + REACH);
  if (FORMAL_PARTS.test(after) || isUnused(source, from)) {
    return 'form';
  }
  const isUnordered = UNORDERED_PARTS.test(after) || SORTED_PARTS.test(after);
  let view: View = isUnordered
    ? 'members'
    : findsByKey(source, from, after)
      ? 'found'
      : 'whole';
  let isDirect = /^(?:\.values\(\))?\s*[,)]/.test(after);
  let isAllItems = ALL_ITEMS.test(after);
  let end = to;
  for (let call = callAround(source, from, end); call;) {
    const { callee, open, close, isOwn } = call;
    const rest = source.slice(close + 1, close + 1 + REACH);
    const isChecked =
      CHECKED.test(callee) || (BOUNDED.test(callee) && BOUND.test(rest));
    if (FORMAL.test(callee) || isChecked) {
      return 'form';
    }
    if (isDirect && UNORDERED.test(callee)) {
      view = 'members';
    } else if (isAllItems && UNORDERED.test(callee)) {
      view = 'found';
    } else if (isDirect && isOwn && !PLAIN.test(callee) && view === 'whole') {
      view = 'handed';
    }
    isDirect = isAllItems = false;
    end = close + 1;
    call = callAround(source, open, end);
  }
  return view;
}

/** True for `table[key]`, `table.get(key)` and `key in table`. */
function findsByKey(source: string, from: number, after: string): boolean {
  const before = source.slice(Math.max(0, from - REACH), from);
  return BY_KEY.test(after) || (ASKED.test(before) && !LOOPED.test(before));
}

/** Looked up inside of a block, and neither shown nor kept: `try:`, `data["a"]`. */
const UNUSED = /^[ \t]+[A-Za-z_]\w*(?:\.\w+)*\s*\[[^\n=(){}]*\][ \t]*(?:#.*)?$/;

/** True where nothing but an error can come of what the line looks at. */
function isUnused(source: string, at: number): boolean {
  const start = source.lastIndexOf('\n', at) + 1;
  const end = source.indexOf('\n', at);
  const before = source.slice(0, start).trimEnd();
  return (
    before.endsWith(':') &&
    UNUSED.test(source.slice(start, end < 0 ? source.length : end))
  );
}

type Around = {
  readonly callee: string;
  /** True where no module or value stands before the callee. */
  readonly isOwn: boolean;
  readonly open: number;
  readonly close: number;
};

/** The innermost call among whose arguments a stretch stands; null where there is none near. */
function callAround(source: string, from: number, to: number): Around | null {
  const open = unmatched(source, from - 1, -1);
  const close = unmatched(source, to, 1);
  if (open < 0 || close < 0 || source[open] !== '(') {
    return null;
  }
  const before = source.slice(Math.max(0, open - 40), open);
  const [, dot = '', callee = ''] = /(\.?)(\w+)$/.exec(before) ?? [];
  return { callee, isOwn: callee !== '' && dot === '', open, close };
}

/** The first bracket in a direction that is not closed on the way; -1 where there is none near. */
function unmatched(source: string, start: number, way: 1 | -1): number {
  const [opening, closing] = way > 0 ? ['([{', ')]}'] : [')]}', '([{'];
  let depth = 0;
  for (let at = start, steps = 0; steps < REACH; at += way, steps += 1) {
    const sign = source[at];
    if (sign === undefined) {
      return -1;
    }
    if (opening.includes(sign)) {
      depth += 1;
    } else if (closing.includes(sign)) {
      depth -= 1;
      if (depth < 0) {
        return at;
      }
    }
  }
  return -1;
}
