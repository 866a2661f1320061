export type {
  CompareContext,
  Comparison,
  OutputComparator,
  RuleFacts,
  Tolerance
} from './comparator';
