import type { CellAnalysis } from '../analysis';
import type { ScriptPlan } from '../lineage';

/** The code that a kernel runs once so that it reports its executions. */
export type Probe = {
  /** A constant: nothing is ever put into it. */
  readonly source: string;
  /** `comm_id` of the messages that carry its reports. */
  readonly commId: string;
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
  readonly analyse?: (source: string) => CellAnalysis;
  readonly probe?: Probe;
  readonly script?: ScriptSyntax;
};
