export type { IReplayKernel, ReplayedCode } from './replay-kernel';
