// What a file tells about a notebook, in the one form that every command reads.
import { languageOf } from '../languages';
import type { CellAnalysis } from '../analysis';
import type {
  ExecutionId,
  Output,
  PresentCell,
  RunContext,
  RunHistory,
  RunId
} from '../model';

/** A notebook and what ran in it. */
export type Recording = {
  /** Path of the notebook, as its own file or the history file names it. */
  readonly path: string;
  /** Kernel language in lower case; empty when the file does not tell. */
  readonly language: string;
  /** All cells, in order. */
  readonly document: readonly PresentCell[];
  /** Oldest first. */
  readonly runs: readonly RunHistory[];
  /** The same with what the file shows to have happened, of which no source is left; absent where nothing is to be added. */
  readonly judged?: {
    readonly runs: readonly RunHistory[];
    /** Executions that were added. */
    readonly added: ReadonlySet<ExecutionId>;
  };
  readonly outputs: ReadonlyMap<ExecutionId, readonly Output[]>;
  /** Executions whose outputs are lost, or not here whole. */
  readonly lost: ReadonlySet<ExecutionId>;
  /** Where runs took place; absent or without a run where the file does not tell. */
  readonly contexts?: ReadonlyMap<RunId, RunContext>;
  /** Sentences about what the file leaves open. */
  readonly notes: readonly string[];
};

/** What reads the recording's language; undefined when nothing does. */
export function analyserOf(
  recording: Recording
): ((source: string) => CellAnalysis) | undefined {
  return languageOf(recording.language)?.analyse;
}
