export { maskCode, withCode, type CodePart } from './code-beside';
export { documentHashOfHashed } from './document-hash';
export {
  maskPart,
  withPart,
  withRecord,
  type EnvironmentPart
} from './environment-details';
export type {
  ExecutionEvent,
  MissedExecution,
  OutputChange,
  Place,
  RunEvent
} from './events';
export {
  executeRequestOf,
  fromMessage,
  type ExecuteRequest
} from './from-message';
export {
  idOf,
  parentIdOf,
  parentTypeOf,
  sessionOf,
  typeOf,
  type Direction,
  type KernelMessage
} from './kernel-message';
export {
  commDataOf,
  endSignOf,
  lastCountOf,
  processSignOf
} from './kernel-signs';
export { ExecutionOutputs, type KeptOutputs } from './outputs';
export type { PayloadChange } from './payload-change';
export { RunFold, type RunChanges } from './reduce';
export type { StoredExecution } from './execution-list';
export { customPatterns } from './custom-patterns';
export { maskJson, maskOf, type Mask } from './mask';
export {
  maskContext,
  maskHistory,
  maskOutputs,
  maskPayload,
  maskProof
} from './mask-history';
export type { SecretPattern } from './secret-patterns';
export { publicAddress } from './public-address';
export { Filter } from './report-filter';
export { reportDataOf } from './report-data';
export {
  decodeProbeMessage,
  type ProbeMessage,
  type ProbeReport
} from './report';
