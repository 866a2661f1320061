// The verdicts of one file, added up.
import type { Verdict } from '../lineage';
import type { Checked } from './findings';

/** How many cells have each verdict, and how many findings there are. */
export type Summary = { readonly [verdict in Verdict]: number } & {
  readonly cells: number;
  readonly findings: number;
  /** Hazards that change no output here and now. */
  readonly advice: number;
  /** Sentences about what the file leaves open. */
  readonly notes: readonly string[];
};

/** Adds up one file. */
export function summaryOf({ cells, hazards, notes }: Checked): Summary {
  const count = (wanted: Verdict): number =>
    cells.filter(({ verdict }) => verdict === wanted).length;
  return {
    cells: cells.length,
    same: count('same'),
    differs: count('differs'),
    fails: count('fails'),
    random: count('random'),
    unrun: count('unrun'),
    unknown: count('unknown'),
    findings: hazards.filter(({ isAdvice }) => !isAdvice).length,
    advice: hazards.filter(({ isAdvice }) => isAdvice).length,
    notes
  };
}
