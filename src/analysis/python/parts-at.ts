// Which parts of a table code looks at where it reads a name, told by what stands around the name in the tree.

import type { ColumnsSeen, PartsSeen } from '../parts-seen';

import { attributePart } from './access';
import { methodKind } from './knowledge';
import { labelsOf } from './labels';
import { hasLambda, isMask } from './masks';
import type { Place } from './place';
import {
  columnsOfCall,
  columnsOfMethodCall,
  columnsOfPlot
} from './parts-of-calls';
import { columnsOfMethod } from './parts-of-methods';
import { placesOf } from './places-of-columns';
import type { Syntax } from './syntax';
import { isItem } from './syntax-words';

/** Attributes that tell of the rows, the names or the types alone. */
const TOLD: ReadonlyMap<string, readonly (keyof PartsSeen)[]> = new Map([
  ['columns', ['labels']],
  ['index', ['rows']],
  ['shape', ['rows', 'labels']],
  ['size', ['rows', 'labels']],
  ['empty', ['rows', 'labels']],
  ['ndim', ['labels']],
  ['dtypes', ['labels', 'types']],
  ['dtype', ['types']]
]);
/** The same of methods. */
const TOLD_BY_CALLS: typeof TOLD = new Map([
  ['keys', ['labels']],
  ['info', ['rows', 'labels', 'types']],
  ['memory_usage', ['rows', 'labels', 'types']],
  ['count', ['rows', 'labels', 'types']]
]);
const ASKS_MISSING = /^(?:isnull|isna|notnull|notna)$/;
/** What an array or a column tells of its size and type. */
const FORMAL = /^(?:index|shape|size|dtype|ndim|empty)$/;
/** What gives some of the rows, whatever is in them. */
const SOME_ROWS = /^(?:head|tail|copy)$/;

/** The parts that are looked at; null for all. */
export function partsAt(place: Place): PartsSeen | null {
  if (isChangedAt(place)) {
    return null;
  }
  for (let at = 0; ;) {
    const told = toldAt(place, at);
    if (told) {
      return told;
    }
    if (isMasked(place, at)) {
      at += 1;
    } else if (isCut(place, at)) {
      at += 2;
    } else {
      return null;
    }
  }
}

function toldAt(place: Place, at: number): PartsSeen | null {
  const part = place.memberAt(at);
  if (part !== null) {
    return ofAttribute(place, at, part);
  }
  if (isItem(place.path[at + 1])) {
    const index = place.indexAt(at);
    const labels =
      index?.length === 1 ? labelsOf(place.source, index[0]) : null;
    return labels && ofColumns(place, at + 1, labels);
  }
  if (place.isFirstOf(at, 'len')) {
    return seen(['rows']);
  }
  if (place.isAskedAt(at) || place.isFirstOf(at, 'list')) {
    return seen(['labels']);
  }
  const columns = columnsOfCall(place, at);
  return columns && seen([], columns);
}

function ofAttribute(place: Place, at: number, part: string): PartsSeen | null {
  if (place.isCalled(at + 1)) {
    return ofMethod(place, at, part);
  }
  if (/^i?(?:loc|at)$/.test(part)) {
    const index = place.indexAt(at + 1) ?? [];
    const comma = index.findIndex(({ name }) => name === ',');
    const columns = index.slice(comma + 1);
    const isTold = comma > 0 && !index.slice(0, comma).some(hasLambda);
    const chosen = isTold
      ? columnsOf(place.source, columns, part[0] === 'i')
      : null;
    return chosen && seen([], chosen);
  }
  const told = TOLD.get(part);
  if (told) {
    return seen(told);
  }
  const drawn = columnsOfPlot(place, at);
  if (drawn) {
    return seen([], drawn);
  }
  const label = methodKind(part) === undefined ? attributePart(part) : null;
  return label === null ? null : ofColumns(place, at + 1, [label]);
}

/** Of some columns what is taken of them in turn. */
function ofColumns(place: Place, at: number, of: readonly string[]): PartsSeen {
  const part = place.memberAt(at) ?? '';
  const told = place.isCalled(at + 1)
    ? isCounted(place, at, part)
    : FORMAL.test(part) || place.isFirstOf(at, 'len');
  return seen([], { by: 'label', of, isForm: told });
}

function ofMethod(place: Place, at: number, part: string): PartsSeen | null {
  const isPlain = place.callOfNode(at + 2)?.list?.children.length === 2;
  if (ASKS_MISSING.test(part)) {
    return isPlain ? seen(['rows', 'labels', 'types']) : null;
  }
  if (part === 'get') {
    const { given = [] } = place.callOfNode(at + 2) ?? {};
    const of = given.length === 1 ? labelsOf(place.source, given[0]) : null;
    return of && seen(['labels'], { by: 'label', of, isForm: false });
  }
  const told = TOLD_BY_CALLS.get(part);
  if (told) {
    return isPlain ? seen(told) : null;
  }
  const columns =
    columnsOfMethod(place, at, part) ?? columnsOfMethodCall(place, at, part);
  return columns && seen(part === 'drop' ? ['labels'] : [], columns);
}

/** The columns that stand behind the comma of `df.loc[rows, columns]`. */
function columnsOf(
  source: string,
  columns: readonly Syntax[],
  isByPlace: boolean
): ColumnsSeen | null {
  if (isByPlace) {
    const of = placesOf(source, columns);
    return of && { by: 'place', of };
  }
  const of = columns.length === 1 ? labelsOf(source, columns[0]) : null;
  return of && { by: 'label', of, isForm: false };
}

/** `x.isna().sum()`: which values are lacking, and not which there are. */
function isCounted(place: Place, at: number, part: string): boolean {
  return (
    ASKS_MISSING.test(part) &&
    place.callOfNode(at + 2)?.list?.children.length === 2
  );
}

function seen(
  told: readonly (keyof PartsSeen)[],
  ...columns: readonly ColumnsSeen[]
): PartsSeen {
  return {
    rows: told.includes('rows'),
    labels: told.includes('labels'),
    types: told.includes('types'),
    columns
  };
}

/** Some of the rows, by what the mask itself reads. */
function isMasked(place: Place, at: number): boolean {
  const index = place.indexAt(at) ?? [];
  const [only] = index;
  return (
    (index.length === 1 && only !== undefined && isMask(only)) ||
    index.some(({ name }) => name === ':')
  );
}

function isCut(place: Place, at: number): boolean {
  return SOME_ROWS.test(place.memberAt(at) ?? '') && place.isCalled(at + 1);
}

/** True where something is stored under what begins with the name, or is deleted. */
function isChangedAt(place: Place): boolean {
  let at = 0;
  while (
    place.path[at + 1]?.name === 'MemberExpression' &&
    place.path[at + 1]?.children[0] === place.path[at]
  ) {
    at += 1;
  }
  const around = place.path[at + 1];
  return (
    place.isTarget(at) ||
    (around?.name === 'UpdateStatement' &&
      around.children[0] === place.path[at]) ||
    around?.name === 'DeleteStatement'
  );
}
