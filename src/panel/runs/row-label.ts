// What assistive technology reads for a row.
import { assertNever } from '../../model';
import { degreeText } from '../environment/words';
import type { IPanelHost } from '../host';
import { provenText } from '../verify/proof-words';
import type { ExecutionRow, Flag, Row, RunRow } from './rows';
import {
  durationOf,
  durationText,
  gapLabel,
  placeText,
  maskedText,
  relativeText,
  runStateText,
  statusText
} from './words';

/** One phrase that says what the row's columns say. */
export function rowLabel(row: Row, host: IPanelHost): string {
  const { translator } = host.locale;
  switch (row.kind) {
    case 'run':
      return runLabel(row, host);
    case 'execution':
      return executionLabel(row, host);
    case 'detail':
      return translator.__('Details of %1', placeText(row.place, host.locale));
    case 'note':
      return noteText(row.note, host);
    default:
      return assertNever(row);
  }
}

/** What stands in a row that says something in place of others. */
export function noteText(
  note: 'loading' | 'no-executions' | 'older',
  { locale: { translator } }: IPanelHost
): string {
  switch (note) {
    case 'loading':
      return translator.__('Reading…');
    case 'no-executions':
      return translator.__('None of its executions could be read');
    case 'older':
      return translator.__('Show older runs');
    default:
      return assertNever(note);
  }
}

function runLabel(row: RunRow, host: IPanelHost): string {
  const { locale } = host;
  const { translator } = locale;
  const { run } = row;
  return [
    translator.__('Run %1', run.number),
    relativeText(run.openedAt, host.now(), locale),
    run.kernel.displayName,
    runStateText(run, locale),
    translator._n('%1 execution', '%1 executions', run.executionCount),
    run.failureCount > 0
      ? translator._n('%1 failed', '%1 failed', run.failureCount)
      : '',
    run.maskedCount ? maskedText(run, locale) : '',
    row.flagCount ? translator._n('%1 flag', '%1 flags', row.flagCount) : '',
    row.proof ? provenText(row.proof, locale) : '',
    run.isPinned ? translator.__('pinned') : '',
    degreeLabel(row, host),
    ...run.gaps.map(gap => gapLabel(gap, locale))
  ]
    .filter(Boolean)
    .join(', ');
}

function degreeLabel({ run }: RunRow, host: IPanelHost): string {
  const degree = host.degree(run.runId);
  const { translator } = host.locale;
  return degree === undefined
    ? ''
    : translator.__(
        'degree of reproducibility: %1',
        degreeText(degree, translator)
      );
}

function executionLabel(row: ExecutionRow, host: IPanelHost): string {
  const { locale } = host;
  const { execution, flag, place } = row;
  const duration = durationOf(execution);
  return [
    placeText(place, locale),
    execution.executionCount === null ? '' : `[${execution.executionCount}]`,
    execution.firstLine,
    statusText(execution.status, locale),
    duration === null ? '' : durationText(duration, locale),
    flag === null ? '' : flagText(flag, host)
  ]
    .filter(Boolean)
    .join(', ');
}

/** What a flag on an execution says in short. */
export function flagText(
  flag: Exclude<Flag, null>,
  { locale: { translator } }: IPanelHost
): string {
  switch (flag) {
    case 'fails':
      return translator.__('A fresh run would fail here');
    case 'differs':
      return translator.__('A fresh run would not give this output again');
    case 'random':
      return translator.__('Each run gives another output');
    default:
      return assertNever(flag);
  }
}
