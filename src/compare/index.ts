export { allRules } from './all-rules';
export type {
  CompareContext,
  Comparison,
  OutputComparator,
  RuleFacts,
  Tolerance
} from './comparator';
export { comparators } from './comparators';
export { compareOutput } from './compare-outputs';
export { compareRecords, worstOf, type RecordedCell } from './compare-records';
export { SCRATCH_PREFIX } from './rules';
export { USUAL_TOLERANCE } from './tolerance';
