// Rows that are asked for at every degree: what was done, described.
import type { RowRule } from './checklist-row';
import { listText, notFound } from './checklist-row';
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
    judge: (facts, translator) =>
      facts.models.length > 0
        ? {
            state: 'filled',
            evidence: translator.__(
              'Held in the run: %1.',
              listText(
                facts.models.map(({ name, type }) => `${name} (${type})`),
                translator
              )
            )
          }
        : trainingIn(facts.executions).length > 0
          ? {
              state: 'missing',
              evidence: translator.__(
                'Something was trained, but no model was recognised in the run.'
              )
            }
          : notFound(
              facts,
              translator.__('No model was recognised in the run.')
            )
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
          ? notFound(
              facts,
              translator.__(
                'No parameter was bound to a name; what stands in calls is in the code.'
              )
            )
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
    judge: (facts, translator) => {
      const { data, profiles } = facts;
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
      if (files.length > 0) {
        return {
          state: profiles === null ? 'unknown' : 'missing',
          evidence: translator.__(
            'Files were read, but nothing of what is in them is recorded: %1.',
            listText(files, translator)
          )
        };
      }
      return profiles === null
        ? {
            state: 'unknown',
            evidence: translator.__(
              'The kernel did not report what data it held.'
            )
          }
        : notFound(
            facts,
            translator.__('No frame or array was held in the run.')
          );
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
    judge: (facts, translator) => {
      const found = preparationIn(facts.executions).length;
      return found > 0
        ? {
            state: 'filled',
            evidence: translator._n(
              'The code of %1 execution that prepares data is recorded.',
              'The code of %1 executions that prepare data is recorded.',
              found
            )
          }
        : notFound(
            facts,
            translator.__('No preparation of data was recognised in the code.')
          );
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
    judge: (facts, translator) => {
      const { executions, series } = facts;
      const found = trainingIn(executions).length;
      return found === 0
        ? notFound(
            facts,
            translator.__('No training was recognised in the code.')
          )
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
  }
];
