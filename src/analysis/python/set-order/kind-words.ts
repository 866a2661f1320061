// Words by which code tells that something is a text, texts, or a set.
import { wordSet } from '../word-set';

/** Methods that give a text, whatever they belong to. */
export const TEXT_METHODS = wordSet(
  'join lower upper strip lstrip rstrip title capitalize casefold swapcase zfill format removeprefix removesuffix translate read_text'
);
/** Methods of texts that give several. */
export const TEXTS_METHODS = wordSet('split rsplit splitlines');
/** Functions that give a text. */
export const TEXT_CALLS = wordSet(
  'str repr chr input ascii hex bin oct format'
);
/** Functions that give tables whose keys are names. */
export const NAME_TABLES = wordSet('globals locals vars');
/** Functions that give what they are handed, one by one. */
export const SAME_ITEMS = wordSet('list tuple sorted reversed iter');
/** Of columns and arrays: what they give has the members that they have. */
export const SAME_MEMBERS = wordSet(
  'unique tolist to_list dropna drop_duplicates'
);
/** Methods of sets that give one. */
export const SET_METHODS = wordSet(
  'union intersection difference symmetric_difference copy'
);
/** Operators between sets that give one. */
export const SET_SIGNS = wordSet('- & | ^');
/** How the tree calls texts. */
export const STRINGS = wordSet('String FormatString ContinuedString');
/** How it calls lists, tuples and tables that are written out. */
export const DISPLAYS = /^(?:Array|Tuple|Dictionary)Expression$/;
/** How it calls those of which a clause makes the items. */
export const COMPREHENSIONS =
  /^(?:(?:Array|Dictionary)?ComprehensionExpression)$/;
