// Prepares the sources of one computation.
import type { CellAnalysis } from '../analysis';
import { notAnalysed, prepare, type Prepared } from './prepare';

/** Prepares sources, each once. */
export function preparing(
  analyse: ((source: string) => CellAnalysis) | undefined
): (source: string) => Prepared {
  const known = new Map<string, Prepared>();
  return source => {
    let prepared = known.get(source);
    if (!prepared) {
      prepared = prepare(source, (analyse ?? notAnalysed)(source));
      known.set(source, prepared);
    }
    return prepared;
  };
}
