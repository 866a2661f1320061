export { RecordingChoices, type ChoiceStorage } from './recording-choices';
export {
  RunRecorder,
  type RecorderOptions,
  type RecordingSettings
} from './run-recorder';
export {
  ReplayLedger,
  sweepLeftOver,
  type KernelEnder,
  type LedgerStorage
} from './replay-ledger';
export {
  startReplayKernel,
  type ReplayKernel,
  type ReplayKernelOptions
} from './replay-kernel';
export { printed, startRelayedKernel } from './relayed-kernel';
