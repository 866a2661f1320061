// Random numbers of a run as a section.
import type { RandomStream, RunFacts } from '../../facts';
import type { Translator } from '../../model';
import type { Section, SectionRow } from '../sections';

/** One row a stream, then the seeds that the code gives to calls. */
export function randomnessSection(
  { randomness }: RunFacts,
  translator: Translator
): Section {
  const { seedArguments, streams, unseen } = randomness;
  return {
    id: 'randomness',
    title: translator.__('Random numbers'),
    summary: '',
    head: [
      translator.__('Stream'),
      translator.__('Seed'),
      translator.__('Drawn from'),
      translator.__('Known from')
    ],
    rows: [
      ...streams.map(stream => streamRow(stream, translator)),
      ...seedArguments.map(({ argument, executionId, value }): SectionRow => ({
        key: `argument ${argument} ${value}`,
        cells: [`${argument}=`, value, '', translator.__('the code')],
        executionIds: [executionId]
      }))
    ],
    empty:
      unseen > 0
        ? translator.__(
            'Not known, because the kernel did not report it and the code could not be read.'
          )
        : translator.__('No use of random numbers was seen.'),
    unknown: []
  };
}

function streamRow(
  { draws, isReported, seeds, stream, unseeded }: RandomStream,
  translator: Translator
): SectionRow {
  const given = [...new Set(seeds.map(({ seed }) => seed).filter(Boolean))];
  const times = translator._n('%1 execution', '%1 executions', draws.length);
  return {
    key: `stream ${stream}`,
    cells: [
      stream === 'entropy' ? translator.__('chance that no seed sets') : stream,
      given.length > 0
        ? given.join(', ')
        : seeds.length > 0
          ? translator.__('given, value not known')
          : translator.__('none seen'),
      unseeded.length === 0
        ? times
        : translator.__(
            '%1, %2 of them without a seed',
            times,
            unseeded.length
          ),
      isReported ? translator.__('the kernel') : translator.__('the code')
    ],
    executionIds: [...seeds.map(({ executionId }) => executionId), ...draws],
    ...(unseeded.length > 0 && { tone: 'warning' as const })
  };
}
