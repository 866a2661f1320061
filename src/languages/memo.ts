// Analyses by source: the same cells are read again at every forecast, and by each part of an export.
import type { CellAnalysis } from '../analysis';

type Analyse = (source: string) => CellAnalysis;

/** How many analyses are remembered for one language. */
const CAPACITY = 6000;

/** The same function, which remembers the sources that it was asked about most recently. */
export function memoised(analyse: Analyse, capacity = CAPACITY): Analyse {
  const known = new Map<string, CellAnalysis>();
  return source => {
    const analysis = known.get(source) ?? analyse(source);
    known.delete(source);
    known.set(source, analysis);
    if (known.size > capacity) {
      known.delete(known.keys().next().value as string);
    }
    return analysis;
  };
}
