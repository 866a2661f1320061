// What methods change of a table, in place or in a copy.

import type { Making } from '../../making';

import { labelFor, labelOf } from '../access';
import { droppedBy } from '../parts-of-methods';
import type { Syntax } from '../syntax';
import { isSign, keywordOf, textOf, wordOf, type Call } from '../syntax-words';

import { renamingOf } from './labels-made';

/** The table after a call that changes it in place; null where nobody tells. */
export function changedInPlace(
  source: string,
  call: Call,
  table: Making,
  making: (node: Syntax) => Making
): Making | null {
  const { word, given, list } = call;
  if (word === 'insert') {
    const [place, name, value, ...more] = given;
    const at = place ? Number(textOf(source, place)) : NaN;
    const label = labelOf(source, name);
    const isTold = value && more.length === 0 && isUnnamed(call);
    return isTold && label !== null && Number.isInteger(at) && at >= 0
      ? {
          kind: 'with',
          table,
          entry: { label, value: making(value) },
          at,
          isAttribute: false
        }
      : null;
  }
  if (word === 'pop') {
    const [only, ...more] = given;
    const label = more.length === 0 ? labelOf(source, only) : null;
    return label !== null && only?.name === 'String'
      ? { kind: 'columns', table, labels: [label], isWithout: true }
      : null;
  }
  const inPlace = keywordOf(source, list, 'inplace');
  return inPlace && textOf(source, inPlace) === 'True'
    ? changedBy(source, call, table)
    : null;
}

/** The changed copy that a call gives; null where nobody tells. */
export function changedCopy(
  source: string,
  call: Call,
  table: Making,
  making: (node: Syntax) => Making
): Making | null {
  const { word, given, list } = call;
  if (keywordOf(source, list, 'inplace')) {
    return null;
  }
  if (word === 'copy') {
    return given.length === 0 ? table : null;
  }
  return word === 'assign'
    ? assigned(source, call, table, making)
    : changedBy(source, call, table);
}

function changedBy(source: string, call: Call, table: Making): Making | null {
  const { word, list } = call;
  if (word === 'drop') {
    const labels = droppedBy(source, call);
    return labels && { kind: 'columns', table, labels, isWithout: true };
  }
  if (word === 'rename') {
    const columns = keywordOf(source, list, 'columns');
    const others = call.given.filter(
      value => value !== columns && value !== keywordOf(source, list, 'inplace')
    );
    const names = others.length === 0 ? renamingOf(source, columns) : null;
    return names && { kind: 'renamed', table, names };
  }
  return null;
}

/** `df.assign(a=…, b=…)` */
function assigned(
  source: string,
  { list, given }: Call,
  table: Making,
  making: (node: Syntax) => Making
): Making | null {
  let changed = table;
  for (const value of given) {
    const word = wordOf(source, list, value);
    if (word === null) {
      return null;
    }
    const entry = { label: labelFor(word), value: making(value) };
    changed = {
      kind: 'with',
      table: changed,
      entry,
      at: null,
      isAttribute: false
    };
  }
  return changed;
}

function isUnnamed({ list }: Call): boolean {
  return !list?.children.some(({ name }) => isSign(name) && name !== ',');
}
