export type {
  AmbientState,
  Binding,
  BindingKind,
  CellAnalysis,
  ClassParts,
  Definition,
  Effect,
  FileAccess,
  Form,
  Handover,
  Import,
  Method,
  Origin,
  Range,
  ReceivedUpdate,
  Reference,
  Sharing,
  Gentleness,
  Risk,
  Holding,
  Unanalysed,
  Update,
  ValueFacts
} from './cell-analysis';
export { analyseNothing } from './analyse-nothing';
export { analysePython } from './python/analyse';
export { dryRuns, type DryRun, type DryStep } from './python/dry-run';
export { analyseR } from './r/analyse';
export { builtinNames } from './python/builtins';
export { isPureFunction } from './python/knowledge';
