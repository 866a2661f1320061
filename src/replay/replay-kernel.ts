// What a replay needs of a kernel; the page and the terminal bring one each.
import type {
  DisplayOutput,
  EnvironmentId,
  Omission,
  Output,
  Result
} from '../model';

/** One piece of code as a fresh kernel ran it. */
export type ReplayedCode = {
  /** `input-requested`: the code asked for input; it was interrupted. `timeout`: likewise. */
  readonly status: 'ok' | 'error' | 'timeout' | 'input-requested' | 'died';
  /** Streams coalesced, updates and clears applied, as a notebook would show them. */
  readonly outputs: readonly Output[];
  /** Parts of the outputs that were over the size cap; absent where there are none. */
  readonly omissions?: readonly Omission[];
  /** Outputs that code which runs later may replace, and by which id; absent where there are none. */
  readonly displays?: readonly {
    readonly outputIndex: number;
    readonly displayId: string;
  }[];
  /** What this code made of displays that other code may have shown; absent where it did nothing of the kind. */
  readonly updates?: readonly DisplayUpdate[];
  /** Present for `error`. */
  readonly error: { readonly ename: string; readonly evalue: string } | null;
  readonly durationMs: number;
  /** Numbers that the code bound at top level, by name, where a probe told. */
  readonly scalars?: { readonly [name: string]: number };
};

/** New content of every output that has a display id. */
export type DisplayUpdate = {
  readonly displayId: string;
} & Pick<DisplayOutput, 'data' | 'metadata'>;

/** A fresh kernel that belongs to one replay. */
export interface IReplayKernel {
  /** Resolves when the code ended in one way or another; rejects never. */
  run(
    code: string,
    options: {
      /** Leaves no trace in the history and shows nothing: for code of ours. What it raises is in `error` all the same. */
      readonly isSilent?: boolean;
      /** Null for no limit. */
      readonly timeoutMs: number | null;
    }
  ): Promise<ReplayedCode>;
  /** Ends the kernel; what still runs resolves as `died`. May be called more than once. */
  shutDown(): Promise<void>;
}

/** A kernel that is ready, with what it said about itself. */
export type StartedKernel = {
  readonly kernel: IReplayKernel;
  /** Null when it did not report its environment. */
  readonly environmentId: EnvironmentId | null;
  /** `CPython 3.11.7, 108 packages`; empty when unknown. */
  readonly environmentLabel: string;
};

/** Starts a fresh kernel for each repeat; a refusal says in a sentence why there is none. */
export type StartKernel = () => Promise<Result<StartedKernel>>;
