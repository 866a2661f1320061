export type {
  AmbientState,
  Binding,
  BindingKind,
  CellAnalysis,
  Definition,
  Effect,
  FileAccess,
  Import,
  Origin,
  Range,
  Reference,
  Unanalysed,
  Update
} from './cell-analysis';
export { analyseNothing } from './analyse-nothing';
export { analysePython } from './python/analyse';
export { builtinNames } from './python/builtins';
