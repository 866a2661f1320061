import type { CellAnalysis } from '../analysis';
import type {
  DocumentCell,
  ExecutionId,
  Output,
  Proof,
  RunContext,
  RunHistory
} from '../model';

/** What the facts of a run are made from. */
export type FactsInput = {
  readonly history: RunHistory;
  /** Null when none was stored. */
  readonly context: RunContext | null;
  /** Reads the kernel's language; absent when nothing does. */
  readonly analyse?: (source: string) => CellAnalysis;
  /** Outputs of executions, for what only they tell; what is missing was not read. */
  readonly outputs?: ReadonlyMap<ExecutionId, readonly Output[]>;
  /** The notebook's cells when the last of them ran; absent or null when nobody kept them. */
  readonly document?: readonly DocumentCell[] | null;
  /** Replays of the run. */
  readonly proofs?: readonly Proof[];
};
