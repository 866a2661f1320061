// The forecast in one sentence, honest about what could not be told.
import type { Translator } from '../../model';
import type { NotebookForecast } from '../../tokens';

/** Null when the notebook shows nothing that could come out again. */
export function summaryText(
  { findings, summary }: NotebookForecast,
  translator: Translator
): string | null {
  const { same, shown, unknown } = summary;
  if (shown === 0) {
    return null;
  }
  if (findings.length === 0 && same === shown) {
    return translator.__('Every shown output would come out again.');
  }
  const known = translator._n(
    '%2 of %1 shown output would come out again.',
    '%2 of %1 shown outputs would come out again.',
    shown,
    same
  );
  return unknown === 0
    ? known
    : `${known} ${translator._n(
        '%1 could not be told.',
        '%1 could not be told.',
        unknown
      )}`;
}
