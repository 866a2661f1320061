// One notebook's forecast in a few words, for the status bar.
import { dismissedCells } from '../../hazards';
import type { Verdict } from '../../lineage';
import type { Translator } from '../../model';
import type {
  NotebookForecast,
  NotebookProof,
  RecordingState
} from '../../tokens';
import { isUnrecorded } from '../marks/model';
import type { Locale } from '../runs/words';
import { provenText } from '../verify/proof-words';

/** What the status bar shows. */
export type Status = {
  readonly label: string;
  /** One sentence a line. */
  readonly tooltip: string;
  /** The worst verdict of a shown cell whose findings are not all dismissed; `unrun` when there is nothing to judge. */
  readonly verdict: Verdict;
};

/** What a status is made from. */
export type StatusInput = {
  /** Null until there is one. */
  readonly forecast: NotebookForecast | null;
  readonly recording: RecordingState;
  /** The newest replay of the notebook; null when there was none. */
  readonly proof: NotebookProof | null;
};

type Summary = NotebookForecast['summary'] & { readonly dismissed: number };

/** The status of one notebook. */
export function statusOf(
  { forecast, proof, recording }: StatusInput,
  locale: Locale
): Status {
  const { translator } = locale;
  const judged =
    forecast && forecast.summary.shown > 0 && !isUnrecorded(forecast);
  const summary = judged ? told(forecast) : null;
  const said = label({ forecast, recording }, summary, translator);
  const why = tooltip({ forecast, recording }, summary, translator);
  return {
    label:
      proof === null
        ? said
        : translator.__('%1, %2', said, proofLabel(proof, translator)),
    tooltip: proof === null ? why : `${provenText(proof, locale)}\n${why}`,
    verdict: summary ? worst(summary) : 'unrun'
  };
}

/** The sum with dismissed cells counted as such, and not by their verdicts. */
function told(forecast: NotebookForecast): Summary {
  const { cells, dismissed, findings, summary } = forecast;
  const silenced = dismissedCells(cells, findings, dismissed);
  const counts = { ...summary, dismissed: silenced.size };
  for (const { cellId, verdict } of cells) {
    counts[verdict] -= silenced.has(cellId) ? 1 : 0;
  }
  return counts;
}

/** What a replay showed, beside what the forecast says. */
function proofLabel(
  { isCurrent, proof }: NotebookProof,
  translator: Translator
): string {
  return isCurrent === false
    ? translator.__('proven for an earlier version')
    : translator.__('proven %1 of %2', proof.proven, proof.compared);
}

type Known = Pick<StatusInput, 'forecast' | 'recording'>;

function label(
  { forecast, recording }: Known,
  summary: Summary | null,
  translator: Translator
): string {
  if (summary) {
    const { dismissed, same, shown } = summary;
    const known = translator.__('Reproducible: %1 of %2', same, shown);
    const sum =
      dismissed === 0
        ? known
        : translator.__('%1, %2 dismissed', known, dismissed);
    return recording.isRecording
      ? sum
      : translator.__('%1 (not recording)', sum);
  }
  if (!recording.isRecording) {
    return translator.__('Not recording');
  }
  return forecast && isUnrecorded(forecast)
    ? translator.__('Reproducible: not known yet')
    : translator.__('Reproducible: nothing run yet');
}

function tooltip(
  { forecast, recording }: Known,
  summary: Summary | null,
  translator: Translator
): string {
  const lines = summary
    ? [
        translator.__(
          'If the kernel were restarted and all cells run, from top to bottom:'
        ),
        ...counts(summary, translator)
      ]
    : [emptySentence(forecast, translator)];
  if (!recording.isRecording) {
    lines.push(translator.__('Recording is off for this notebook.'));
  }
  if ((recording.run?.gaps.length ?? 0) > 0) {
    lines.push(translator.__('The record of this run is incomplete.'));
  }
  return [...lines, translator.__('Click to see the findings.')].join('\n');
}

function counts(
  { differs, dismissed, fails, random, same, unknown, unrun }: Summary,
  translator: Translator
): string[] {
  const lines: readonly [number, string][] = [
    [same, translator.__('Same output: %1', same)],
    [differs, translator.__('Another output: %1', differs)],
    [fails, translator.__('Failure: %1', fails)],
    [random, translator.__('Another output each time: %1', random)],
    [unknown, translator.__('Not known: %1', unknown)],
    [dismissed, translator.__('Dismissed: %1', dismissed)],
    [unrun, translator.__('Not run yet: %1', unrun)]
  ];
  return lines.filter(([count]) => count > 0).map(([, line]) => line);
}

function emptySentence(
  forecast: NotebookForecast | null,
  translator: Translator
): string {
  return forecast && isUnrecorded(forecast)
    ? translator.__(
        'The outputs in this notebook were made while nothing was recorded.'
      )
    : translator.__('No cell of this notebook has run yet.');
}

function worst({
  differs,
  dismissed,
  fails,
  random,
  unknown
}: Summary): Verdict {
  if (fails > 0) {
    return 'fails';
  }
  if (differs > 0) {
    return 'differs';
  }
  if (random > 0) {
    return 'random';
  }
  if (unknown > 0) {
    return 'unknown';
  }
  // What was dismissed is not fine: no tick beside it.
  return dismissed > 0 ? 'unrun' : 'same';
}
