// In-place changes that a source or a body makes, as lineage follows them.
import type { Drawn, Update } from '../analysis';
import { WHOLE, type PreparedUpdate } from './prepared';
import { sightsOf } from './prepared-reads';

/** Prepares an update that a cell or a function's body makes. */
export function prepareUpdate(update: Update): PreparedUpdate {
  const { name, isReplacement } = update;
  const part = update.path ?? (isReplacement ? WHOLE : null);
  return {
    name,
    part,
    isReplacement,
    isSure: update.certainty !== 'possible',
    isSilent: update.certainty === 'certain',
    ...(update.spares && { spares: update.spares }),
    sights: sightsOf(name, part, update.replaced)
  };
}

/** What drawing on a value changes, where that is axes. */
export function drawing({ name }: Drawn): PreparedUpdate {
  return {
    name,
    part: null,
    isReplacement: false,
    isSure: true
  };
}
