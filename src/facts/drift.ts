// Whether the notebook's outputs were made under another environment than the one that it would run in now.
import type { Execution, PresentCell, RunHistory } from '../model';
import {
  environmentDifference,
  environmentState,
  type EnvironmentDifference,
  type EnvironmentState,
  type ItemDifference
} from './environment-difference';
import type { PackageDifference } from './package-difference';
import { canonicalName } from './package-list';

/** Displayed outputs are from a run under another environment. */
export type Drift = {
  /** The newest run whose outputs are displayed. */
  readonly producer: RunHistory;
  /** The run that is open now. */
  readonly present: RunHistory;
  /** Distributions that the producing run imported, and that differ now. */
  readonly packages: readonly PackageDifference[];
  /** Language version and interpreter, where they differ. */
  readonly items: readonly ItemDifference[];
  /** All that differs, for the details. */
  readonly difference: EnvironmentDifference;
  /** Equal for equal differences: what was dismissed stays so until it changes. */
  readonly key: string;
};

/** What drift is looked for in. */
export type DriftInput = {
  readonly document: readonly PresentCell[];
  /** Oldest first; the last one is the one that is open. */
  readonly runs: readonly RunHistory[];
};

/** Null when nothing that the outputs hang on differs, or it cannot be told. */
export function driftOf({ document, runs }: DriftInput): Drift | null {
  const present = runs[runs.length - 1];
  const producer = producerOf(document, runs);
  if (!present || !producer || producer === present) {
    return null;
  }
  const [before, after] = [
    environmentState(producer),
    environmentState(present)
  ];
  if (
    !before ||
    !after ||
    before.environment.language !== after.environment.language
  ) {
    return null;
  }
  const difference = environmentDifference(before, after);
  const packages = difference.packages.filter(({ name }) =>
    matters(name, before)
  );
  const items = difference.items.filter(({ item }) => ITEMS.has(item));
  return packages.length === 0 && items.length === 0
    ? null
    : {
        producer,
        present,
        packages,
        items,
        difference,
        key: JSON.stringify([
          ...packages.map(each => [each.name, each.before, each.after]),
          ...items.map(each => [each.item, each.before, each.after])
        ])
      };
}

const ITEMS: ReadonlySet<string> = new Set([
  'languageVersion',
  'implementation'
]);

/** What a run did not import cannot have made its outputs; a kernel that does not tell imports leaves all in question. */
function matters(name: string, { imported }: EnvironmentState): boolean {
  return imported.size === 0 || imported.has(canonicalName(name));
}

/** The newest run of which a displayed output is: same cell, same count, and the run showed something there. */
export function producerOf(
  document: readonly PresentCell[],
  runs: readonly RunHistory[]
): RunHistory | null {
  const shown = new Map(
    document
      .filter(({ hasOutputs }) => hasOutputs)
      .map(({ cellId, executionCount }) => [cellId, executionCount])
  );
  const isShown = (execution: Execution): boolean =>
    execution.cellId !== null &&
    execution.outputCount > 0 &&
    shown.has(execution.cellId) &&
    (shown.get(execution.cellId) ?? execution.executionCount) ===
      execution.executionCount;
  return (
    [...runs]
      .reverse()
      .find(({ executions }) => latestOfCells(executions).some(isShown)) ?? null
  );
}

/** What a cell shows is from the last of its executions. */
function latestOfCells(executions: readonly Execution[]): readonly Execution[] {
  return [
    ...new Map(executions.map(each => [each.cellId ?? '', each])).values()
  ];
}
