import { withSortedBraces } from './brace-order';
import type { FormRule } from './text-rule';

/** Entries of a dict: two dicts with the same entries are equal. */
export const dictOrder: FormRule = {
  id: 'dict-order',
  label: 'the order of a dict',
  blind: 'It cannot see that a dict was shown for the order of its entries.',
  kind: 'form',
  normalise: text => withSortedBraces(text, 'dict')
};
