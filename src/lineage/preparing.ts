// Prepares the sources of one computation.
import {
  analyseNothing,
  MADE_OF_IT,
  type Analyse,
  type CellAnalysis
} from '../analysis';
import { meaningsFor, type Meanings } from './meanings';
import { NO_ENTRIES } from './nothing';
import { prepare } from './prepare';
import type { Prepared } from './prepared';

type Kept = CellAnalysis & { readonly [MADE_OF_IT]?: Prepared };

/** Reads sources by themselves, each once. */
export function reading(
  analyse: Analyse | undefined
): (source: string) => CellAnalysis {
  const known = new Map<string, CellAnalysis>();
  return source => {
    let analysis = known.get(source);
    if (!analysis) {
      analysis = (analyse ?? analyseNothing)(source);
      known.set(source, analysis);
    }
    return analysis;
  };
}

/** Prepares sources, each once; an analysis that is remembered need not be prepared again for another computation. */
export function preparing(
  analyse: Analyse | undefined,
  read = reading(analyse),
  meanings: Meanings = NO_ENTRIES
): (source: string) => Prepared {
  const known = new Map<string, Prepared>();
  return source => {
    let prepared = known.get(source);
    if (!prepared) {
      const alone = read(source);
      const told = meaningsFor(meanings, alone);
      const analysis = told && analyse ? analyse(source, told) : alone;
      prepared = preparedFrom(source, analysis);
      known.set(source, prepared);
    }
    return prepared;
  };
}

function preparedFrom(source: string, analysis: CellAnalysis): Prepared {
  const { [MADE_OF_IT]: known } = analysis as Kept;
  if (known?.source === source) {
    return known;
  }
  const value = prepare(source, analysis);
  Object.defineProperty(analysis, MADE_OF_IT, { value, writable: true });
  return value;
}
