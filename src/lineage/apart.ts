// Which sights of a source serve none of the statements that one of its values hangs on.
import type { CellAnalysis, Origin } from '../analysis';
import { NONE } from './nothing';
import type { PreparedRead, PreparedUpdate } from './prepared';

/** What sights of a source there are. */
type Sights = {
  readonly reads: readonly PreparedRead[];
  readonly updates: readonly PreparedUpdate[];
};

/** Ids of the sights that stand in other statements alone, and of which no change looks at the same. */
export function sightsApart(
  { normalised }: Pick<CellAnalysis, 'normalised'>,
  { reads, updates }: Sights,
  { text, statements }: Origin
): readonly string[] {
  if (text === normalised) {
    return NONE;
  }
  const changed = new Set(
    updates.flatMap(({ sights }) =>
      sights ? [sights.own.id, sights.former.id] : []
    )
  );
  return reads
    .filter(
      ({ id, at }) =>
        !changed.has(id) &&
        at.every(place =>
          statements.every(({ from, to }) => place < from || place >= to)
        )
    )
    .map(({ id }) => id);
}
