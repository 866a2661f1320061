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
  Unanalysed,
  Update
} from './cell-analysis';
export { analyseNothing } from './analyse-nothing';
export { analysePython } from './python/analyse';
export { builtinNames } from './python/builtins';
