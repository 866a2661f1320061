// Marks the cells whose outputs a fresh run would not give again, and explains them.
import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette, Notification } from '@jupyterlab/apputils';
import { INotebookTracker, type NotebookPanel } from '@jupyterlab/notebook';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import type { Wording } from '../hazards';
import { asCellId, type CellId } from '../model';
import {
  cellProofText,
  explainCell,
  MarkLayer,
  marksOf,
  withProof,
  wordingFor,
  type Locale
} from '../panel';
import { IForecaster, IProofs, IRunHistoryPanel } from '../tokens';
import { localeOf } from './panel/locale';

/** Command ids of this plugin. */
export const marksCommands = { explain: 'retrace:explain-cell' } as const;

/** The plugin whose schema holds the settings of all of ours. */
const SETTINGS = 'jupyterlab-retrace:plugin';

/** Marks at cells, and a command that says the same of the active cell. */
export const marksPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-retrace:marks',
  description:
    'Marks the cells whose outputs a fresh run would not give again.',
  autoStart: true,
  requires: [INotebookTracker, IForecaster],
  optional: [
    IRunHistoryPanel,
    IProofs,
    ISettingRegistry,
    ICommandPalette,
    ITranslator
  ],
  activate: (
    app: JupyterFrontEnd,
    tracker: INotebookTracker,
    forecaster: IForecaster,
    historyPanel: IRunHistoryPanel | null,
    proofs: IProofs | null,
    settings: ISettingRegistry | null,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ): void => {
    const locale = localeOf(translator ?? nullTranslator);
    const trans = locale.translator;
    const marks = new Marks({
      forecaster,
      tracker,
      locale,
      historyPanel,
      proofs
    });
    void followSetting(settings, isOn => marks.setShown(isOn));
    app.commands.addCommand(marksCommands.explain, {
      label: trans.__('Explain This Cell’s Reproducibility'),
      caption: trans.__(
        'Say whether a fresh run of the notebook would give the active cell’s output again, and why.'
      ),
      isEnabled: () => tracker.activeCell?.model.type === 'code',
      execute: () => marks.explainActiveCell(),
      describedBy: { args: { type: 'object', properties: {} } }
    });
    palette?.addItem({
      command: marksCommands.explain,
      category: trans.__('Retrace')
    });
  }
};

type MarksOptions = {
  readonly forecaster: IForecaster;
  readonly tracker: INotebookTracker;
  readonly locale: Locale;
  readonly historyPanel: IRunHistoryPanel | null;
  readonly proofs: IProofs | null;
};

/** The mark layers of all open notebooks. */
class Marks {
  constructor(private readonly _options: MarksOptions) {
    const { forecaster, proofs, tracker } = _options;
    tracker.forEach(panel => this._watch(panel));
    tracker.widgetAdded.connect((_, panel) => this._watch(panel));
    const update = (_: unknown, notebookPath: string): void => {
      for (const panel of this._layers.keys()) {
        if (panel.context.path === notebookPath) {
          this._update(panel);
        }
      }
    };
    forecaster.changed.connect(update);
    proofs?.changed.connect(update);
  }

  setShown(isShown: boolean): void {
    this._isShown = isShown;
    for (const panel of this._layers.keys()) {
      this._update(panel);
    }
  }

  /** Says everything that is known about the active cell, and shows where it comes from. */
  async explainActiveCell(): Promise<void> {
    const { forecaster, historyPanel, locale, proofs, tracker } = this._options;
    const panel = tracker.currentWidget;
    const active = tracker.activeCell;
    if (!panel || !active) {
      return;
    }
    await forecaster.settled(panel);
    const cellId = asCellId(active.model.id);
    const forecast = forecaster.get(panel.context.path);
    const cell = forecast?.cells.find(each => each.cellId === cellId);
    const text =
      forecast && cell
        ? explainCell(cell, forecast, this._wording(panel))
        : locale.translator.__('Nothing is known about this cell yet.');
    const known = proofs?.latest(panel.context.path) ?? null;
    const proven = known && cellProofText(known, cellId, locale);
    Notification.info(proven ? `${text}\n${proven}` : text, {
      autoClose: 10_000
    });
    if (cell && cell.verdict !== 'same' && cell.verdict !== 'unrun') {
      await historyPanel?.revealFindings(cellId);
    }
  }

  private _watch(panel: NotebookPanel): void {
    const layer = new MarkLayer({
      notebook: panel.content,
      onOpen: cellId => void this._open(panel, cellId)
    });
    this._layers.set(panel, layer);
    panel.disposed.connect(() => {
      this._layers.delete(panel);
      layer.dispose();
    });
    this._update(panel);
  }

  private async _open(panel: NotebookPanel, cellId: CellId): Promise<void> {
    const index = panel.content.widgets.findIndex(
      cell => cell.model.id === cellId
    );
    if (index >= 0) {
      panel.content.activeCellIndex = index;
    }
    const { historyPanel } = this._options;
    if (historyPanel) {
      await historyPanel.revealFindings(cellId);
    } else {
      await this.explainActiveCell();
    }
  }

  private _update(panel: NotebookPanel): void {
    const { forecaster, locale, proofs } = this._options;
    const { path } = panel.context;
    const forecast = forecaster.get(path);
    const marks = forecast ? marksOf(forecast, this._wording(panel)) : [];
    const proof = proofs?.latest(path) ?? null;
    this._layers
      .get(panel)
      ?.show(this._isShown ? withProof(marks, proof, locale) : []);
  }

  private _wording(panel: NotebookPanel): Wording {
    const order = panel.content.widgets.map(cell => cell.model.id);
    return wordingFor(order, this._options.locale.translator);
  }

  private readonly _layers = new Map<NotebookPanel, MarkLayer>();
  private _isShown = true;
}

/** Hands on the setting `flags`, now and whenever it changes; without settings marks are shown. */
async function followSetting(
  registry: ISettingRegistry | null,
  onChanged: (isOn: boolean) => void
): Promise<void> {
  if (!registry) {
    return;
  }
  try {
    const settings = await registry.load(SETTINGS);
    const read = (): void => onChanged(settings.composite.flags !== false);
    settings.changed.connect(read);
    read();
  } catch (error) {
    console.error('Retrace could not read its settings.', error);
  }
}
