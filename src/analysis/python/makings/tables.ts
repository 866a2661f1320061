// Frames, series and what puts them side by side, by the calls of pandas that make them.

import type { Making } from '../../making';

import type { Syntax } from '../syntax';
import { labelOf } from '../access';
import { items, keywordOf, spreads, textOf, type Call } from '../syntax-words';

import type { Expressions } from './expressions';
import { labelsMade } from './labels-made';

/** The table that a call makes; null where it is none of these, or is given what is not followed. */
export function tableMade(
  source: string,
  call: Call,
  expressions: Expressions
): Making | null {
  const { word, owner, list } = call;
  const isOfPandas =
    owner?.name === 'VariableName' && expressions.moduleOf(owner) === 'pandas';
  if (!isOfPandas || spreads(list)) {
    return null;
  }
  switch (word) {
    case 'DataFrame':
      return frameMade(source, call, expressions);
    case 'Series':
      return seriesMade(source, call, expressions);
    case 'concat':
      return besideMade(source, call, expressions);
    default:
      return null;
  }
}

/** What a call is given under some names, in the order of its parameters; null where it is given more. */
function givenTo(
  source: string,
  { list, given }: Call,
  parameters: readonly string[]
): ReadonlyMap<string, Syntax> | null {
  const found = new Map<string, Syntax>();
  for (const name of parameters) {
    const value = keywordOf(source, list, name);
    if (value) {
      found.set(name, value);
    }
  }
  const named = new Set(found.values());
  given
    .filter(value => !named.has(value))
    .forEach((value, at) => {
      const name = parameters[at];
      if (name !== undefined && !found.has(name)) {
        found.set(name, value);
      }
    });
  return found.size === given.length ? found : null;
}

function frameMade(
  source: string,
  call: Call,
  expressions: Expressions
): Making | null {
  const given = givenTo(source, call, ['data', 'index', 'columns']);
  if (!given) {
    return null;
  }
  const [data, index, columns] = ['data', 'index', 'columns'].map(name =>
    given.get(name)
  );
  return {
    kind: 'frame',
    value: data ? expressions.making(data) : null,
    rows: index ? expressions.making(index) : null,
    labels: columns
      ? labelsMade(source, columns, expressions.making(columns))
      : null
  };
}

function seriesMade(
  source: string,
  call: Call,
  expressions: Expressions
): Making | null {
  const given = givenTo(source, call, ['data', 'index', 'dtype', 'name']);
  const data = given?.get('data');
  const index = given?.get('index');
  const name = given?.get('name');
  const label = name ? labelOf(source, name) : null;
  return data && !given?.has('dtype') && (label !== null || !name)
    ? {
        kind: 'series',
        value: expressions.making(data),
        rows: index ? expressions.making(index) : null,
        label
      }
    : null;
}

function besideMade(
  source: string,
  call: Call,
  expressions: Expressions
): Making | null {
  const given = givenTo(source, call, ['objs', 'axis']);
  const tables = given?.get('objs');
  const axis = given?.get('axis');
  const isBeside =
    tables?.name === 'ArrayExpression' &&
    !spreads(tables) &&
    axis !== undefined &&
    /^(?:1|'columns'|"columns")$/.test(textOf(source, axis));
  return isBeside
    ? {
        kind: 'beside',
        tables: expressions.all(items(tables))
      }
    : null;
}
