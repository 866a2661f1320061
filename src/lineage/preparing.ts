// Prepares the sources of one computation.
import { analyseNothing, type CellAnalysis } from '../analysis';
import { prepare } from './prepare';
import type { Prepared } from './prepared';

/** Prepares sources, each once. */
export function preparing(
  analyse: ((source: string) => CellAnalysis) | undefined
): (source: string) => Prepared {
  const known = new Map<string, Prepared>();
  return source => {
    let prepared = known.get(source);
    if (!prepared) {
      prepared = prepare(source, (analyse ?? analyseNothing)(source));
      known.set(source, prepared);
    }
    return prepared;
  };
}
