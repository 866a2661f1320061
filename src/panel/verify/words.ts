// What a replay came to, in words. The clock and the locale are passed in.
import { allRules } from '../../compare';
import {
  assertNever,
  type CellId,
  type CellOutcome,
  type MetricSpread,
  type OutputOutcome,
  type Proof
} from '../../model';
import type { ReplayProgress } from '../../replay';
import type { NotebookProof } from '../../tokens';
import { durationText, type Locale } from '../runs/words';

type CellVerdict = CellOutcome['verdict'];

/** One or two words for a verdict. */
export function verdictText(
  verdict: CellVerdict,
  { translator }: Locale
): string {
  switch (verdict) {
    case 'identical':
      return translator.__('identical');
    case 'equivalent':
      return translator.__('equivalent');
    case 'volatile':
      return translator.__('differs, as you allowed');
    case 'unknown':
      return translator.__('not known');
    case 'different':
      return translator.__('different');
    case 'missing':
      return translator.__('missing');
    case 'error':
      return translator.__('error');
    case 'unrun':
      return translator.__('not reached');
    case 'nothing':
      return translator.__('no output');
    default:
      return assertNever(verdict);
  }
}

/** What the verdict of one output means, with its rules or its first difference. */
export function outputSentence(outcome: OutputOutcome, locale: Locale): string {
  const { translator } = locale;
  const { detail, recorded, rules, verdict } = outcome;
  switch (verdict) {
    case 'identical':
      return translator.__('The replay showed exactly this.');
    case 'equivalent':
      return translator.__(
        'The replay showed the same but for %1.',
        rulesText(rules)
      );
    case 'volatile':
      return joined(
        translator.__('It differs, and you said that it may.'),
        detail
      );
    case 'unknown':
      return joined(
        recorded === null
          ? translator.__('What was recorded is not here whole.')
          : translator.__('Only a part of the record was kept.'),
        detail
      );
    case 'different':
      return detail === ''
        ? translator.__('The replay showed something else.')
        : detail;
    case 'missing':
      return recorded === null
        ? translator.__(
            'The replay showed this, and nothing of it is recorded.'
          )
        : translator.__('The replay did not show this.');
    case 'error':
      return detail === '' ? translator.__('The replay failed here.') : detail;
    default:
      return assertNever(verdict);
  }
}

/** What the rules let pass, in words: `memory addresses, dates`. */
export function rulesText(rules: readonly string[]): string {
  return rules
    .map(id => allRules.find(rule => rule.id === id)?.label ?? id)
    .join(', ');
}

/** The rules by which a cell counts as the same, each once. */
export function rulesOf({ outputs }: CellOutcome): readonly string[] {
  return [...new Set(outputs.flatMap(({ rules }) => rules))].sort();
}

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

/** `Cell 5 of 14`, with the repeat where there are several. */
export function stepText(progress: ReplayProgress, locale: Locale): string {
  const { translator } = locale;
  const { current, done, repeat, repeats, steps } = progress;
  const step =
    current === null && done === 0
      ? translator.__('Starting a kernel…')
      : translator.__('Cell %1 of %2', Math.min(done + 1, steps), steps);
  return repeats > 1
    ? translator.__('Replay %1 of %2: %3', repeat, repeats, step)
    : step;
}

/** `about 12 s left`; empty while it is not known. */
export function leftText(leftMs: number | null, locale: Locale): string {
  return leftMs === null
    ? ''
    : leftMs < 1000
      ? locale.translator.__('nearly done')
      : locale.translator.__('about %1 left', durationText(leftMs, locale));
}

/** `0.934 ± 0.011`: two digits of the deviation, and as many places of the mean. */
export function spreadText(
  { deviation, mean }: MetricSpread,
  { tag }: Locale
): string {
  if (deviation === null || deviation === 0) {
    return new Intl.NumberFormat(tag, { maximumSignificantDigits: 6 }).format(
      mean
    );
  }
  const last = Math.floor(Math.log10(deviation)) - 1;
  const places = Math.min(20, Math.max(0, -last));
  const format = new Intl.NumberFormat(tag, { maximumFractionDigits: places });
  return `${format.format(mean)} ± ${format.format(deviation)}`;
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

function joined(...sentences: readonly string[]): string {
  return sentences.filter(sentence => sentence !== '').join(' ');
}
