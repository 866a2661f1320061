// Which columns a method of a frame looks at, and what is taken of its result.

import type { ColumnsSeen } from '../parts-seen';

import { attributePart, labelOf } from './access';
import { methodKind } from './knowledge';
import { labelsOf } from './labels';
import type { Place } from './place';
import type { Syntax } from './syntax';
import {
  isItem,
  items,
  keywordOf,
  spreads,
  textOf,
  wordOf,
  type Call
} from './syntax-words';

/** Methods that take columns by which they group or sort; the result has all the others as well. */
const BY: ReadonlyMap<string, string> = new Map([
  ['groupby', 'by'],
  ['sort_values', 'by'],
  ['set_index', 'keys']
]);
/** Keywords beside these tell how, and name no other columns. */
const HOW =
  /^(?:as_index|sort|observed|dropna|group_keys|ascending|na_position|drop|errors)$/;
const OF_GROUPS = /^(?:size|ngroup)$/;
const AGGREGATES = /^agg(?:regate)?$/;

/** The columns; null where it may look at all. */
export function columnsOfMethod(
  place: Place,
  at: number,
  part: string
): ColumnsSeen | null {
  const call = place.callOfNode(at + 2);
  if (!call) {
    return null;
  }
  if (part === 'drop') {
    const of = droppedBy(place.source, call);
    return of && { by: 'other', of };
  }
  const keyword = BY.get(part);
  const by = keyword ? givenBy(place.source, call, keyword) : null;
  const taken = by && takenOf(place, at + 2, part === 'groupby');
  return by && taken && { by: 'label', of: [...by, ...taken], isForm: false };
}

/** The columns that `drop` leaves out of a copy; null where it does something else. */
export function droppedBy(
  source: string,
  { list, given }: Call
): readonly string[] | null {
  const word = (name: string): string => {
    const value = keywordOf(source, list, name);
    return value ? textOf(source, value) : '';
  };
  const columns = keywordOf(source, list, 'columns');
  const isByAxis = /^(?:1|'columns'|"columns")$/.test(word('axis'));
  const first = keywordOf(source, list, 'labels') ?? given[0];
  const chosen = columns ?? (isByAxis ? first : undefined);
  return word('index') === '' &&
    word('level') === '' &&
    !spreads(list) &&
    !(columns && isByAxis)
    ? labelsOf(source, chosen)
    : null;
}

/** The labels that a method is given, first or by keyword, where all else tells how alone. */
function givenBy(
  source: string,
  { list, given }: Call,
  keyword: string
): readonly string[] | null {
  const keywords = given.flatMap(value => wordOf(source, list, value) ?? []);
  const isPlain =
    !spreads(list) &&
    given.length === keywords.length + (keywords.includes(keyword) ? 0 : 1) &&
    keywords.every(word => word === keyword || HOW.test(word));
  return isPlain
    ? labelsOf(source, keywordOf(source, list, keyword) ?? given[0])
    : null;
}

/** The columns that are taken of the result right away; null where all may be. */
function takenOf(
  place: Place,
  at: number,
  isGrouped: boolean
): readonly string[] | null {
  const index = isItem(place.path[at + 1]) ? place.indexAt(at) : null;
  if (index) {
    return index.length === 1 ? labelsOf(place.source, index[0]) : null;
  }
  const part = place.memberAt(at);
  if (part === null) {
    return null;
  }
  if (place.isCalled(at + 1)) {
    return isGrouped ? takenOfGroups(place, at, part) : null;
  }
  const label = methodKind(part) === undefined ? attributePart(part) : null;
  return label === null ? null : [label];
}

/** The same of a method of groups. */
function takenOfGroups(
  place: Place,
  at: number,
  part: string
): readonly string[] | null {
  if (OF_GROUPS.test(part)) {
    return [];
  }
  return AGGREGATES.test(part) ? aggregated(place, at + 2) : null;
}

/** The columns that `agg({"a": …})` or `agg(new=("a", …))` sums up; null where it may be all. */
function aggregated(place: Place, at: number): readonly string[] | null {
  const { list, given = [] } = place.callOfNode(at) ?? {};
  const [first] = given;
  const { source } = place;
  if (!first || spreads(list)) {
    return null;
  }
  const keys =
    given.length === 1 && first.name === 'DictionaryExpression'
      ? keysOf(first)
      : given.map(value =>
          value.name === 'TupleExpression' && wordOf(source, list, value)
            ? items(value)[0]
            : undefined
        );
  const labels = keys?.map(key => labelOf(source, key)) ?? [null];
  return labels.every(label => label !== null) ? labels : null;
}

/** The keys of a dictionary that stands in the source; null where something is spread into it. */
function keysOf({ children }: Syntax): readonly Syntax[] | null {
  const keys = children.filter((_, at) => children[at + 1]?.name === ':');
  return children.some(({ name }) => name === '**') ? null : keys;
}
