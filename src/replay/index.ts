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
