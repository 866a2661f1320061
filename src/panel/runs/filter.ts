// Which executions a search leaves in the list.
import type { Execution, ExecutionStatus } from '../../model';

/** `flagged`: a fresh run would not give its output again. `deleted`: its cell is gone. */
export type StatusFilter =
  'all' | 'failed' | 'unfinished' | 'flagged' | 'deleted' | 'outside';

export type ExecutionFilter = {
  /** Words that all have to occur; case does not count. Empty for all. */
  readonly text: string;
  readonly status: StatusFilter;
};

export const NO_FILTER: ExecutionFilter = { text: '', status: 'all' };

/** What a filter looks at besides the execution's own record. */
export type FilterFacts = {
  /** How the list calls the cell, so that what is read can be searched. */
  readonly cellLabel: string;
  readonly isDeleted: boolean;
  readonly isFlagged: boolean;
};

const UNFINISHED: readonly ExecutionStatus[] = [
  'queued',
  'running',
  'aborted',
  'interrupted',
  'lost'
];

/** True when the filter leaves out nothing. */
export function isEmptyFilter(filter: ExecutionFilter): boolean {
  return filter.text.trim() === '' && filter.status === 'all';
}

/** True when an execution stays in the list. */
export function matches(
  filter: ExecutionFilter,
  execution: Execution,
  facts: FilterFacts
): boolean {
  return (
    hasStatus(filter.status, execution, facts) &&
    hasWords(filter.text, execution, facts)
  );
}

function hasStatus(
  status: StatusFilter,
  execution: Execution,
  facts: FilterFacts
): boolean {
  switch (status) {
    case 'all':
      return true;
    case 'failed':
      return execution.status === 'error';
    case 'unfinished':
      return UNFINISHED.includes(execution.status);
    case 'flagged':
      return facts.isFlagged;
    case 'deleted':
      return facts.isDeleted;
    case 'outside':
      return execution.cellId === null;
  }
}

function hasWords(
  text: string,
  execution: Execution,
  facts: FilterFacts
): boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    return true;
  }
  const { report, error, executionCount, firstLine, status } = execution;
  const searched = [
    firstLine,
    facts.cellLabel,
    executionCount === null ? '' : `[${executionCount}]`,
    status,
    error?.ename ?? '',
    ...(report?.bound ?? []),
    ...(report?.rebound ?? []),
    ...(report?.deleted ?? [])
  ]
    .join('\n')
    .toLowerCase();
  return words.every(word => searched.includes(word));
}
