// Binds the panel's views to JupyterLab.
import type { JupyterFrontEnd } from '@jupyterlab/application';
import { Clipboard, Notification } from '@jupyterlab/apputils';
import type { IEditorLanguageRegistry } from '@jupyterlab/codemirror';
import { PageConfig } from '@jupyterlab/coreutils';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { Menu } from '@lumino/widgets';

import { describe, hintOf, remedyLabel, type Finding } from '../../hazards';
import type { Degree } from '../../facts';
import type { DependenceGraph } from '../../lineage';
import {
  assertNever,
  type CellId,
  type Execution,
  type ExecutionId,
  type RunId
} from '../../model';
import {
  restrictedRegistry,
  wordingFor,
  type CommandArguments,
  type IPanelHost,
  type Locale,
  type MenuEntry,
  type ReferencePolicy
} from '../../panel';
import type {
  IForecaster,
  INotebookActions,
  IRunChecklists,
  IRunRecorder,
  IRunStore
} from '../../tokens';

export type PanelHostOptions = {
  readonly app: JupyterFrontEnd;
  readonly tracker: INotebookTracker;
  readonly store: IRunStore;
  readonly recorder: IRunRecorder;
  readonly forecaster: IForecaster | null;
  readonly checklists: IRunChecklists | null;
  readonly actions: INotebookActions | null;
  readonly languages: IEditorLanguageRegistry | null;
  readonly rendermime: IRenderMimeRegistry;
  readonly locale: Locale;
  /** Brings an execution into view in the panel. */
  revealExecution(executionId: ExecutionId): Promise<void>;
};

/** Everything acts on the notebook in front, which is the one that the panel shows. */
export class PanelHost implements IPanelHost {
  constructor(private readonly _options: PanelHostOptions) {
    this.address = new URL(PageConfig.getBaseUrl(), window.location.href).href;
    this.locale = _options.locale;
  }

  readonly address: string;
  readonly locale: Locale;

  now(): number {
    return Date.now();
  }

  hasCommand(id: string): boolean {
    return this._options.app.commands.hasCommand(id);
  }

  execute(id: string, args: CommandArguments): void {
    this._settle(this._options.app.commands.execute(id, args));
  }

  openMenu(anchor: HTMLElement, entries: readonly MenuEntry[]): void {
    const menu = new Menu({ commands: this._options.app.commands });
    for (const entry of entries) {
      menu.addItem(
        entry === 'separator'
          ? { type: 'separator' }
          : { command: entry.command, args: entry.args }
      );
    }
    menu.aboutToClose.connect(() => {
      if (menu.node.contains(document.activeElement)) {
        anchor.focus();
      }
      requestAnimationFrame(() => menu.dispose());
    });
    const { bottom, left } = anchor.getBoundingClientRect();
    menu.open(left, bottom);
  }

  copy(text: string): void {
    Clipboard.copyToSystem(text);
  }

  async highlight(
    code: string,
    mediaType: string,
    element: HTMLElement
  ): Promise<void> {
    const { languages } = this._options;
    const language = languages?.findByMIME(mediaType) ?? null;
    if (languages && language) {
      await languages.highlight(code, language, element);
    } else {
      element.textContent = code;
    }
  }

  rendering(policy: () => ReferencePolicy): IRenderMimeRegistry {
    return restrictedRegistry(this._options.rendermime, policy);
  }

  describe(finding: Finding, cells: ReadonlyMap<CellId, number>): string {
    const order = [...cells.keys()];
    return describe(finding, wordingFor(order, this.locale.translator));
  }

  remedyLabel({ remedy }: Finding): string | null {
    return remedy && this._options.actions
      ? remedyLabel(remedy, this.locale.translator)
      : null;
  }

  remedy({ remedy }: Finding): void {
    this._act((actions, panel) => {
      switch (remedy?.kind) {
        case undefined:
          return Promise.resolve();
        case 'run-cells':
          return actions.runCells(panel, remedy.cellIds);
        case 'restart-and-run-to':
          return actions.restartAndRunTo(panel, remedy.cellId);
        case 'restore-cell':
          return actions.restoreCell(panel, remedy.executionId);
        default:
          return assertNever(remedy);
      }
    });
  }

  goToCell(cellId: CellId): void {
    this._act(async (actions, panel) => {
      if (!(await actions.goToCell(panel, cellId))) {
        Notification.warning(
          this.locale.translator.__('This cell is no longer in the notebook.')
        );
      }
    });
  }

  hint(finding: Finding): string {
    return hintOf(finding, this.locale.translator);
  }

  async executions(ids: readonly ExecutionId[]): Promise<readonly Execution[]> {
    const found = await Promise.all(
      ids.map(id => this._options.store.execution(id))
    );
    return found.filter(each => each !== null);
  }

  goToExecution(executionId: ExecutionId): void {
    this._settle(this._options.revealExecution(executionId));
  }

  why(cellId: CellId): DependenceGraph | null {
    const { forecaster, tracker } = this._options;
    const path = tracker.currentWidget?.context.path;
    return forecaster && path !== undefined
      ? forecaster.why(path, cellId)
      : null;
  }

  degree(runId: RunId): Degree | undefined {
    return this._options.checklists?.degree(runId);
  }

  setRecording(isOn: boolean): void {
    const { recorder, tracker } = this._options;
    const panel = tracker.currentWidget;
    if (panel) {
      recorder.setRecording(panel.context.path, isOn);
    }
  }

  private _act(
    act: (actions: INotebookActions, panel: NotebookPanel) => Promise<void>
  ): void {
    const { actions, tracker } = this._options;
    const panel = tracker.currentWidget;
    if (actions && panel) {
      this._settle(act(actions, panel));
    }
  }

  /** A rejected action is shown: the user asked for it and waits. */
  private _settle(done: Promise<unknown>): void {
    done.catch(error => {
      console.error(error);
      Notification.error(
        this.locale.translator.__('That did not work: %1', String(error))
      );
    });
  }
}
