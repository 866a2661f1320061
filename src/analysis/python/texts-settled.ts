// Texts that are cleaned once and for all: `x.str.strip().str.lower().str.replace(" ", "_")`, `[w for w in x if w not in stop]`.

import { stringContent } from './access';
import { isSameCode } from './same-code';
import { withoutAccess } from './settled-code';
import type { Syntax } from './syntax';
import {
  callOf,
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
const ACCESSOR = /^str$/;

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
  while (!isSameCode(source, withoutAccess(source, node, ACCESSOR), target)) {
    const call = callOf(source, withoutAccess(source, node, ACCESSOR));
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
    !isSameCode(source, withoutAccess(source, call.owner, ACCESSOR), target)
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
