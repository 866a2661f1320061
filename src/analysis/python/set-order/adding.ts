// Words of calls that add to what there is, and that show something.

import { wordSet } from '../word-set';

/** Methods that add their arguments at an end, or at a place. */
export const ADDING = wordSet(
  'append appendleft extend insert write writelines put send'
);

/** Functions that show their arguments. */
export const SHOWING = wordSet('print display');
