// Plain source -> its tree, by descent: several times as fast as the grammar's tables, of which it knows what most code is made of.

import type { Syntax } from '../syntax';

import { readScript } from './compounds';
import { LOST, readerOf } from './reader';

/** Line ends that are none to the grammar where they stand, and a sign that it takes for a blank. */
const ODD = /[\r\f]/;

/** The tree that the grammar gives, which is told by a spec; null for what is left to the grammar: errors, and all that is rare. */
export function descend(source: string): Syntax | null {
  if (ODD.test(source)) {
    return null;
  }
  try {
    return readScript(readerOf(source));
  } catch (error) {
    if (error === LOST || error instanceof RangeError) {
      return null;
    }
    throw error;
  }
}
