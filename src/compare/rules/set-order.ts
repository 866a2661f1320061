import { withSortedBraces } from './brace-order';
import type { FormRule } from './text-rule';

/** Items of a set, which have no order of their own. */
export const setOrder: FormRule = {
  id: 'set-order',
  label: 'the order of a set',
  blind:
    'It cannot see that braces in a text of the user’s own mean something in their order.',
  kind: 'form',
  normalise: text => withSortedBraces(text, 'set')
};
