// Remembers dismissed findings: single ones in the application's state, rules in the settings.
import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { IStateDB } from '@jupyterlab/statedb';

import { IDismissals } from '../tokens';
import {
  Dismissed,
  type IdentityStorage,
  type RuleStorage
} from './dismissals/dismissals';

/** The plugin whose schema holds the settings of all of ours. */
const SETTINGS = 'jupyterlab-retrace:plugin';

/** The setting with the codes of dismissed rules. */
const RULES = 'dismissedRules';

/** Without a state database or settings, what is dismissed lasts as long as the page. */
export const dismissalsPlugin: JupyterFrontEndPlugin<IDismissals> = {
  id: 'jupyterlab-retrace:dismissals',
  description: 'Remembers which findings the user dismissed.',
  autoStart: true,
  provides: IDismissals,
  optional: [IStateDB, ISettingRegistry],
  activate: (
    _app: JupyterFrontEnd,
    state: IStateDB | null,
    registry: ISettingRegistry | null
  ): IDismissals => {
    const report = (error: unknown): void =>
      console.error('Retrace could not remember what was dismissed.', error);
    const dismissed = new Dismissed({
      identities: identityStorage(state),
      rules: ruleStorage(registry),
      report
    });
    registry
      ?.load(SETTINGS)
      .then(settings => {
        const read = (): void =>
          dismissed.showRules(texts(settings.get(RULES).composite));
        settings.changed.connect(read);
        read();
      })
      .catch(report);
    return dismissed;
  }
};

function identityStorage(state: IStateDB | null): IdentityStorage {
  const key = (path: string): string => `jupyterlab-retrace:dismissed:${path}`;
  return {
    load: async path => texts(await state?.fetch(key(path))),
    save: async (path, identities) => {
      await (identities.length > 0
        ? state?.save(key(path), [...identities])
        : state?.remove(key(path)));
    }
  };
}

function ruleStorage(registry: ISettingRegistry | null): RuleStorage {
  return {
    save: async codes => {
      await registry?.set(SETTINGS, RULES, [...codes]);
    }
  };
}

/** What is stored may be anything. */
function texts(stored: unknown): readonly string[] {
  return Array.isArray(stored)
    ? stored.filter((each): each is string => typeof each === 'string')
    : [];
}
