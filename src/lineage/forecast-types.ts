import type { CellId, ExecutionId } from '../model';
import type { DependenceGraph } from './dependence-types';

/**
 * What restart-and-run-all would do to the output that a cell shows.
 * `random`: it would come out otherwise with every run. `unrun`: the cell shows none. `unknown`: it could not be told, and `reason` says why.
 */
export type Verdict =
  'same' | 'differs' | 'fails' | 'random' | 'unrun' | 'unknown';

/** Why a verdict is `unknown`. */
export type UnknownReason =
  | 'not-analysed' // a cell that it depends on was not understood in full
  | 'not-recorded' // its output was made while nobody recorded
  | 'no-analyser' // nothing reads this language, and the order of runs leaves doubt
  | 'lost'; // an execution that it depends on is lost

/** The first places where what happened and what would happen part. */
export type CauseKind =
  | 'bound-below' // the name came from a cell further down
  | 'deleted-cell' // the name came from a cell that is gone
  | 'other-client' // the name came from code that is in no cell
  | 'definition-gone' // the cell that bound it is still there, and binds it no more
  | 'undefined' // nothing above binds the name, and nobody is known to have bound it
  | 'edited' // a source is not what ran
  | 'older-version' // the cell used a version that has been replaced since
  | 'repeated' // a cell that changes something ran more than once
  | 'unrun' // a cell above that binds the name never ran
  | 'earlier-kernel' // it ran in a kernel that is gone
  | 'out-of-order' // order of runs differs, where nothing reads the language
  | 'error-above' // run-all would stop at a cell above
  | 'interrupted' // an execution that it depends on did not come to its end
  | 'renamed' // the cell that bound the name binds another one in its place
  | 'name-deleted' // a `del` that a fresh run has not done, or would do, lies between
  | 'shadowed' // the name came from elsewhere than where a fresh run finds it: a cell binds a builtin's or a module's name
  | 'hidden-binding' // a star import, `exec` or `%run` bound the name, and would not any more
  | 'unseeded' // drawn from a random stream that nothing determines
  | 'hash-order' // hangs on the order in which a set gives its texts
  | 'address' // hangs on where a value lies in memory
  | 'clock' // hangs on the time of day or on how long something took
  | 'network' // hangs on what a server answers
  | 'file-changed' // a file that was read is not what it was
  | 'file-made' // it says that it made a file, which is there by now
  | 'file-left' // a file was not there yet, or not as it is, when the cell looked; it outlasts the kernel
  | 'drawn-id' // shows an identifier that is drawn for it in each run
  | 'environment-changed' // packages were installed or changed within the run
  | 'directory' // a relative path hangs on a working directory that a fresh run does not have
  | 'absolute-path' // a path that exists on this machine only
  | 'nondeterministic'; // equal lineage gave different outputs before

export type Cause = {
  readonly kind: CauseKind;
  /** The name by which the difference arrives; null when the cell's own source is the cause. */
  readonly name: string | null;
  /** The cell that has to change or run; null when it is no cell of the document. */
  readonly cellId: CellId | null;
  /** What ran there; null when nothing did. */
  readonly executionId: ExecutionId | null;
};

export type CellForecast = {
  readonly cellId: CellId;
  /** Position among all cells, from 0. */
  readonly index: number;
  readonly verdict: Verdict;
  /** The execution that made the cell's output; null when none is known. */
  readonly executionId: ExecutionId | null;
  /** Empty for `same`; for `unknown`, what is known in spite of it. */
  readonly causes: readonly Cause[];
  /** What puts the output at risk without changing the verdict: another machine, another day. */
  readonly advice?: readonly Cause[];
  /** Set for `unknown`. */
  readonly reason: UnknownReason | null;
};

export type Forecast = {
  /** One entry for each code cell that is not blank or still shows something, in the order of the document. */
  readonly cells: readonly CellForecast[];
  /** True when these cells, run now in the order of the document, would do what they do in a fresh run. */
  readonly comesOutNow: (cellIds: readonly CellId[]) => boolean;
  /** The whole notebook's dependences, worked out at the call. */
  readonly graph: () => DependenceGraph;
  /** The ways from a cell's causes to it; the cell alone when it has none, nothing for a cell that is not in `cells`. */
  readonly why: (cellId: CellId) => DependenceGraph;
};
