export type {
  Analyse,
  CellAnalysis,
  Form,
  Import,
  Origin,
  Risk,
  Unanalysed
} from './cell-analysis';
export type { Dispatch } from './dispatch';
export type { AmbientState, Effect, FileAccess, HeldKind } from './effect';
export { BEHIND_CALLS, BY_CHANCE, DRAWN, LATER, TIMED } from './effect';
export { givenPlace, isGivenIn } from './given-path';
export { ROWS } from './rows-part';
export { isOfEstimator, isSetPart } from './set-part';
export type { Drawn } from './drawn';
export type { GivenOrder } from './given-order';
export type { HandedKind } from './handed-kind';
export { ANY, calleeOfResult, heldName, partName, UNTOLD } from './held-name';
export type { GivenTexts } from './given-texts';
export type {
  Binding,
  BindingKind,
  Range,
  Reference,
  Update
} from './name-uses';
export type { Needs, Place } from './needs';
export type { Presence } from './presence';
export type { TableAct } from './table-act';
export type {
  ClassParts,
  Definition,
  Handover,
  Inheritance,
  Method,
  ReceivedUpdate,
  Touch,
  Gentleness
} from './definition';
export type { Handling } from './handling';
export type { Keeping } from './keeping';
export type { Spelled } from './spelled';
export type { Showing, ShownName } from './showing';
export type { Sharing, Holding, ValueFacts } from './value-facts';
export type { FormSeen, Look, View } from './view';
export { morePartsSeen } from './parts-seen';
export type { ColumnsSeen, PartsSeen } from './parts-seen';
export { MADE_OF_IT } from './made-of-it';
export type { Changed, LabelledMaking, Made, Making } from './making';
export { analyseNothing } from './analyse-nothing';
export { hasMagic } from './python/has-magic';
export { analysePython } from './python/analyse';
export { dryRuns, type DryRun, type DryStep } from './python/dry-run';
export { analyseR } from './r/analyse';
export { builtinNames } from './python/builtins';
export { isPureFunction } from './python/knowledge';
export { starExports } from './python/knowledge/exports';
