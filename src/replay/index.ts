export { replay } from './replay';
export {
  stepsFromDocument,
  stepsFromPlan,
  type Recorded,
  type StepOptions
} from './steps';
export { needsOf } from './dependence';
export type {
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
  ReplayProgress,
  ReplayRequest,
  ReplayStep
} from './replay-request';
