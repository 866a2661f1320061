// Facts of built runs: what a user did in, what the record tells out.
import { analysePython } from '../analysis';
import { factsOf, type FactsInput, type RunFacts } from '../facts';
import type { RunBuilder } from './run-builder';

/** The facts of the last run that was built. */
export function builtFacts(
  builder: RunBuilder,
  parts: Partial<Omit<FactsInput, 'history'>> = {}
): RunFacts {
  const { runs } = builder.build();
  const history = runs[runs.length - 1];
  if (!history) {
    throw new Error('Nothing ran.');
  }
  return factsOf({ history, context: null, analyse: analysePython, ...parts });
}
