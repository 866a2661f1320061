// Judges recorded runs by the checklist, one after the other while the page is at leisure.
import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';

import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { languageOf } from '../languages';
import { IRunChecklists, IRunStore } from '../tokens';
import { RunChecklists } from './checklists/run-checklists';
import { memoised } from './forecaster/memo';
import { pagePacer } from './panel/page-pacer';

/** Degrees for the rows of the Run History panel. */
export const checklistsPlugin: JupyterFrontEndPlugin<IRunChecklists> = {
  id: 'jupyterlab-retrace:checklists',
  description: 'Judges runs by the checklist for reproducible work.',
  autoStart: true,
  provides: IRunChecklists,
  requires: [IRunStore],
  optional: [ITranslator],
  activate: (
    _app: JupyterFrontEnd,
    store: IRunStore,
    translator: ITranslator | null
  ): IRunChecklists => {
    const analysers = new Map<string, ReturnType<typeof memoised>>();
    return new RunChecklists({
      store,
      translator: (translator ?? nullTranslator).load('jupyterlab_retrace'),
      analyserOf: language => {
        const analyse = languageOf(language)?.analyse;
        const known = analysers.get(language) ?? (analyse && memoised(analyse));
        if (known) {
          analysers.set(language, known);
        }
        return known;
      },
      pacerOf: work =>
        pagePacer(work, error =>
          console.error('Retrace could not judge a run.', error)
        )
    });
  }
};
