// What in the code of a run tells how sure its results are.
import type { NamedValue } from './named-values';
import type { SeenExecution } from './seen-execution';

/** Functions that were used and names that were bound, each once, in order of the run. */
export function spreadsIn(
  executions: readonly SeenExecution[],
  values: readonly NamedValue[]
): readonly string[] {
  const used = executions.flatMap(({ analysis }) =>
    [...analysis.normalised.matchAll(ESTIMATES)].map(([, name = '']) => name)
  );
  const bound = values
    .filter(({ name, role }) => role === 'metric' && SPREAD.test(name))
    .map(({ name }) => name);
  return [...new Set([...used, ...bound])];
}

/** Blanks may stand between the tokens of a normalised source. */
const ESTIMATES =
  /\b(cross_val_score|cross_validate|cross_val_predict|permutation_test_score|bootstrap|bootstrap_plot|conf_int|confint|confidence_interval|sem) ?\(/g;

const SPREAD =
  /(?:^|[._])(?:std|stdev|stddev|std_?err|sem|sd|ci|ci_?(?:low|high|lower|upper)|variance|uncertainty)$/i;
