// Everything that one run tells about what a re-run needs, in one value.
import type { Proof, RunContext, RunHistory } from '../model';
import { costTotals, type CostTotals } from './cost-totals';
import { profilesOf, type ProfiledName } from './data-profiles';
import { dataUsed, type DataUsed } from './data-used';
import { localModules, type UsedModule } from './local-modules';
import { modelsOf, type SeenModel } from './models';
import { namedValues, type NamedValue } from './named-values';
import { omissionsOf, type Omission } from './omissions';
import { packagesOf, type RunPackage } from './package-list';
import { proseOf, type Prose } from './prose';
import { randomnessOf, type Randomness } from './randomness';
import type { FactsInput } from './run-facts-input';
import { seenExecutions, type SeenExecution } from './seen-execution';
import { seriesOf, type Series } from './series';
import { trackersOf, type SeenTracker } from './trackers';

/** The facts of one run. What is null was never looked at. */
export type RunFacts = {
  readonly history: RunHistory;
  readonly context: RunContext | null;
  /** Executions that ran code, in order. */
  readonly executions: readonly SeenExecution[];
  readonly packages: readonly RunPackage[] | null;
  readonly values: readonly NamedValue[];
  readonly series: readonly Series[];
  readonly data: DataUsed;
  readonly profiles: readonly ProfiledName[] | null;
  readonly randomness: Randomness;
  readonly cost: CostTotals;
  readonly models: readonly SeenModel[];
  readonly modules: readonly UsedModule[] | null;
  readonly trackers: readonly SeenTracker[];
  /** In the order in which they were first said. */
  readonly omissions: readonly Omission[];
  /** Null when the notebook's text is not known. */
  readonly prose: Prose | null;
  readonly proofs: readonly Proof[];
};

/** Reads a run once and says all that it tells. */
export function factsOf(input: FactsInput): RunFacts {
  const { context, history } = input;
  const executions = seenExecutions(input);
  return {
    history,
    context,
    executions,
    packages: packagesOf(history),
    values: namedValues(executions),
    series: seriesOf(input),
    data: dataUsed(executions),
    profiles: profilesOf(executions),
    randomness: randomnessOf(executions),
    cost: costTotals(input, executions),
    models: modelsOf(executions),
    modules: localModules(context, executions),
    trackers: trackersOf(executions),
    omissions: omissionsOf(executions),
    prose: proseOf(input.document),
    proofs: input.proofs ?? []
  };
}
