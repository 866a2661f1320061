// What code that settles a value has besides its steps: ways to reach it, and constants that it is handed.

import type { Syntax } from './syntax';
import { hasCall, nodesIn, textOf } from './syntax-words';

/** The value before an accessor, as `.str`, whose name the pattern finds; the node itself where there is none. */
export function withoutAccess(
  source: string,
  node: Syntax,
  accessors: RegExp
): Syntax {
  const [owner, sign, last] = node.children;
  return owner &&
    sign?.name === '.' &&
    last &&
    accessors.test(textOf(source, last))
    ? owner
    : node;
}

/** True when nothing in the arguments hangs on other values; `types` finds names that mean the same wherever they stand. */
export function areConstant(
  source: string,
  given: readonly Syntax[],
  types: RegExp
): boolean {
  return given.every(
    one =>
      !hasCall(one) &&
      nodesIn(one).every(
        node => node.name !== 'VariableName' || types.test(textOf(source, node))
      )
  );
}
