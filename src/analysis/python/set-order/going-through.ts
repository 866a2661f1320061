// What calls do with the order of what they are given.

import { itemBefore } from '../neighbours';
import { lookOfCall } from '../orderless';
import type { Syntax } from '../syntax';
import { textOf, type Call } from '../syntax-words';
import { isOfIterators, ITERATORS } from './iterators';
import { wordSet } from '../word-set';

/** A call, as far as orders go. */
export type GoingThrough = {
  /** True where the order does not count, whatever comes of it. */
  readonly takesAny: boolean;
  /** What it goes through, now or when its result is gone through; of a call that takes any order nothing. */
  readonly gone: readonly Syntax[];
  /** True where the places of elements come with them. */
  readonly isPlaced: boolean;
  /** True where it writes out what it is given. */
  readonly isShown: boolean;
  /** True where it hands on the order, and no more, to whoever gets its result. */
  readonly handsOn: boolean;
  /** True where it takes one element. */
  readonly picks: boolean;
};

const SHOWING = wordSet('print str repr format display');
const PASSING = wordSet(
  'print str repr format display list tuple iter enumerate zip reversed deque dict Counter OrderedDict'
);
const PLACING = wordSet('enumerate zip');
const LATER = wordSet('map filter');
const DISPLAYS = /^(?:Array|Tuple|Dictionary|Set|Parenthesized)Expression$/;
const METHODS = wordSet('join extend fromkeys writelines format');

/** Tells it by the name of the callee. */
export function goingThrough(source: string, call: Call): GoingThrough {
  const { word, owner, given } = call;
  if (owner && !isOfIterators(source, call)) {
    return METHODS.has(word) || (word === 'update' && isCounter(source, owner))
      ? { ...NOTHING, gone: given }
      : NOTHING;
  }
  const look = lookOfCall(source, call);
  const isLater = LATER.has(word);
  const handsOn =
    isLater || look === 'ties' || PASSING.has(word) || ITERATORS.has(word);
  return {
    takesAny: look === 'form' || look === 'members',
    gone: handsOn ? given.slice(isLater ? 1 : 0) : [],
    isPlaced: PLACING.has(word),
    isShown: SHOWING.has(word),
    handsOn,
    picks: word === 'next'
  };
}

/** True for a name that the code gives a table which keeps the order in which its keys came. */
function isCounter(source: string, owner: Syntax): boolean {
  return (
    owner.name === 'VariableName' &&
    new RegExp(
      `(?<![\\w.])${textOf(source, owner)}\\s*=\\s*(?:collections\\.)?(?:Counter|OrderedDict)\\(`
    ).test(source)
  );
}

/** What stands in displays, those that stand in these included. */
export function partsOfDisplays(node: Syntax): readonly Syntax[] {
  return DISPLAYS.test(node.name)
    ? node.children.flatMap(child => [child, ...partsOfDisplays(child)])
    : [];
}

/** What is spread between brackets. */
export function starredIn({ children }: Syntax): readonly Syntax[] {
  return children.some(isStar)
    ? children.filter((_, at) => itemBefore(children, at)?.name === '*')
    : NO_NODES;
}

const NO_NODES: readonly Syntax[] = [];

function isStar({ name }: Syntax): boolean {
  return name === '*';
}

const NOTHING: GoingThrough = {
  takesAny: false,
  gone: [],
  isPlaced: false,
  isShown: false,
  handsOn: false,
  picks: false
};
