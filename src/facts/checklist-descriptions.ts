// Rows that are asked for at every degree: what was done, described.
import type { RowRule } from './checklist-row';
import { listText } from './checklist-row';
import { preparationIn, trainingIn } from './models';

/** Low degree: descriptions. Where the code that ran says it, the code is the description. */
export const descriptionRows: readonly RowRule[] = [
  {
    id: 'model',
    level: 'low',
    title: translator => translator.__('Model'),
    wanted: translator =>
      translator.__(
        'A note that describes the model, or says that there is none.'
      ),
    judge: ({ models }, translator) =>
      models.length > 0
        ? {
            state: 'filled',
            evidence: translator.__(
              'Held in the run: %1.',
              listText(
                models.map(({ name, type }) => `${name} (${type})`),
                translator
              )
            )
          }
        : {
            state: 'missing',
            evidence: translator.__('No model was recognised in the run.')
          }
  },
  {
    id: 'hyperparameters',
    level: 'low',
    title: translator => translator.__('Hyperparameters'),
    wanted: translator =>
      translator.__(
        'Parameters bound to names or held in a dictionary such as “params”, or a note.'
      ),
    judge: (facts, translator) => {
      const names = facts.values
        .filter(({ role }) => role === 'parameter')
        .map(({ name }) => name);
      const wasLookedAt = facts.executions.some(
        ({ execution }) => execution.report?.scalars !== undefined
      );
      return names.length > 0
        ? {
            state: 'filled',
            evidence: translator._n(
              '%1 parameter with its value: %2.',
              '%1 parameters with their values: %2.',
              names.length,
              listText(names, translator)
            )
          }
        : wasLookedAt
          ? {
              state: 'missing',
              evidence: translator.__('No parameter was bound in the run.')
            }
          : {
              state: 'unknown',
              evidence: translator.__(
                'The kernel did not report the values of names.'
              )
            };
    }
  },
  {
    id: 'dataset',
    level: 'low',
    title: translator => translator.__('Dataset'),
    wanted: translator =>
      translator.__('A note that says what the data is and where it is from.'),
    judge: ({ data, profiles }, translator) => {
      const names = (profiles ?? [])
        .filter(({ name }) => name !== '_')
        .map(({ name, profile }) => `${name} (${profile.shape.join(' × ')})`);
      const files = (data.files ?? [])
        .filter(({ modes }) => modes.includes('read'))
        .map(({ path }) => path);
      if (names.length > 0) {
        return {
          state: 'filled',
          evidence: translator.__(
            'Shape and column types are recorded: %1.',
            listText(names, translator)
          )
        };
      }
      return {
        state: profiles === null ? 'unknown' : 'missing',
        evidence:
          files.length > 0
            ? translator.__(
                'Files were read, but nothing of what is in them is recorded: %1.',
                listText(files, translator)
              )
            : profiles === null
              ? translator.__('The kernel did not report what data it held.')
              : translator.__('No frame or array was held in the run.')
      };
    }
  },
  {
    id: 'preprocessing',
    level: 'low',
    title: translator => translator.__('Preprocessing'),
    wanted: translator =>
      translator.__(
        'A note that describes how the data was prepared, or says that it was not.'
      ),
    judge: ({ executions }, translator) => {
      const found = preparationIn(executions).length;
      return found > 0
        ? {
            state: 'filled',
            evidence: translator._n(
              'The code of %1 execution that prepares data is recorded.',
              'The code of %1 executions that prepare data is recorded.',
              found
            )
          }
        : {
            state: 'missing',
            evidence: translator.__(
              'No preparation of data was recognised in the code.'
            )
          };
    }
  },
  {
    id: 'training',
    level: 'low',
    title: translator => translator.__('Training'),
    wanted: translator =>
      translator.__(
        'A note that describes the training, or says that there was none.'
      ),
    judge: ({ executions, series }, translator) => {
      const found = trainingIn(executions).length;
      return found === 0
        ? {
            state: 'missing',
            evidence: translator.__('No training was recognised in the code.')
          }
        : {
            state: 'filled',
            evidence:
              series.length === 0
                ? translator._n(
                    'The code of %1 execution that trains is recorded.',
                    'The code of %1 executions that train is recorded.',
                    found
                  )
                : translator._n(
                    'The code of %1 execution that trains is recorded, and what was printed: %2.',
                    'The code of %1 executions that train is recorded, and what was printed: %2.',
                    found,
                    listText(
                      [...new Set(series.map(({ name }) => name))],
                      translator
                    )
                  )
          };
    }
  },
  {
    id: 'methodology',
    level: 'low',
    title: translator => translator.__('Methodology'),
    wanted: translator =>
      translator.__(
        'A note that says what was asked and how the results were judged.'
      ),
    judge: (_, translator) => ({
      state: 'missing',
      evidence: translator.__('Only you can describe it.')
    })
  },
  {
    id: 'uncertainty',
    level: 'low',
    title: translator => translator.__('Uncertainty'),
    wanted: translator =>
      translator.__(
        'Two or more replays of the run, which tell how far its metrics spread, or a note.'
      ),
    judge: ({ proofs }, translator) => {
      const spreads = proofs
        .flatMap(({ metrics }) => metrics)
        .filter(({ count, deviation }) => count > 1 && deviation !== null);
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
        : {
            state: 'missing',
            evidence: translator.__('The run was not repeated.')
          };
    }
  }
];

function rounded(value: number): string {
  return String(Number(value.toPrecision(4)));
}
