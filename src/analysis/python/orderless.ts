// What calls look at of what they are given: no more than its form, or its items in whatever order they come.

import type { Syntax } from './syntax';
import { callOf, keywordOf, textOf, type Call } from './syntax-words';
import { wordSet } from './word-set';

const FORMAL = wordSet('len type isinstance issubclass callable bool hasattr');
const MAKING = wordSet('sorted set frozenset');
/** As builtins, or as functions of some module. */
const TAKING = wordSet(
  'sort unique any all sum fsum min max amin amax mean median std var pstdev stdev pvariance variance'
);
const METHODS = wordSet('sum min max mean median std var nunique count');
const PASSING = wordSet('list tuple iter reversed dict map filter');
const PARTS = wordSet('shape columns dtype dtypes info ndim size empty');

/**
 * What a function looks at. `form`: how much it is, or of what type. `members`: its items in any order. `ties`: the same, but
 * items that its `key` does not tell apart stay as they came. Null for more.
 */
export function lookOfCall(
  source: string,
  call: Call
): 'form' | 'members' | 'ties' | null {
  const { word, owner, list } = call;
  if (owner === null && FORMAL.has(word)) {
    return 'form';
  }
  if (!TAKING.has(word) && !(owner === null && MAKING.has(word))) {
    return null;
  }
  const key = /^(?:sorted|sort|min|max)$/.test(word)
    ? keywordOf(source, list, 'key')
    : undefined;
  return key === undefined || tellsApart(source, key, word.startsWith('sort'))
    ? 'members'
    : 'ties';
}

/** True for a method by which a value tells what does not hang on the order of its items. */
export function tellsMembers(word: string): boolean {
  return METHODS.has(word);
}

/** True for a builtin that hands on what it goes through. */
export function passesOn({ word, owner }: Call): boolean {
  return owner === null && PASSING.has(word);
}

/** True for an attribute that tells how much there is, of what types and under what names. */
export function isFormalPart(word: string): boolean {
  return PARTS.has(word);
}

/** Of keys by a function of its own we suppose that they do, unless it is a length; one greatest item is told by most. */
function tellsApart(source: string, key: Syntax, isSort: boolean): boolean {
  const isLambda = key.name === 'LambdaExpression';
  const measured = isLambda ? key.children[key.children.length - 1] : key;
  const word = callOf(source, measured)?.word ?? textOf(source, key);
  if (word === 'len') {
    return false;
  }
  return !isSort || isLambda || /^(?:str\b|int$|float$)/.test(word);
}
