// What a proof says as a whole, in words: score, circumstances, what lacked. The locale is passed in.
import type { CellId, Proof } from '../../model';
import type { NotebookProof } from '../../tokens';
import { durationText, type Locale } from '../runs/words';

/** `14 of 14`. */
export function scoreText({ compared, proven }: Proof, locale: Locale): string {
  return locale.translator.__('%1 of %2', proven, compared);
}

/** True when every output that was compared came out again, and nothing was left out. */
export function isProven({ compared, proven, stop }: Proof): boolean {
  return stop === null && compared > 0 && proven === compared;
}

/** Where, in what, and how long: one sentence each. */
export function circumstances(proof: Proof, locale: Locale): readonly string[] {
  const { translator } = locale;
  const { environmentLabel, finishedAt, folder, place, repeats, startedAt } =
    proof;
  const took = Date.parse(finishedAt) - Date.parse(startedAt);
  const environment =
    environmentLabel === ''
      ? translator.__('an environment that is not known')
      : environmentLabel;
  return [
    translator.__(
      'Replayed on %1 in %2.',
      momentText(finishedAt, locale),
      environment
    ),
    place === 'clean'
      ? translator.__('The environment was built anew for it.')
      : translator.__('A fresh kernel of the notebook’s own kind.'),
    folder === 'copy'
      ? translator.__('In a scratch copy of the notebook’s folder.')
      : translator.__('In the notebook’s own folder.'),
    ...(Number.isFinite(took)
      ? [translator.__('It took %1.', durationText(Math.max(0, took), locale))]
      : []),
    ...(proof.runId === ''
      ? [
          translator.__(
            'No run of this notebook was recorded that it could be kept with: it lasts until the page is closed.'
          )
        ]
      : []),
    ...(repeats > 1
      ? [
          translator.__(
            'Each cell ran %1 times, each time in a fresh kernel.',
            repeats
          )
        ]
      : [])
  ];
}

/** So many packages are named in a sentence. */
const NAMED = 12;

/** What an environment that was built for the replay lacks: a sentence for each reason. */
export function lackingSentences(
  { lacking }: Proof,
  { translator }: Locale
): readonly string[] {
  const named = (all: readonly string[]): string => {
    const shown = all.slice(0, NAMED).join(', ');
    return all.length > NAMED
      ? translator.__('%1 and %2 more', shown, all.length - NAMED)
      : shown;
  };
  const { leftOut = [], missing = [] } = lacking ?? {};
  return [
    ...(missing.length > 0
      ? [translator.__('Could not be had: %1.', named(missing))]
      : []),
    ...(leftOut.length > 0
      ? [
          translator.__(
            'Left out, because no package index has them: %1.',
            named(leftOut)
          )
        ]
      : [])
  ];
}

/** `Proven on 26 Nov 2026, 20:14 in CPython 3.11.7, 108 packages: 14 of 14`. */
export function provenText(
  { isCurrent, proof }: NotebookProof,
  locale: Locale
): string {
  const { translator } = locale;
  const verb = isProven(proof)
    ? translator.__('Proven')
    : translator.__('Replayed');
  const at = momentText(proof.finishedAt, locale);
  const score = scoreText(proof, locale);
  const text =
    proof.environmentLabel === ''
      ? translator.__('%1 on %2: %3', verb, at, score)
      : translator.__(
          '%1 on %2 in %3: %4',
          verb,
          at,
          proof.environmentLabel,
          score
        );
  const { leftOut = [], missing = [] } = proof.lacking ?? {};
  const count = leftOut.length + missing.length;
  const whole =
    count === 0
      ? text
      : translator._n(
          '%2, without %1 package of the run',
          '%2, without %1 packages of the run',
          count,
          text
        );
  return isCurrent === false
    ? translator.__('%1, for an earlier version of the notebook', whole)
    : whole;
}

/** What a replay says of one cell as it stands; null when it says nothing. */
export function cellProofText(
  { isCurrent, proof }: NotebookProof,
  cellId: CellId,
  locale: Locale
): string | null {
  const { translator } = locale;
  const outcome = proof.outcomes.find(each => each.cellId === cellId);
  if (isCurrent !== true || !outcome) {
    return null;
  }
  const at = momentText(proof.finishedAt, locale);
  switch (outcome.verdict) {
    case 'identical':
    case 'equivalent':
      return translator.__('Proven by a replay on %1.', at);
    case 'volatile':
      return translator.__(
        'A replay on %1 gave another output, as you allowed.',
        at
      );
    case 'different':
    case 'missing':
      return translator.__('A replay on %1 gave another output.', at);
    case 'error':
      return translator.__('A replay on %1 failed here.', at);
    default:
      return null;
  }
}

/** The head of a result. */
export function headline(proof: Proof, locale: Locale): string {
  const { translator } = locale;
  const { compared, stop } = proof;
  if (stop !== null) {
    return stop.kind === 'cancelled'
      ? translator.__('Cancelled')
      : translator.__('It did not come to its end');
  }
  if (compared === 0) {
    return translator.__('There was nothing to compare');
  }
  return isProven(proof)
    ? translator.__('All outputs came out again')
    : translator.__('Not all outputs came out again');
}

/** Date and time of day; empty for what is no time. */
function momentText(at: string, { tag, timeZone }: Locale): string {
  const when = Date.parse(at);
  return Number.isFinite(when)
    ? new Intl.DateTimeFormat(tag, {
        dateStyle: 'medium',
        timeStyle: 'short',
        timeZone
      }).format(when)
    : '';
}
