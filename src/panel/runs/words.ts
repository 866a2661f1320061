// Times, durations, states and gaps as a user reads them. The clock and the locale are passed in.
import {
  assertNever,
  type Execution,
  type ExecutionGap,
  type ExecutionStatus,
  type Gap,
  type Run,
  type Translator
} from '../../model';
import type { StatusFilter } from './filter';
import type { CellPlace } from './rows';

/** What wording depends on besides the thing worded. */
export type Locale = {
  readonly translator: Translator;
  /** BCP 47 tags; undefined for the browser's own. */
  readonly tag: string | undefined;
  /** IANA name; undefined for the machine's own. */
  readonly timeZone?: string;
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `12 ms`, `1.2 s`, `3 min 4 s`, `2 h 5 min`. */
export function durationText(ms: number, { translator }: Locale): string {
  if (ms < 1) {
    return translator.__('< 1 ms');
  }
  if (ms < SECOND - 0.5) {
    return translator.__('%1 ms', Math.round(ms));
  }
  if (ms < MINUTE - 50) {
    return translator.__('%1 s', (ms / SECOND).toFixed(1));
  }
  const seconds = Math.round(ms / SECOND);
  if (seconds < 3600) {
    return translator.__('%1 min %2 s', Math.floor(seconds / 60), seconds % 60);
  }
  const minutes = Math.round(seconds / 60);
  return translator.__('%1 h %2 min', Math.floor(minutes / 60), minutes % 60);
}

/** How long an execution took; null when start or end was not seen. */
export function durationOf(execution: Execution): number | null {
  const { finishedAt, startedAt } = execution;
  if (!finishedAt || !startedAt) {
    return null;
  }
  const ms = Date.parse(finishedAt) - Date.parse(startedAt);
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

/** The time alone when it was today, else with its date; empty for what is no time. */
export function timeText(at: string, now: number, locale: Locale): string {
  const when = Date.parse(at);
  if (!Number.isFinite(when)) {
    return '';
  }
  const { tag, timeZone } = locale;
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone });
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'medium', timeZone });
  return day.format(when) === day.format(now)
    ? time.format(when)
    : `${day.format(when)}, ${time.format(when)}`;
}

/** `5 minutes ago`; empty for what is no time. */
export function relativeText(at: string, now: number, locale: Locale): string {
  const when = Date.parse(at);
  if (!Number.isFinite(when)) {
    return '';
  }
  const passed = when - now;
  const format = new Intl.RelativeTimeFormat(locale.tag, { numeric: 'auto' });
  const size = Math.abs(passed);
  if (size < MINUTE) {
    return format.format(Math.round(passed / SECOND), 'second');
  }
  if (size < HOUR) {
    return format.format(Math.round(passed / MINUTE), 'minute');
  }
  return size < DAY
    ? format.format(Math.round(passed / HOUR), 'hour')
    : format.format(Math.round(passed / DAY), 'day');
}

/** `512 B`, `3.4 MB`; decimal units, as browsers show them. */
export function bytesText(bytes: number, { translator }: Locale): string {
  if (bytes < 1000) {
    return translator.__('%1 B', bytes);
  }
  if (bytes < 999_500) {
    return translator.__('%1 kB', Math.round(bytes / 1000));
  }
  return bytes < 999_950_000
    ? translator.__('%1 MB', (bytes / 1e6).toFixed(1))
    : translator.__('%1 GB', (bytes / 1e9).toFixed(1));
}

/** How the list calls the code of an execution: `cell 3`, `deleted cell`, `outside the notebook`. */
export function placeText(place: CellPlace, { translator }: Locale): string {
  switch (place.kind) {
    case 'present':
      return translator.__('cell %1', place.index + 1);
    case 'deleted':
      return translator.__('deleted cell');
    case 'outside':
      return translator.__('outside the notebook');
    default:
      return assertNever(place);
  }
}

/** What became of an execution. */
export function statusText(
  status: ExecutionStatus,
  { translator }: Locale
): string {
  switch (status) {
    case 'queued':
      return translator.__('Waiting to run');
    case 'running':
      return translator.__('Running');
    case 'ok':
      return translator.__('Finished');
    case 'error':
      return translator.__('Failed');
    case 'aborted':
      return translator.__('Not started, because a cell before it failed');
    case 'interrupted':
      return translator.__('Interrupted');
    case 'lost':
      return translator.__('Its end was not seen');
    default:
      return assertNever(status);
  }
}

/** What the status filter calls its choices. */
export function filterText(
  filter: StatusFilter,
  { translator }: Locale
): string {
  switch (filter) {
    case 'all':
      return translator.__('All');
    case 'failed':
      return translator.__('Failed');
    case 'unfinished':
      return translator.__('Not finished');
    case 'flagged':
      return translator.__('Flagged');
    case 'deleted':
      return translator.__('Deleted cells');
    case 'outside':
      return translator.__('Outside the notebook');
    default:
      return assertNever(filter);
  }
}

/** How a run ended, or that it did not. */
export function runStateText(run: Run, { translator }: Locale): string {
  switch (run.end) {
    case null:
      return translator.__('open');
    case 'restarted':
      return translator.__('ended by a restart');
    case 'shut-down':
      return translator.__('shut down');
    case 'died':
      return translator.__('kernel died');
    case 'unseen':
      return translator.__('its end was not seen');
    default:
      return assertNever(run.end);
  }
}

/** `Run 3, 12 Nov 2026, 10:00:00, 14 executions`: a run among others of its notebook. */
export function runTitle(run: Run, now: number, locale: Locale): string {
  const { translator } = locale;
  return translator.__(
    'Run %1, %2, %3',
    run.number,
    timeText(run.openedAt, now, locale),
    translator._n('%1 execution', '%1 executions', run.executionCount)
  );
}

/** How many secrets were masked in a run. */
export function maskedText(
  { maskedCount = 0 }: Run,
  { translator }: Locale
): string {
  return translator._n('%1 secret masked', '%1 secrets masked', maskedCount);
}

/** A gap in two or three words, for the run's row. */
export function gapLabel(gap: Gap, { translator }: Locale): string {
  switch (gap.kind) {
    case 'joined-late':
      return translator.__('joined late');
    case 'page-away':
      return translator.__('page was away');
    case 'no-probe':
      return translator.__('no probe');
    case 'probe-failed':
      return translator.__('probe failed');
    case 'probe-partial':
      return translator.__('probe incomplete');
    case 'recording-off':
      return translator.__('recording was off');
    case 'output-dropped':
      return translator.__('output dropped');
    case 'storage':
      return translator.__('not all stored');
    case 'internal':
      return translator.__('fault in Retrace');
    default:
      return assertNever(gap.kind);
  }
}

/** What a gap means for the record, with its particulars. */
export function gapSentence(gap: Gap, locale: Locale): string {
  const sentence = gapMeaning(gap, locale.translator);
  return gap.detail === '' ? sentence : `${sentence} ${gap.detail}`;
}

function gapMeaning(gap: Gap, translator: Translator): string {
  switch (gap.kind) {
    case 'joined-late':
      return translator.__(
        'The kernel had already run something when recording began; that part is not in this record.'
      );
    case 'page-away':
      return translator.__(
        'No page was open for a while; outputs from that time are missing.'
      );
    case 'no-probe':
      return translator.__(
        'There is no probe for this language; names and package versions are not recorded.'
      );
    case 'probe-failed':
      return translator.__(
        'The probe could not be installed or never answered; names and package versions are not recorded.'
      );
    case 'probe-partial':
      return translator.__('Some of what the probe reported was left out.');
    case 'recording-off':
      return translator.__(
        'Recording was switched off for a while; what ran then is not in this record.'
      );
    case 'output-dropped':
      return translator.__(
        'The server dropped output because there was too much at once.'
      );
    case 'storage':
      return translator.__('Some of this run could not be stored.');
    case 'internal':
      return translator.__('A fault in Retrace left a hole in this record.');
    default:
      return assertNever(gap.kind);
  }
}

/** Why an execution's record is incomplete. */
export function executionGapText(
  gap: ExecutionGap,
  { translator }: Locale
): string {
  switch (gap) {
    case 'outputs-partial':
      return translator.__(
        'Some outputs came while nobody listened, or were dropped by the server.'
      );
    case 'outputs-capped':
      return translator.__(
        'An output was over the size cap; only a part of it was kept.'
      );
    case 'payload-lost':
      return translator.__('Code or outputs could not be stored or read back.');
    case 'source-unknown':
      return translator.__('The code was never seen.');
    default:
      return assertNever(gap);
  }
}
