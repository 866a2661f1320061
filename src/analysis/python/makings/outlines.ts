// What the walk over a cell tells of its statements, as far as it takes part in how values are put together.

import type { Statement } from '../statement-facts';

/** One top-level statement. */
export type Outline = {
  readonly from: number;
  /** Names that it binds, or whose values it may change. */
  readonly writes: readonly string[];
};

/** Of all statements; null where one may end the cell in the middle. */
export function outlinesOf(
  statements: readonly Statement[]
): readonly Outline[] | null {
  return statements.some(({ mayLeave }) => mayLeave)
    ? null
    : statements.map(({ node, writes }) => ({
        from: node.from,
        writes: [...writes]
      }));
}
