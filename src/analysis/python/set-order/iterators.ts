// Functions of `itertools` that hand on what they go through.
import { textOf, type Call } from '../syntax-words';
import { wordSet } from '../word-set';

/** Their names, by which many cells import them. */
export const ITERATORS = wordSet(
  'accumulate chain combinations combinations_with_replacement cycle islice pairwise permutations product starmap zip_longest'
);

/** `itertools.product`, and under the short name that many give the module. */
export function isOfIterators(source: string, { owner, word }: Call): boolean {
  return (
    owner?.name === 'VariableName' &&
    /^(?:itertools|it)$/.test(textOf(source, owner)) &&
    ITERATORS.has(word)
  );
}
