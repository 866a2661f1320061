export type {
  AmbientState,
  Binding,
  BindingKind,
  CellAnalysis,
  Definition,
  Effect,
  Import,
  Range,
  Reference,
  Unanalysed,
  Update
} from './cell-analysis';
