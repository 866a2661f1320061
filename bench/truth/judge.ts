// What the forecast and its rivals say about the cells of labelled sessions.
import { checkRecording } from '../../src/cli/findings';
import { recordingFrom } from '../../src/cli/read-recording';
import type { Recording } from '../../src/cli/recording';
import type { Label } from '../../src/testing/truth/label';
import { saidByCounts, type Said } from '../../src/testing/truth/score';
import { historyFileOf } from './history';
import type { Suspects } from './kernels';
import type { LabelledCell, Truth } from './sessions';

/** One labelled cell with what was said about it. */
export type Judged = {
  readonly truth: Truth;
  readonly cell: LabelledCell;
  readonly label: Label;
  readonly said: Said;
  /** In words, for people who look into a case. */
  readonly because: string;
};

/** What the command line reads from a session's history file. */
export function recordingOf(truth: Truth, hasProbe: boolean): Recording {
  const text = JSON.stringify(historyFileOf(truth, hasProbe));
  const read = recordingFrom(text, 'history.json');
  if (!read.ok) {
    throw new Error(read.reason);
  }
  return read.value.recording;
}

/** The verdicts of `retrace check` on one session; `unrun` for a cell that ran is as good as `unknown`. */
export function judgedByForecast(truth: Truth, hasProbe: boolean): Judged[] {
  const now = lastMoment(truth);
  const { cells } = checkRecording(recordingOf(truth, hasProbe), now);
  const found = new Map<string, (typeof cells)[number]>(
    cells.map(one => [one.cellId, one])
  );
  return truth.cells.flatMap(cell => {
    const one = found.get(cell.cellId);
    if (!cell.label || !one) {
      return [];
    }
    const { verdict, reason, hazards } = one;
    const said = verdict === 'unrun' ? 'unknown' : verdict;
    const because = [
      ...(verdict === 'unrun' ? ['unrun'] : []),
      ...(reason === null ? [] : [reason]),
      ...hazards.map(({ code, message }) => `${code} ${message}`)
    ];
    return [judged(truth, cell, cell.label, said, because.join('; '))];
  });
}

/** When the session ended: a fresh run would begin then. */
function lastMoment({ cells }: Truth): string {
  return cells
    .map(({ shown }) => shown?.done.finishedAt ?? '')
    .reduce((last, one) => (one > last ? one : last), '');
}

/** What counts and edits alone say. */
export function judgedByCounts(truth: Truth): Judged[] {
  const said = saidByCounts(
    truth.cells.map(({ shown, source }) => ({
      count: shown?.done.executionCount ?? null,
      isEdited: shown !== null && shown.source !== source
    }))
  );
  return truth.cells.flatMap((cell, index) =>
    cell.label
      ? [judged(truth, cell, cell.label, said[index] ?? 'same', 'counts')]
      : []
  );
}

/** What ipyflow says; it knows nothing of cells that ran in an earlier kernel. */
export function judgedByIpyflow(
  truth: Truth,
  answer: Suspects,
  withUnsafe: boolean
): Judged[] {
  const suspects = [...answer.stale, ...(withUnsafe ? answer.unsafe : [])];
  return truth.cells.flatMap(cell => {
    const said = suspects.includes(cell.cellId)
      ? 'differs'
      : answer.known.includes(cell.cellId)
        ? 'same'
        : 'unknown';
    return cell.label ? [judged(truth, cell, cell.label, said, '')] : [];
  });
}

function judged(
  truth: Truth,
  cell: LabelledCell,
  label: Label,
  said: Said,
  because: string
): Judged {
  return { truth, cell, label, said, because };
}
