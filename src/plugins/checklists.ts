// Judges recorded runs by the checklist, one after the other while the page is at leisure.
import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';

import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { languageOf } from '../languages';
import { IRunChecklists, IRunStore } from '../tokens';
import { RunChecklists } from './checklists/run-checklists';
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
  ): IRunChecklists =>
    new RunChecklists({
      store,
      translator: (translator ?? nullTranslator).load('jupyterlab_retrace'),
      analyserOf: language => languageOf(language)?.analyse,
      pacerOf: work =>
        pagePacer(work, error =>
          console.error('Retrace could not judge a run.', error)
        )
    })
};
