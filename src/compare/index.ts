export type { Comparison, OutputComparator } from './comparator';
