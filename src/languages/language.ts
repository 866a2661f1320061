import type { Analyse, DryRun } from '../analysis';
import type { ScriptPlan } from '../lineage';

/** How much a probe may cost. */
export type ProbeLimits = {
  /** Milliseconds for one execution at most, from 2 to 1,000; what does not fit is said to be left out. */
  readonly budgetMs: number;
  /**
   * Megabytes up to which a data file is read whole, outside of the cells' own time; of a larger one a sample is read.
   * Absent: the usual ones.
   */
  readonly dataHashMegabytes?: number;
};

/** The code that a kernel runs once so that it reports its executions. */
export type Probe = {
  /** A constant but for its limits: no text is ever put into it. */
  readonly source: string;
  /** `comm_id` of the messages that carry its reports. */
  readonly commId: string;
  /**
   * How far the count in the reply to a silent request runs ahead of the last execution's; 0 when absent. IRkernel gives
   * the count that the next execution will have.
   */
  readonly countLead?: number;
  /** The same probe with other limits than the usual ones; absent where a probe knows none. */
  readonly within?: (limits: ProbeLimits) => Probe;
};

/** How scripts of a language are written. */
export type ScriptSyntax = {
  /** With the dot: `.py`. */
  readonly extension: string;
  readonly mediaType: string;
  /** The whole script for a plan. */
  render(plan: ScriptPlan): string;
};

/** One kernel language. What it lacks is said to the user, never guessed. */
export type Language = {
  /** Lower case: `python`. */
  readonly id: string;
  /** True for the names that kernelspecs use for it. */
  matches(kernelLanguage: string): boolean;
  /** Remembers what it was asked about most recently. */
  readonly analyse?: Analyse;
  /** Gives what makes namespaces in which cells run in thought. */
  readonly dryRuns?: () => () => DryRun;
  readonly probe?: Probe;
  readonly script?: ScriptSyntax;
};
