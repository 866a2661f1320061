// What a replay came to, cell by cell and while it runs, in words. The locale is passed in.
import { allRules } from '../../compare';
import {
  assertNever,
  type CellOutcome,
  type MetricSpread,
  type OutputOutcome
} from '../../model';
import type { ReplayProgress } from '../../replay';
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

function joined(...sentences: readonly string[]): string {
  return sentences.filter(sentence => sentence !== '').join(' ');
}
