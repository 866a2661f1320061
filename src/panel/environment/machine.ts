// Hardware and cost of a run as a section.
import { hours, type RunFacts } from '../../facts';
import { bytesText, durationText, type Locale } from '../runs/words';
import type { Section, SectionRow } from '../sections';
import { unknownSentences } from './software';
import { itemText } from './words';

/** What the machine is, and what the run took of it. */
export function machineSection(
  { cost, history }: RunFacts,
  locale: Locale
): Section {
  const { translator } = locale;
  const details = history.environment?.details;
  const hardware = details?.hardware;
  const bytes = (value: number | null | undefined): string =>
    typeof value === 'number' ? bytesText(value, locale) : '';
  const row = (key: string, title: string, value: string): SectionRow[] =>
    value === '' ? [] : [{ key, cells: [title, value] }];
  const item = (key: string, value: string): SectionRow[] =>
    row(key, itemText(key, translator), value);
  const gpus = (hardware?.gpus ?? []).flatMap((gpu, index) =>
    row(
      `gpu ${index}`,
      translator.__('Graphics processor'),
      [
        gpu.name,
        bytes(gpu.memoryBytes),
        gpu.driver && translator.__('driver %1', gpu.driver)
      ]
        .filter(part => part !== '')
        .join(', ')
    )
  );
  const inHours = (ms: number | null): string =>
    ms === null
      ? ''
      : translator.__('%1 (%2 h)', durationText(ms, locale), hours(ms));
  const knowsNoGpu =
    hardware?.gpus.length === 0 &&
    details?.unknown['hardware.gpus'] === undefined;
  return {
    id: 'machine',
    title: translator.__('Hardware and cost'),
    summary: '',
    head: [],
    rows: [
      ...item('hardware.cpu', hardware?.cpu ?? ''),
      ...item('hardware.cores', String(hardware?.cores ?? '')),
      ...item('hardware.memoryBytes', bytes(hardware?.memoryBytes)),
      ...gpus,
      ...(knowsNoGpu
        ? row(
            'no-gpu',
            translator.__('Graphics processor'),
            translator.__('none')
          )
        : []),
      ...row('wall', translator.__('Time in cells'), inHours(cost.wallMs)),
      ...row('cpu', translator.__('Processor time'), inHours(cost.cpuMs)),
      ...(cost.gpuMs === 0
        ? []
        : row(
            'gpu',
            translator.__('Time with graphics memory in use'),
            inHours(cost.gpuMs)
          )),
      ...row(
        'memory',
        translator.__('Peak memory'),
        bytes(cost.peakMemoryBytes)
      ),
      ...row(
        'gpu-memory',
        translator.__('Peak graphics memory'),
        bytes(cost.gpuMemoryBytes)
      )
    ],
    empty: '',
    unknown: [
      ...unknownSentences(
        details?.unknown ?? {},
        each => each.startsWith('hardware'),
        translator
      ),
      ...(details
        ? []
        : [translator.__('Hardware: the kernel did not report it.')]),
      ...(cost.untold > 0
        ? [
            translator._n(
              'Processor time: %1 execution did not tell it.',
              'Processor time: %1 executions did not tell it.',
              cost.untold
            )
          ]
        : [])
    ]
  };
}
