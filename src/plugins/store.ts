// Provides the run store: one for each server that this browser visits.
import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { PageConfig } from '@jupyterlab/coreutils';
import { ISettingRegistry } from '@jupyterlab/settingregistry';

import { createRunStore, type IBudgetedRunStore } from '../store';
import { IRunStore } from '../tokens';

/** The plugin whose schema holds the settings of all of ours. */
const SETTINGS = 'jupyterlab-retrace:plugin';

/** The setting that limits what is kept, in megabytes. */
const BUDGET = 'historyBudgetMegabytes';

/** The run store of this page's server. */
export const storePlugin: JupyterFrontEndPlugin<IRunStore> = {
  id: 'jupyterlab-retrace:store',
  description: 'Keeps the runs that Retrace recorded, in the browser.',
  autoStart: true,
  provides: IRunStore,
  optional: [ISettingRegistry],
  activate: (
    _app: JupyterFrontEnd,
    settings: ISettingRegistry | null
  ): IRunStore => {
    const store = createRunStore({ baseUrl: PageConfig.getBaseUrl() });
    void followBudget(store, settings);
    return store;
  }
};

/** Applies the setting now and after every change; without settings the default holds. */
async function followBudget(
  store: IBudgetedRunStore,
  registry: ISettingRegistry | null
): Promise<void> {
  if (registry === null) {
    return;
  }
  try {
    const settings = await registry.load(SETTINGS);
    const apply = (): void => {
      const megabytes: unknown = settings.get(BUDGET).composite;
      if (typeof megabytes === 'number' && megabytes > 0) {
        store.setBudget(megabytes * 1_000_000);
      }
    };
    settings.changed.connect(apply);
    apply();
  } catch (error) {
    console.error('Retrace: the settings could not be read.', error);
  }
}
