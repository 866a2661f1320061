// What the repeats of a replay say together: mean and spread of numbers, and the cells that vary.
import { compareRecords, USUAL_TOLERANCE, worstOf } from '../compare';
import type { CellId, CellOutcome, MetricSpread } from '../model';
import { namedNumbers } from './numbers';
import type { Pass } from './pass';
import type { ReplayStep } from './replay-request';

/** Scalars that a probe told, and what cells say beside a name, over all repeats in which they came up. */
export function spreadOf(
  steps: readonly ReplayStep[],
  passes: readonly Pass[]
): MetricSpread[] {
  return steps.flatMap((step, index) => {
    const values = new Map<string, number[]>();
    for (const { outcomes, outputs } of passes) {
      const told = Object.entries(outcomes[index]?.metrics ?? {});
      const said = namedNumbers(outputs[index] ?? []);
      for (const [name, value] of new Map([...said, ...told])) {
        if (Number.isFinite(value)) {
          values.set(name, [...(values.get(name) ?? []), value]);
        }
      }
    }
    return [...values].map(([name, numbers]) => ({
      name,
      cellId: step.cellId,
      ...meanOf(numbers)
    }));
  });
}

function meanOf(
  numbers: readonly number[]
): Pick<MetricSpread, 'count' | 'mean' | 'deviation'> {
  const count = numbers.length;
  const mean = numbers.reduce((sum, one) => sum + one / count, 0);
  const squares = numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return {
    count,
    mean,
    deviation: count > 1 ? Math.sqrt(squares / (count - 1)) : null
  };
}

/** Cells that showed something else in one repeat than in the first, rules and all. */
export function varyingCells(
  steps: readonly ReplayStep[],
  [first, ...others]: readonly Pass[]
): CellId[] {
  const varying = steps.flatMap(({ cellId }, index) => {
    const varies = others.some(other => first && differ(first, other, index));
    return varies && cellId !== null ? [cellId] : [];
  });
  return [...new Set(varying)];
}

function differ(first: Pass, other: Pass, index: number): boolean {
  const recorded = first.outputs[index];
  const replayed = other.outputs[index];
  if (!recorded || !replayed) {
    return false;
  }
  const outcomes = compareRecords(
    { recorded, replayed, omissions: [], isVolatile: false },
    {
      tolerance: USUAL_TOLERANCE,
      ranAt: {
        a: first.ranAt[index] ?? null,
        b: other.ranAt[index] ?? null
      }
    }
  );
  const verdict = worstOf(outcomes.map(one => one.verdict));
  return ['different', 'missing', 'error'].includes(verdict);
}

/** For each step the worst of its outcomes; of equals the first. */
export function worstOutcomes(passes: readonly Pass[]): CellOutcome[] {
  const [first] = passes;
  return (first?.outcomes ?? []).map((outcome, index) =>
    passes.reduce((worst, { outcomes }) => {
      const other = outcomes[index];
      return other && rank(other) > rank(worst) ? other : worst;
    }, outcome)
  );
}

/** `unrun` says nothing about a cell that ran in another repeat. */
function rank({ verdict }: CellOutcome): number {
  return [
    'unrun',
    'nothing',
    'identical',
    'equivalent',
    'volatile',
    'unknown',
    'different',
    'missing',
    'error'
  ].indexOf(verdict);
}
