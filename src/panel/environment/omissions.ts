// What the kernel could not tell of single executions as a section.
import type { RunFacts } from '../../facts';
import type { Translator } from '../../model';
import type { Section } from '../sections';

/** No section where every report was whole. */
export function omissionsSection(
  { omissions }: RunFacts,
  translator: Translator
): Section | null {
  return omissions.length === 0
    ? null
    : {
        id: 'omissions',
        title: translator.__('What the kernel could not tell'),
        summary: '',
        head: [translator.__('Sentence'), translator.__('Executions')],
        rows: omissions.map(({ executionIds, sentence }) => ({
          key: sentence,
          cells: [sentence, String(executionIds.length)],
          executionIds,
          tone: 'warning'
        })),
        empty: '',
        unknown: []
      };
}
