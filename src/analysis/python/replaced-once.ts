// Values that are replaced once and for all: `x.replace("?", np.nan)`.

import { stringContent } from './access';
import type { Syntax } from './syntax';
import { hasCall, keywordOf, nodesIn, textOf, type Call } from './syntax-words';

/** True for `x.replace("?", np.nan)` and `x.replace({"M": "Male"})`: nothing of what it puts there is replaced. */
export function replacesOnce(
  source: string,
  { word, given, list }: Call
): boolean {
  const [old, by, ...others] = given.filter(one => !isFlag(source, one));
  if (
    word !== 'replace' ||
    !old ||
    hasCall(old) ||
    others.length > 0 ||
    !list
  ) {
    return false;
  }
  if (!by) {
    const isPattern = keywordOf(source, list, 'regex') !== undefined;
    return (
      old.name === 'DictionaryExpression' && isTable(source, old, isPattern)
    );
  }
  return (
    /^(?:Number|String|ArrayExpression)$|^MemberExpression$/.test(old.name) &&
    (by.name === 'None' ||
      /^(?:np|numpy|pd)\.(?:nan|NaN|NA)$/.test(textOf(source, by)) ||
      (by.name === 'Number' &&
        nodesIn(old).every(
          one =>
            one.name !== 'VariableName' &&
            textOf(source, one) !== textOf(source, by)
        )))
  );
}

const isFlag = (source: string, one: Syntax): boolean =>
  one.name === 'Boolean' && textOf(source, one) === 'True';

/** A table of constants that gives nothing under which it, or one of its patterns, finds something. */
function isTable(
  source: string,
  { children }: Syntax,
  isPattern: boolean
): boolean {
  const parts = children.filter(({ name }) => !/^[{},:]$/.test(name));
  const texts = parts.map(one => {
    const text = textOf(source, one);
    return one.name === 'String' ? (stringContent(text) ?? null) : text;
  });
  const isConstant = parts.every(({ name }) =>
    /^(?:Number|String|None|Boolean)$/.test(name)
  );
  const keys = texts.filter((_, at) => at % 2 === 0);
  const values = texts.filter((_, at) => at % 2 === 1);
  return (
    isConstant &&
    parts.length > 0 &&
    values.every(
      one =>
        !keys.includes(one) &&
        !(isPattern && one && keys.some(key => mayFind(key, one)))
    )
  );
}

/** True for a pattern that is no plain text, but for signs of its own, or is a part of the other. */
function mayFind(pattern: string | null, text: string): boolean {
  return (
    pattern === null ||
    !/^(?:[\w\s,;:'"!@#%&=~<>/-]|\\[$.()?+*-])*$/.test(pattern) ||
    text.includes(pattern.replace(/\\/g, ''))
  );
}
