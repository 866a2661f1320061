export {
  asBlobHash,
  asCellId,
  asDocumentHash,
  asEnvironmentId,
  asRunId,
  executionIdOf,
  runIdOf,
  type BlobHash,
  type CellId,
  type DocumentHash,
  type EnvironmentId,
  type ExecutionId,
  type RunId
} from './ids';
export { hashOf } from './hash';
export { messageOf } from './fault';
export { fieldsOf, jsonOf } from './fields';
export { assertNever, fail, succeed, type Result } from './result';
export { refusesCode } from './failed-line';
export { tellsOf, type OutputTells } from './output-tells';
export { stableHashOf } from './stable-outputs';
export { english } from './english';
export { countSecrets, secretMarker } from './secret-marker';
export type { Translator } from './translator';
export type {
  DisplayOutput,
  ErrorOutput,
  Json,
  MimeBundle,
  Omission,
  Output,
  StreamOutput
} from './output';
export type {
  Environment,
  EnvironmentDetails,
  Gpu,
  Hardware,
  Package,
  PackageOrigin
} from './environment';
export { recordedVariables } from './recorded-variables';
export { emptyContext, gitStates } from './run-context';
export type {
  GitChange,
  GitState,
  ModuleText,
  RunContext
} from './run-context';
export { isSameDay } from './same-day';
export { noRunId } from './proof';
export type {
  CellOutcome,
  Difference,
  MetricSpread,
  OutputOutcome,
  OutputVerdict,
  LackingPackages,
  Proof,
  ReplayStop,
  ReplaySubject,
  TableDifference
} from './proof';
export type {
  AddressUse,
  ColumnProfile,
  Cost,
  DataProfile,
  LocalModule,
  PackageChange,
  ReportFacts,
  Scalar,
  Seeding,
  TrackerRun
} from './report-facts';
export {
  emptyReport,
  type ExecutionReport,
  type FileUse,
  type WhyUnread,
  type StreamChange
} from './report';
export type {
  CellType,
  DocumentCell,
  DocumentVersion,
  StoredCell
} from './document';
export type { Gap, KernelIdentity, Run, RunEnd } from './run';
export {
  isFinal,
  type Execution,
  type ExecutionGap,
  type ExecutionPayload,
  type ExecutionStatus
} from './execution';
export type { PresentCell, RunHistory } from './history';
export { decode, JsonValue } from './decoding';
export { decodeOutput, hashOfOutputs } from './output-codec';
export { escaped } from './escaped';
export {
  decodeHistoryFile,
  isHistoryFile,
  type HistoryCell,
  type HistoryExecution,
  type HistoryFile,
  type HistoryRun
} from './history-file';
export { historyFileSchema } from './history-file-schema';
export { toHistoryFile, type HistoryInput } from './history-file-writer';
