// How the user wants to have things verified, kept in the settings.
import type { ISettingRegistry } from '@jupyterlab/settingregistry';

/** What is asked before the first time. */
export type VerifyChoices = {
  /** Where the replay's kernel works. */
  readonly folder: 'copy' | 'notebook';
  /** Time limit of one cell, in seconds. */
  readonly cellSeconds: number;
  /** True to be asked each time. */
  readonly asks: boolean;
};

const SETTINGS = 'jupyterlab-retrace:plugin';

const DEFAULTS: VerifyChoices = {
  folder: 'copy',
  cellSeconds: 600,
  asks: true
};

/** Reads and writes them; without settings they last as long as the page. */
export class Choices {
  constructor(private readonly _registry: ISettingRegistry | null) {}

  async load(): Promise<VerifyChoices> {
    if (this._registry === null) {
      return this._kept;
    }
    const settings = await this._registry.load(SETTINGS);
    const seconds = settings.get('verifyCellSeconds').composite;
    return {
      folder:
        settings.get('verifyFolder').composite === 'notebook'
          ? 'notebook'
          : 'copy',
      cellSeconds:
        typeof seconds === 'number' && seconds > 0
          ? seconds
          : DEFAULTS.cellSeconds,
      asks: settings.get('verifyAsks').composite !== false
    };
  }

  async save(choices: VerifyChoices): Promise<void> {
    this._kept = choices;
    if (this._registry !== null) {
      const settings = await this._registry.load(SETTINGS);
      await settings.set('verifyFolder', choices.folder);
      await settings.set('verifyCellSeconds', choices.cellSeconds);
      await settings.set('verifyAsks', choices.asks);
    }
  }

  private _kept: VerifyChoices = DEFAULTS;
}
