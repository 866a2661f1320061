export type {
  AmbientState,
  Binding,
  BindingKind,
  CellAnalysis,
  Definition,
  Effect,
  FileAccess,
  Handover,
  Import,
  Origin,
  Range,
  ReceivedUpdate,
  Reference,
  Sharing,
  Unanalysed,
  Update,
  ValueFacts
} from './cell-analysis';
export { analyseNothing } from './analyse-nothing';
export { analysePython } from './python/analyse';
export { builtinNames } from './python/builtins';
