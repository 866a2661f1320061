export { ComparisonModel, ComparisonWidget } from './comparison';
export { driftSentence } from './drift';
export {
  environmentIcon,
  EnvironmentModel,
  EnvironmentWidget,
  NO_CHOICE,
  type IEnvironmentHost,
  type ValueChoice
} from './environment';
export {
  ExportPreview,
  previewFormats,
  previewOf,
  type ExportChoice,
  type ExportPreviewProps
} from './export-preview';
export {
  graphIcon,
  GraphWidget,
  type GraphSubject,
  type IGraphHost
} from './graph';
export {
  explainCell,
  MarkLayer,
  marksOf,
  withProof,
  wordingFor
} from './marks';
export { StatusItem, statusOf } from './status';
export {
  cellProofText,
  verifyIcon,
  VerifyOptions,
  VerifyWidget,
  type IVerifyHost,
  type ShownProof,
  type VerifyState,
  type VerifySubject
} from './verify';
export { commandIds } from './command-ids';
export type { CommandArguments, IPanelHost, MenuEntry } from './host';
export { restrictedRegistry, type ReferencePolicy } from './outputs';
export {
  OpenNotebook,
  placeText,
  RunHistoryModel,
  Pacer,
  RunHistoryPanel,
  runTitle,
  type Locale,
  type Schedule
} from './runs';
