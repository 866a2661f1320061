// What two runs cost.
import type { RunComparison } from '../../facts';
import { bytesText, durationText, type Locale } from '../runs/words';
import type { Section, SectionRow } from '../sections/section';
import { headOf } from './head-and-tone';

/** Executions, times and memory; what was not reported is said to be unknown. */
export function costSection(
  comparison: RunComparison,
  locale: Locale
): Section {
  const { translator } = locale;
  const { after, before } = comparison;
  const time = (ms: number | null): string =>
    ms === null ? translator.__('unknown') : durationText(ms, locale);
  const bytes = (count: number | null): string =>
    count === null ? translator.__('unknown') : bytesText(count, locale);
  const row = (
    key: string,
    title: string,
    textOf: (run: typeof before) => string
  ): SectionRow => ({ key, cells: [title, textOf(before), textOf(after)] });
  return {
    id: 'cost',
    title: translator.__('Cost'),
    summary: '',
    head: headOf(translator.__('Item'), comparison, translator),
    rows: [
      row('executions', translator.__('Executions'), run =>
        String(run.executions.length)
      ),
      row('wall', translator.__('Time in cells'), run => time(run.cost.wallMs)),
      row('cpu', translator.__('Processor time'), run => time(run.cost.cpuMs)),
      row('memory', translator.__('Peak memory'), run =>
        bytes(run.cost.peakMemoryBytes)
      )
    ],
    empty: '',
    unknown: []
  };
}
