export type { FactsInput } from './run-facts-input';
export { seenExecutions, type SeenExecution } from './seen-execution';
export type { NamedValue, ValueAt, ValueRole } from './named-values';
export { seriesOf, type Series, type SeriesPoint } from './series';
export type { DataUsed, FileUseAt, UsedAddress, UsedFile } from './data-used';
export { whyUnhashed } from './why-unread';
export {
  changedSchemas,
  profilesOf,
  type ChangedSchema,
  type ProfiledName,
  type SchemaChange
} from './data-profiles';
export type { Randomness, RandomStream, SeedAt } from './randomness';
export type { SeedArgument } from './seed-arguments';
export type { CostTotals } from './cost-totals';
export {
  canonicalName,
  packagesOf,
  type PackageChangeAt,
  type RunPackage
} from './package-list';
export {
  environmentDifference,
  environmentState,
  isSameEnvironment,
  type EnvironmentDifference,
  type EnvironmentState,
  type ItemDifference
} from './environment-difference';
export type { PackageDifference } from './package-difference';
export type { UsedModule } from './local-modules';
export type { SeenModel } from './models';
export type { SeenTracker } from './trackers';
export { factsOf, type RunFacts } from './run-facts';
export { storedFacts } from './stored-facts';
export {
  isMet,
  type ChecklistRow,
  type Level,
  type RowState
} from './checklist-row';
export { checklistOf, degreeOf, LEVELS, type Degree } from './checklist';
export { hours } from './checklist-surroundings';
export { driftOf, producerOf, type Drift, type DriftInput } from './drift';
export type { CellDifference } from './compare-cells';
export {
  compareRuns,
  type FileDifference,
  type RunComparison,
  type ValueDifference
} from './compare-runs';
