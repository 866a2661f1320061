// What a replay came to: the proof that is kept with a run.
import {
  asRunId,
  type BlobHash,
  type CellId,
  type EnvironmentId,
  type ExecutionId,
  type RunId
} from './ids';
import type { Output } from './output';

/** How one output came out. From best to worst; a cell's verdict is the worst of its outputs. */
export type OutputVerdict =
  | 'identical'
  | 'equivalent' // equal by a named rule
  | 'volatile' // different, where the user said that it may be
  | 'unknown' // the record is lost, or a part of it that does not differ was kept
  | 'different'
  | 'missing' // recorded, and not shown by the replay; or shown and not recorded
  | 'error'; // the replay raised where the record did not, or something else

/** One cell of a table that differs. */
export type TableDifference = {
  /** The row by its label, or by its number from 0 where it has none. */
  readonly row: string;
  /** The column by its label, or by its number from 0. */
  readonly column: string;
  /** Null where the record has no such cell. */
  readonly recorded: string | null;
  /** Null where the replay has none. */
  readonly replayed: string | null;
};

/** What a view needs to show a difference; texts are compared by the view, which has both. */
export type Difference =
  /** The first line that differs, from 1 in either text; the texts as the rules left them may be shorter. */
  | { readonly kind: 'text'; readonly line: number }
  | {
      readonly kind: 'table';
      /** The first 200. */
      readonly cells: readonly TableDifference[];
      /** How many differ in all. */
      readonly total: number;
    }
  /** Both pictures have one size, and this many pixels differ visibly. */
  | {
      readonly kind: 'pixels';
      readonly width: number;
      readonly height: number;
      readonly differing: number;
    }
  /** Where in a JSON value the first difference is: `data[0].y[3]`. */
  | { readonly kind: 'json'; readonly place: string };

/** One output beside its replayed twin. */
export type OutputOutcome = {
  readonly verdict: OutputVerdict;
  /** Ids of the rules that made it equivalent, as `float-tolerance`; empty for other verdicts. */
  readonly rules: readonly string[];
  /** One English sentence with the first difference; empty when there is none. */
  readonly detail: string;
  /** Absent where there is none, or nothing beyond `detail` is known of it. */
  readonly difference?: Difference;
  /** Null when the record has no such output. */
  readonly recorded: Output | null;
  /** Null when the replay gave none. */
  readonly replayed: Output | null;
};

/** One cell or step of a replay. */
export type CellOutcome = {
  readonly cellId: CellId | null;
  /** The execution whose outputs are the record; null when the document's own outputs were compared. */
  readonly executionId: ExecutionId | null;
  /** The cell's position among all cells, from 0; null when not known. */
  readonly cellIndex: number | null;
  /**
   * `unrun`: the replay ended before it. `nothing`: it ran, and there is no output on either side, or it never ran before.
   * `unknown` also where the record is lost.
   */
  readonly verdict: OutputVerdict | 'unrun' | 'nothing';
  /** Why it did not run, what it raised, or why it is not known, as a sentence; else empty. */
  readonly detail: string;
  readonly outputs: readonly OutputOutcome[];
  readonly durationMs: number | null;
  /** Scalars that the cell bound in the replay, by name, where a probe told. */
  readonly metrics?: { readonly [name: string]: number };
};

/** Why a replay could not go to its end. */
export type ReplayStop =
  | 'cancelled'
  | 'timeout'
  | 'input-requested'
  | 'kernel-died'
  | 'no-kernel' // no kernel could be started
  | 'missing-package'
  | 'missing-file'
  | 'masked-secret' // what was recorded of the code lacks a secret
  | 'error'; // a cell raised, and what is below depends on it

/** What was replayed. */
export type ReplaySubject =
  | { readonly kind: 'run' | 'document' }
  | { readonly kind: 'execution'; readonly executionId: ExecutionId };

/** One metric over the repeats of a replay. */
export type MetricSpread = {
  readonly name: string;
  /** The cell that gave it; null when it is in no cell. */
  readonly cellId: CellId | null;
  readonly count: number;
  readonly mean: number;
  /** Sample standard deviation; null for one value. */
  readonly deviation: number | null;
};

/** Packages of a run that an environment built for its replay lacks. */
export type LackingPackages = {
  /** As `numpy==1.26.4`: no index could give them. */
  readonly missing: readonly string[];
  /** By name: no index has them. */
  readonly leftOut: readonly string[];
};

/** Stands in a proof for the run of a notebook of which none was recorded: such a proof belongs to the notebook's path. */
export const noRunId = asRunId('');

/** The result of one replay, or of several with `repeats` over 1. */
export type Proof = {
  readonly schemaVersion: 1;
  readonly proofId: string;
  readonly runId: RunId;
  readonly notebookPath: string;
  readonly subject: ReplaySubject;
  /**
   * Over the code cells and what they showed when the replay of a document began: the proof speaks of the notebook while
   * this stays the same. Absent where no document was open.
   */
  readonly shownHash?: BlobHash;
  /** ISO times. */
  readonly startedAt: string;
  readonly finishedAt: string;
  /** Where the kernel ran: the run's own environment, or one built for the purpose. */
  readonly place: 'same' | 'clean';
  /** In the user's folder, or in a scratch copy of it. */
  readonly folder: 'notebook' | 'copy';
  /** As the replay's kernel reported it; null when it did not. */
  readonly environmentId: EnvironmentId | null;
  /** Human label: `CPython 3.11.7, 108 packages`; empty when unknown. */
  readonly environmentLabel: string;
  /** Absent where nothing is known to be lacking. */
  readonly lacking?: LackingPackages;
  readonly outcomes: readonly CellOutcome[];
  /** Cells with an output on either side, or whose record is lost. */
  readonly compared: number;
  /** Those of them that are identical, equivalent or volatile. */
  readonly proven: number;
  /** Null when it went to its end. */
  readonly stop: {
    readonly kind: ReplayStop;
    readonly sentence: string;
  } | null;
  /** How often it was replayed. */
  readonly repeats: number;
  readonly metrics: readonly MetricSpread[];
  /** Cells that did not show the same in every repeat. */
  readonly varying: readonly CellId[];
};
