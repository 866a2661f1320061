// Texts that are cleaned once and for all: `x.str.strip().str.lower().str.replace(" ", "_")`, `[w for w in x if w not in stop]`.

import { stringContent } from './access';
import { isSameCode } from './same-code';
import type { Syntax } from './syntax';
import {
  callOf,
  hasCall,
  keywordOf,
  nodesIn,
  textOf,
  withoutParentheses,
  type Call
} from './syntax-words';

const CASING = /^(?:lower|upper|title|capitalize|casefold)$/;
/** What goes by where words, or the text, begin: somewhere else once signs are gone. */
const BEGINNING = /^(?:title|capitalize)$/;
const TRIMMING = /^[lr]?strip$/;
/** What looks at one value and changes nothing. */
const ASKING =
  /^(?:len|isinstance|int|float|str|abs|lower|upper|strip|startswith|endswith|is(?:alpha|alnum|digit|numeric|upper|lower|space|title))$/;
const MAKING = /^(?:int|float|str|round)$/;

/** True where a value is made of its target by such steps; `own` are names that the cell gives another value. */
export function settlesTexts(
  source: string,
  target: Syntax,
  value: Syntax,
  own: ReadonlySet<string>
): boolean {
  return (
    isCleaned(source, target, value) ||
    isMapped(source, target, value) ||
    isPicked(source, target, value, own)
  );
}

/** What is replaced, by what. */
type Step = {
  readonly word: string;
  readonly old: string;
  readonly by: string;
};

/** A chain of methods of texts, none of which has anything to do after another. */
function isCleaned(source: string, target: Syntax, value: Syntax): boolean {
  const steps: Step[] = [];
  let node = withoutParentheses(value);
  while (!isSameCode(source, withoutAccess(source, node), target)) {
    const call = callOf(source, withoutAccess(source, node));
    const step = call?.owner ? stepOf(source, call) : null;
    if (!call?.owner || !step) {
      return false;
    }
    steps.unshift(step);
    node = withoutParentheses(call.owner);
  }
  const replaced = steps.filter(({ word }) => word === 'replace');
  const cased = new Set(
    steps.map(({ word }) => word).filter(word => CASING.test(word))
  );
  const begun = steps.findIndex(({ word }) => BEGINNING.test(word));
  const trims = steps.findIndex(({ word }) => TRIMMING.test(word));
  return (
    steps.length > 0 &&
    cased.size <= 1 &&
    !(
      begun >= 0 &&
      steps
        .slice(begun)
        .some(
          ({ word }) =>
            word === 'replace' ||
            (steps[begun]?.word === 'capitalize' && TRIMMING.test(word))
        )
    ) &&
    replaced.every(
      ({ old, by }) =>
        old !== '' &&
        !(cased.size > 0 && /[^\W\d_]/u.test(old + by)) &&
        !(trims >= 0 && /\s/.test(by)) &&
        replaced.every(other =>
          [...by].every(sign => !other.old.includes(sign))
        )
    ) &&
    !(
      trims >= 0 &&
      steps.slice(trims).some(({ word, by }) => word === 'replace' && by === '')
    )
  );
}

function stepOf(source: string, { word, given }: Call): Step | null {
  if (CASING.test(word) || TRIMMING.test(word)) {
    return given.length === 0 ? { word, old: '', by: '' } : null;
  }
  const [old, by] = given.map(one =>
    one.name === 'String' ? stringContent(textOf(source, one)) : null
  );
  return word === 'replace' && typeof old === 'string' && typeof by === 'string'
    ? { word, old: old.replace(/^\\s[+*]?$/, ' '), by }
    : null;
}

/** `x.map(str.strip)`, `x.apply(lambda v: v.strip().lower())`. */
function isMapped(source: string, target: Syntax, value: Syntax): boolean {
  const call = callOf(source, value);
  const [made, ...others] = call?.given ?? [];
  if (
    !call?.owner ||
    !made ||
    others.length > 0 ||
    !/^(?:map|apply|applymap)$/.test(call.word) ||
    !isSameCode(source, withoutAccess(source, call.owner), target)
  ) {
    return false;
  }
  if (made.name !== 'LambdaExpression') {
    return /^(?:str|int|float|str\.(?:lower|upper|title|capitalize|strip))$/.test(
      textOf(source, made)
    );
  }
  const [, parameters, , body] = made.children;
  const [parameter, ...more] = parameters?.children ?? [];
  return (
    parameter !== undefined &&
    more.length === 0 &&
    body !== undefined &&
    isMade(source, parameter, body)
  );
}

/** `v.strip()`, `int(v)`. */
function isMade(source: string, value: Syntax, made: Syntax): boolean {
  const call = callOf(source, made);
  const [first, ...others] = call?.given ?? [];
  return (
    isCleaned(source, value, made) ||
    (call !== null &&
      call.owner === null &&
      MAKING.test(call.word) &&
      first !== undefined &&
      isSameCode(source, first, value) &&
      others.every(({ name }) => name === 'Number'))
  );
}

/** `[v for v in x if v != ""]`, `[v.lower() for v in x]`, and lists of such lists. */
function isPicked(
  source: string,
  target: Syntax,
  { name, children }: Syntax,
  own: ReadonlySet<string>
): boolean {
  const [, made, , value, , all, word, condition, end] = children;
  if (
    name !== 'ArrayComprehensionExpression' ||
    !made ||
    value?.name !== 'VariableName' ||
    !all ||
    !isSameCode(source, all, target)
  ) {
    return false;
  }
  if (word?.name !== 'if') {
    return (
      word?.name === ']' &&
      (isMade(source, value, made) || isPicked(source, value, made, own))
    );
  }
  return (
    end?.name === ']' &&
    condition !== undefined &&
    isSameCode(source, made, value) &&
    asks(source, target, condition, own)
  );
}

/** True for what looks at nothing that the cell changes. */
function asks(
  source: string,
  target: Syntax,
  condition: Syntax,
  own: ReadonlySet<string>
): boolean {
  const roots = new Set(
    nodesIn(target)
      .filter(({ name }) => name === 'VariableName')
      .map(node => textOf(source, node))
  );
  return nodesIn(condition).every(node => {
    const call = callOf(source, node);
    if (node.name === 'CallExpression') {
      return call !== null && ASKING.test(call.word);
    }
    const name = node.name === 'VariableName' ? textOf(source, node) : '';
    return !roots.has(name) && !own.has(name);
  });
}

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

/** The value before `.str`. */
function withoutAccess(source: string, node: Syntax): Syntax {
  const [owner, sign, last] = node.children;
  return owner && sign?.name === '.' && last && textOf(source, last) === 'str'
    ? owner
    : node;
}
