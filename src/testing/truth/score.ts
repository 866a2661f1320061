// Holds verdicts against labels.
import type { Label } from './label';

/** What a tool says about a cell; `unknown` where it does not tell. */
export type Said = Label | 'unknown';

/** How often each verdict was given for each label. */
export type Confusion = {
  readonly [label in Label]: { readonly [said in Said]: number };
};

/** What the counts amount to. A share of nothing is NaN. */
export type Score = {
  readonly cells: number;
  /** Of the cells said not to come out again, those that do not. */
  readonly precision: number;
  /** Of the cells that do not come out again, those that were said not to; an `unknown` is not a catch. */
  readonly recall: number;
  /** As `recall`, among the cells about which the tool told something. */
  readonly toldRecall: number;
  readonly unknown: number;
  /** Cells said not to come out again that do, in a hundred. */
  readonly alarmsPerHundred: number;
  readonly confusion: Confusion;
};

const LABELS: readonly Label[] = ['same', 'differs', 'fails', 'random'];
const SAID: readonly Said[] = [...LABELS, 'unknown'];

/** Scores pairs of what is true and what was said. */
export function scoreOf(
  pairs: readonly { readonly label: Label; readonly said: Said }[]
): Score {
  const count = (
    test: (pair: { label: Label; said: Said }) => boolean
  ): number => pairs.filter(test).length;
  const isFlagged = (said: Said): boolean =>
    said !== 'same' && said !== 'unknown';
  const hits = count(p => p.label !== 'same' && isFlagged(p.said));
  const alarms = count(p => p.label === 'same' && isFlagged(p.said));
  const positives = count(p => p.label !== 'same');
  const untold = count(p => p.label !== 'same' && p.said === 'unknown');
  const confusion = Object.fromEntries(
    LABELS.map(label => [
      label,
      Object.fromEntries(
        SAID.map(said => [
          said,
          count(p => p.label === label && p.said === said)
        ])
      )
    ])
  ) as Confusion;
  return {
    cells: pairs.length,
    precision: hits / (hits + alarms),
    recall: hits / positives,
    toldRecall: hits / (positives - untold),
    unknown: count(p => p.said === 'unknown') / pairs.length,
    alarmsPerHundred: (100 * alarms) / pairs.length,
    confusion
  };
}

/** One cell as the naive rule sees it. */
export type CountedCell = {
  /** The count in its prompt; null where it shows none. */
  readonly count: number | null;
  /** True when its source is not what ran. */
  readonly isEdited: boolean;
};

/** The rule that people use: counts have to increase down to a cell, and the cell must not have been edited since. */
export function saidByCounts(cells: readonly CountedCell[]): readonly Said[] {
  let highest = 0;
  let isIncreasing = true;
  return cells.map(({ count, isEdited }) => {
    if (count !== null) {
      isIncreasing &&= count > highest;
      highest = Math.max(highest, count);
    }
    return isIncreasing && !isEdited ? 'same' : 'differs';
  });
}
