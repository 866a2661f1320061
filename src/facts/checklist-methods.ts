// Rows that are asked for at every degree: how it was gone about, and how sure the results are.
import type { RowRule } from './checklist-row';
import { listText } from './checklist-row';
import { spreadsIn } from './spreads';

/** Words of text that a notebook has when it says what it does. */
const ENOUGH_WORDS = 40;

/** Low degree: what was asked, and how far the answer can be trusted. */
export const methodRows: readonly RowRule[] = [
  {
    id: 'methodology',
    level: 'low',
    title: translator => translator.__('Methodology'),
    wanted: translator =>
      translator.__(
        'Text cells in the notebook that say what was asked and how the results are judged, or a note.'
      ),
    judge: ({ prose }, translator) =>
      prose !== null && prose.words >= ENOUGH_WORDS
        ? {
            state: 'filled',
            evidence: translator._n(
              'The notebook had %1 text cell with %2 words when its last cell ran; it is kept with the run.',
              'The notebook had %1 text cells with %2 words when its last cell ran; they are kept with the run.',
              prose.cells,
              prose.words
            )
          }
        : prose === null
          ? {
              state: 'unknown',
              evidence: translator.__('The text of the notebook is not known.')
            }
          : {
              state: 'missing',
              evidence:
                prose.words === 0
                  ? translator.__('The notebook has no text.')
                  : translator._n(
                      'The text of the notebook has %1 word.',
                      'The text of the notebook has no more than %1 words.',
                      prose.words
                    )
            }
  },
  {
    id: 'uncertainty',
    level: 'low',
    title: translator => translator.__('Uncertainty'),
    wanted: translator =>
      translator.__(
        'Two or more replays of the run, which tell how far its metrics spread, code that works it out, or a note.'
      ),
    judge: ({ executions, proofs, values }, translator) => {
      const spreads = proofs
        .flatMap(({ metrics }) => metrics)
        .filter(({ count, deviation }) => count > 1 && deviation !== null);
      const inCode = spreadsIn(executions, values);
      return spreads.length > 0
        ? {
            state: 'filled',
            evidence: translator.__(
              'Mean and deviation over replays: %1.',
              listText(
                spreads.map(
                  ({ count, deviation, mean, name }) =>
                    `${name} ${rounded(mean)} ± ${rounded(deviation ?? 0)} (${count})`
                ),
                translator
              )
            )
          }
        : inCode.length > 0
          ? {
              state: 'filled',
              evidence: translator.__(
                'The code works out how far results spread: %1.',
                listText(inCode, translator)
              )
            }
          : {
              state: 'missing',
              evidence: translator.__(
                'The run was not repeated, and its code works out no spread that was recognised.'
              )
            };
    }
  }
];

function rounded(value: number): string {
  return String(Number(value.toPrecision(4)));
}
