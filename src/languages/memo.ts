// Analyses by source: the same cells are read again at every forecast, and by each part of an export.
import type { Analyse, CellAnalysis } from '../analysis';

/** How many analyses are remembered for one language. */
const CAPACITY = 6000;

/** What tells a source that is read with meanings from itself; no source holds this character. */
const BREAK = '\0';

/** The same function, which remembers what it was asked about most recently. */
export function memoised(analyse: Analyse, capacity = CAPACITY): Analyse {
  const known = new Map<string, CellAnalysis>();
  return (source, meanings) => {
    const key = meanings ? [source, ...meanings].join(BREAK) : source;
    const analysis = known.get(key) ?? analyse(source, meanings);
    known.delete(key);
    known.set(key, analysis);
    if (known.size > capacity) {
      known.delete(known.keys().next().value as string);
    }
    return analysis;
  };
}
