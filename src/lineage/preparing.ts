// Prepares the sources of one computation.
import { analyseNothing, type CellAnalysis } from '../analysis';
import { prepare } from './prepare';
import type { Prepared } from './prepared';

/** Under this an analysis keeps what was prepared of it, where neither copies nor comparisons look. */
const PREPARED = Symbol('prepared');

type Kept = CellAnalysis & { readonly [PREPARED]?: Prepared };

/** Prepares sources, each once; an analysis that is remembered need not be prepared again for another computation. */
export function preparing(
  analyse: ((source: string) => CellAnalysis) | undefined
): (source: string) => Prepared {
  const known = new Map<string, Prepared>();
  return source => {
    let prepared = known.get(source);
    if (!prepared) {
      prepared = preparedFrom(source, (analyse ?? analyseNothing)(source));
      known.set(source, prepared);
    }
    return prepared;
  };
}

function preparedFrom(source: string, analysis: CellAnalysis): Prepared {
  const { [PREPARED]: known } = analysis as Kept;
  if (known?.source === source) {
    return known;
  }
  const value = prepare(source, analysis);
  Object.defineProperty(analysis, PREPARED, { value, configurable: true });
  return value;
}
