// What the rows of the checklist have in common.
import type { Translator } from '../model';
import type { RunFacts } from './run-facts';

/** Degree of reproducibility at which the literature first asks for a row; higher ones ask for all below too. */
export type Level = 'low' | 'medium' | 'high';

/**
 * `filled`: the record has it. `note`: the user wrote it. `none`: all was looked at, and there is nothing of it in this
 * run that could be described. `missing`: it was looked for, and is not there. `unknown`: nobody could look.
 */
export type RowState = 'filled' | 'note' | 'none' | 'missing' | 'unknown';

/** Whether the row needs nothing more. */
export function isMet(state: RowState): boolean {
  return state === 'filled' || state === 'note' || state === 'none';
}

/** One thing that the literature asks for. */
export type ChecklistRow = {
  /** Also the key of its note in `RunContext.notes`. */
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  readonly state: RowState;
  /** One sentence on what the record has, or why there is nothing. */
  readonly evidence: string;
  /** One sentence on what would fill the row; empty when it needs nothing. */
  readonly wanted: string;
};

/** What a row found in the record. */
export type RowFinding = {
  readonly state: Exclude<RowState, 'note'>;
  readonly evidence: string;
};

/** One row before it is judged: its place in the checklist and how to fill it. */
export type RowRule = {
  readonly id: string;
  readonly level: Level;
  title(translator: Translator): string;
  /** What would fill the row. */
  wanted(translator: Translator): string;
  judge(facts: RunFacts, translator: Translator): RowFinding;
};

/** Names for a sentence: all of a few, else the first and how many more. */
export function listText(
  names: readonly string[],
  translator: Translator
): string {
  const most = 4;
  return names.length <= most
    ? names.join(', ')
    : translator.__(
        '%1 and %2 more',
        names.slice(0, most).join(', '),
        names.length - most
      );
}

/**
 * What a description is that was not found: none where the code of all executions was read by rules that know its
 * language, else one that is missing.
 */
export function notFound(facts: RunFacts, evidence: string): RowFinding {
  const { executions, history } = facts;
  const isRead =
    history.run.kernel.language === 'python' &&
    isFullyReported(facts) &&
    executions.every(({ analysis }) => analysis.completeness !== 'none');
  return { state: isRead ? 'none' : 'missing', evidence };
}

/** True when every execution that ran has a report. */
export function isFullyReported({ executions }: RunFacts): boolean {
  return (
    executions.length > 0 &&
    executions.every(({ execution }) => execution.report !== null)
  );
}
