// What calls make, by what is known of the functions and methods that they name.

import type { Making } from '../../making';

import { labelFor } from '../access';
import { builtinNames } from '../builtins';
import type { Syntax } from '../syntax';
import { callOf, keywordOf, textOf, wordOf, type Call } from '../syntax-words';

import type { Expressions } from './expressions';
import {
  AS_TOLD,
  HOLDING,
  LEAVING_OUT,
  METHODS_OF_EACH,
  OF_EACH,
  READING_FRAMES
} from './known-calls';
import { dictOf } from './labels-made';
import { drawsNumbers } from './sizes';
import { changedCopy } from './table-methods';
import { tableMade } from './tables';

/** What a call makes; null where nothing is known of it. */
export function callMade(
  node: Syntax,
  expressions: Expressions
): Making | null {
  const { source } = expressions;
  const call = callOf(source, node);
  if (!call) {
    return null;
  }
  const { word, owner, given, list } = call;
  if (owner === null && builtinNames.has(word)) {
    return callOfBuiltin(node, call, expressions);
  }
  const module = owner ? expressions.moduleOf(owner) : null;
  const table =
    tableMade(source, call, expressions) ?? copyOf(call, expressions);
  if (table) {
    return table;
  }
  if (LEAVING_OUT.has(word) || lacksSome(source, call)) {
    return expressions.sizedByItself(node);
  }
  if (keywordOf(source, list, 'out') !== undefined) {
    return null;
  }
  if (drawsNumbers(call, expressions)) {
    const sizes = expressions.all(given);
    return expressions.made(node, { like: [], sizes });
  }
  if (module === 'numpy' && OF_EACH.has(word)) {
    const like = expressions.all(given);
    return expressions.made(node, { like, sizes: [] });
  }
  if (module === 'numpy' && AS_TOLD.has(word)) {
    const told = word === 'full' ? 1 : given.length;
    const like = expressions.all(given.slice(told));
    const sizes = expressions.all(given.slice(0, told));
    return expressions.made(node, { like, sizes });
  }
  if (module === 'pandas' && READING_FRAMES.has(word)) {
    return expressions.made(node, null, { isFrame: true });
  }
  if (!owner || module !== null) {
    return null;
  }
  if (METHODS_OF_EACH.has(word)) {
    const like = expressions.all([owner, ...given]);
    return expressions.made(node, { like, sizes: [] });
  }
  return word === 'reshape'
    ? expressions.made(node, {
        like: [expressions.making(owner)],
        sizes: expressions.all(given)
      })
    : null;
}

/** `np.where(mask, x, np.nan)`: which values are lacking hangs on the mask. */
function lacksSome(source: string, { word, given }: Call): boolean {
  return (
    /^(?:where|mask)$/.test(word) &&
    given.some(one =>
      /^(?:None|(?:\w+\.)?(?:nan|NaN|NA))$/.test(textOf(source, one))
    )
  );
}

function callOfBuiltin(
  node: Syntax,
  { word, given, list }: Call,
  expressions: Expressions
): Making | null {
  const [only, ...others] = given;
  if (word === 'dict' && only) {
    const entries = given.map(value => {
      const word = wordOf(expressions.source, list, value);
      const label = word === null ? null : labelFor(word);
      return [label, expressions.making(value)] as const;
    });
    return dictOf(entries);
  }
  if (word === 'set' || word === 'frozenset') {
    return expressions.sizedByItself(node);
  }
  if (word === 'range') {
    return expressions.made(node, { like: [], sizes: expressions.all(given) });
  }
  return only && others.length === 0 && HOLDING.has(word)
    ? expressions.made(node, { like: [expressions.making(only)], sizes: [] })
    : null;
}

/** `df.copy()`, `df.drop(columns="a")` and the like. */
function copyOf(call: Call, expressions: Expressions): Making | null {
  const { owner } = call;
  return owner && expressions.moduleOf(owner) === null
    ? changedCopy(expressions.source, call, expressions.making(owner), value =>
        expressions.making(value)
      )
    : null;
}
