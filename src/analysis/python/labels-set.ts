// Labels that are set once and for all: `x.rename(columns={'A': 'a'})`, `x.rename(columns=str.lower)`, `x.reset_index(drop=True)`.

import { stringContent } from './access';
import type { Syntax } from './syntax';
import { textOf, type Call } from './syntax-words';

/** What makes a text of another that it leaves as it is. */
const CASING = /^str\.(?:lower|upper|strip|casefold|title|capitalize)$/;

/** True for a call that gives labels which the same call leaves alone. */
export function setsLabels(source: string, { word, list }: Call): boolean {
  const given = keywordsIn(source, list?.children ?? []);
  if (given === null) {
    return false;
  }
  const keys = [...given.keys()].filter(key => key !== 'inplace');
  const are = (
    wanted: RegExp,
    isSettled: (value: Syntax) => boolean
  ): boolean =>
    keys.length > 0 &&
    keys.every(key => {
      const value = given.get(key);
      return wanted.test(key) && value !== undefined && isSettled(value);
    });
  return word === 'rename'
    ? are(/^(?:columns|index)$/, value => isSettling(source, value))
    : word === 'reset_index' &&
        are(/^drop$/, value => textOf(source, value) === 'True');
}

/** The arguments by their keywords; null where one has none. */
function keywordsIn(
  source: string,
  children: readonly Syntax[]
): ReadonlyMap<string, Syntax> | null {
  const found = new Map<string, Syntax>();
  const parts = children.filter(({ name }) => !/^[(),]$/.test(name));
  for (let at = 0; at < parts.length; at += 3) {
    const [key, sign, value] = parts.slice(at, at + 3);
    if (!key || sign?.name !== 'AssignOp' || !value) {
      return null;
    }
    found.set(textOf(source, key), value);
  }
  return found;
}

/** A method of texts, or a table of texts that gives nothing under which it finds something else. */
function isSettling(source: string, value: Syntax): boolean {
  if (value.name !== 'DictionaryExpression') {
    return CASING.test(textOf(source, value));
  }
  const parts = value.children.filter(({ name }) => !/^[{},:]$/.test(name));
  const texts = parts.map(one =>
    one.name === 'String' ? stringContent(textOf(source, one)) : null
  );
  const table = new Map<string, string>();
  for (let at = 0; at < texts.length; at += 2) {
    const key = texts[at] ?? null;
    const other = texts[at + 1] ?? null;
    if (key === null || other === null) {
      return false;
    }
    table.set(key, other);
  }
  return [...table.values()].every(one => (table.get(one) ?? one) === one);
}
