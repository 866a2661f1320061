export { replay } from './replay';
export {
  stepsFromDocument,
  stepsFromPlan,
  type Recorded,
  type StepOptions
} from './steps';
export {
  scratchCode,
  scratchKind,
  USUAL_LIMITS,
  type ScratchKind,
  type ScratchLimits
} from './scratch';
export { disagreementsOf, type Disagreement } from './disagreements';
export { canRunHere, type PackageGap, type Readiness } from './can-run-here';
export type {
  DisplayUpdate,
  IReplayKernel,
  ReplayedCode,
  StartedKernel,
  StartKernel
} from './replay-kernel';
export type {
  CancelSignal,
  ErrorPolicy,
  Replay,
  ReplayHost,
  ReplayMask,
  ReplayProgress,
  ReplayRequest,
  ReplayStep
} from './replay-request';
export { withVolatile, type VolatileOutputs } from './volatile';
export {
  buildCode,
  cleanPlan,
  decodeBuilt,
  decodeRelayed,
  relayCode,
  relayedRun,
  type BuiltEnvironment,
  type CleanPlan,
  type Relayed
} from './clean';
export { quietCode } from './quiet';
