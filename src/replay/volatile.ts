// Outputs that the user lets differ: a proof with them counted as such, and back again.
import { worstOf } from '../compare';
import type {
  CellId,
  CellOutcome,
  OutputOutcome,
  OutputVerdict,
  Proof
} from '../model';

/** True for outputs that may differ; they are counted from 0 in their cell. */
export type VolatileOutputs = (cellId: CellId, outputIndex: number) => boolean;

/** The same proof by these marks. Marks that are taken away bring the former verdicts back. */
export function withVolatile(proof: Proof, marks: VolatileOutputs): Proof {
  const outcomes = proof.outcomes.map(outcome => marked(outcome, marks));
  const difference =
    outcomes.filter(isProven).length - proof.outcomes.filter(isProven).length;
  return difference === 0 &&
    outcomes.every((each, at) => each === proof.outcomes[at])
    ? proof
    : { ...proof, outcomes, proven: proof.proven + difference };
}

function marked(outcome: CellOutcome, marks: VolatileOutputs): CellOutcome {
  const { cellId, outputs, verdict } = outcome;
  const isMovable =
    verdict === 'different' || verdict === 'missing' || verdict === 'volatile';
  if (cellId === null || !isMovable) {
    return outcome;
  }
  const next = outputs.map((output, index) =>
    outputMarked(output, marks(cellId, index))
  );
  return next.every((each, index) => each === outputs[index])
    ? outcome
    : { ...outcome, outputs: next, verdict: worstOf(next.map(verdictOf)) };
}

function outputMarked(
  output: OutputOutcome,
  mayDiffer: boolean
): OutputOutcome {
  const verdict = mayDiffer
    ? output.verdict === 'different' || output.verdict === 'missing'
      ? 'volatile'
      : output.verdict
    : output.verdict === 'volatile'
      ? formerOf(output)
      : output.verdict;
  return verdict === output.verdict ? output : { ...output, verdict };
}

/** What a volatile output is without its mark. */
function formerOf({ recorded, replayed }: OutputOutcome): OutputVerdict {
  return recorded === null || replayed === null ? 'missing' : 'different';
}

function verdictOf({ verdict }: OutputOutcome): OutputVerdict {
  return verdict;
}

function isProven({ verdict }: CellOutcome): boolean {
  return (
    verdict === 'identical' ||
    verdict === 'equivalent' ||
    verdict === 'volatile'
  );
}
