// What a replay needs of a kernel; the page and the terminal bring one each.
import type { Output } from '../model';

/** One piece of code as a fresh kernel ran it. */
export type ReplayedCode = {
  readonly status: 'ok' | 'error' | 'timeout' | 'input-requested' | 'died';
  /** Streams coalesced, updates and clears applied, as a notebook would show them. */
  readonly outputs: readonly Output[];
  /** Present for `error`. */
  readonly error: { readonly ename: string; readonly evalue: string } | null;
  readonly durationMs: number;
};

/** A fresh kernel that belongs to one replay. */
export interface IReplayKernel {
  /** Resolves when the code ended in one way or another; rejects never. */
  run(
    code: string,
    options: {
      /** Leaves no trace in the history and shows nothing: for code of ours. */
      readonly isSilent?: boolean;
      /** Null for no limit. */
      readonly timeoutMs: number | null;
    }
  ): Promise<ReplayedCode>;
  /** Ends the kernel; what still runs resolves as `died`. May be called more than once. */
  shutDown(): Promise<void>;
}
