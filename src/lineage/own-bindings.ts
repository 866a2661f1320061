// Names that a cell binds itself without its source telling: a star import that the rest of the cell goes on to use.
import type { Observation } from './observation';
import type { Prepared } from './prepared';
import type { World } from './world';

/** What a star import or its like in the cell itself binds, nobody else has to. */
export function withoutOwn(
  { knowledge }: World,
  prepared: Prepared,
  seen: Observation
): Observation {
  const { bindsUnknown, normalised } = prepared;
  if (!bindsUnknown) {
    return seen;
  }
  const bound = knowledge.boundBySource.get(
    knowledge.kin.of(prepared).normalised
  );
  const own = new Set(
    seen.reads
      .filter(({ name, version }) =>
        bound
          ? bound.has(name)
          : !version || version.baseStep.prepared.normalised === normalised
      )
      .map(({ name }) => name)
  );
  return {
    ...seen,
    reads: seen.reads.filter(({ name }) => !own.has(name)),
    absent: seen.absent.filter(name => !own.has(name))
  };
}
