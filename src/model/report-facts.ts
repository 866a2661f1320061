// What else a probe says about one execution: cost, data, parameters, addresses, modules of the user's own.
import type { PackageOrigin } from './environment';

/** What an execution took. Null: the kernel could not tell. */
export type Cost = {
  readonly wallMs: number;
  /** Processor time of the kernel's process, all threads; children that ended included where the system tells. */
  readonly cpuMs: number | null;
  /** Highest resident size of the process so far, not of this execution alone. */
  readonly peakMemoryBytes: number | null;
  /** Highest allocation that a loaded framework tells for this execution. */
  readonly gpuMemoryBytes: number | null;
};

/** One column of a frame; for arrays and series there is one, with an empty name. */
export type ColumnProfile = {
  readonly name: string;
  /** The type as its library writes it: `int64`, `category`. */
  readonly type: string;
  /** Missing values; null when they were not counted within the budget. */
  readonly missing: number | null;
};

/** Shape and types of a frame, series or array; never its content. */
export type DataProfile = {
  readonly kind: 'frame' | 'series' | 'array';
  readonly shape: readonly number[];
  /** The first 200 columns. */
  readonly columns: readonly ColumnProfile[];
};

/** A value that is small enough to be listed. NaN and infinities come as the texts `NaN`, `Infinity`, `-Infinity`. */
export type Scalar = string | number | boolean | null;

/** A seed that an execution gave to a stream of random numbers. */
export type Seeding = {
  /** As in `streams` of the report. */
  readonly stream: string;
  /** The seed as text; empty when it could not be read. */
  readonly seed: string;
  /** Where the seed is an argument of a call instead: its name, such as `random_state`; `stream` is the function's then. */
  readonly argument?: string;
};

/** A module of the user's own, below the working directory or the repository, that was imported or changed. */
export type LocalModule = {
  readonly name: string;
  /** As `FileUse.path`. */
  readonly path: string;
  readonly hash: string;
  /** `changed`: its file is another one than the kernel imported. */
  readonly state: 'imported' | 'reloaded' | 'changed';
};

/** An address that was requested, without credentials, query values and fragment. */
export type AddressUse = {
  readonly kind: 'url' | 'database';
  readonly address: string;
  /** `named`: nobody saw it requested; an argument in the cell's code names it. */
  readonly evidence?: 'named';
};

/** A run of an experiment tracker that was active in the kernel. */
export type TrackerRun = {
  readonly tracker: 'mlflow' | 'wandb' | 'comet';
  readonly id: string;
};

/** A distribution that was installed, removed or replaced during an execution; null for absent. */
export type PackageChange = {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Where the one that is there now came from; absent when its metadata does not tell. */
  readonly origin?: PackageOrigin;
};

/** Fields that a report may lack: absent means that nobody looked, empty that there was nothing. */
export type ReportFacts = {
  readonly cost?: Cost;
  /** Name to profile, for the names that the execution bound, changed or showed; `_` for its result. */
  readonly profiles?: { readonly [name: string]: DataProfile };
  /**
   * Name to value for scalars and short strings that the execution bound at top level; `params.lr` for entries of flat
   * dicts, fields and estimators' parameters.
   */
  readonly scalars?: { readonly [name: string]: Scalar };
  readonly seedings?: readonly Seeding[];
  readonly localModules?: readonly LocalModule[];
  readonly addresses?: readonly AddressUse[];
  readonly trackers?: readonly TrackerRun[];
  readonly packageChanges?: readonly PackageChange[];
};
