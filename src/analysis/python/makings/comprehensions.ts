// What comprehensions make: as many items as they go through, where no condition leaves some out.

import type { Making } from '../../making';

import type { Syntax } from '../syntax';
import { mentions, textOf } from '../syntax-words';

import type { Expressions } from './expressions';

/** `[f(…) for x in xs]`, `[x for x in xs if …]`; null for others. */
export function comprehensionMade(
  node: Syntax,
  expressions: Expressions
): Making | null {
  const { source } = expressions;
  const [, item, keyword, variable, word, over, ...rest] = node.children;
  const isPlain =
    keyword?.name === 'for' &&
    word?.name === 'in' &&
    variable?.name === 'VariableName' &&
    !rest.some(({ name }) => name === 'for');
  if (!isPlain || !item || !over) {
    return null;
  }
  const bound = textOf(source, variable);
  if (rest.some(({ name }) => name === 'if')) {
    return expressions.sizedByItself(node, bound);
  }
  const names = new Set([bound]);
  const through = expressions.making(over);
  const isSame =
    !mentions(source, item, names) && !mentions(source, over, names);
  return expressions.made(
    node,
    isSame ? { like: [expressions.making(item), through], sizes: [] } : null,
    { bound }
  );
}
