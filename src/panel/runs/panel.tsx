// The side panel as a widget.
import { ReactWidget } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import * as React from 'react';

import type { CellId, ExecutionId } from '../../model';
import type { IPanelHost } from '../host';
import { runHistoryIcon } from '../icons';
import type { RunHistoryModel } from './model';
import { PanelView } from './view';

/** Tells its model whether it can be seen; owns the model. */
export class RunHistoryPanel extends ReactWidget {
  constructor(model: RunHistoryModel, host: IPanelHost) {
    super();
    this.id = 'jp-retrace-run-history';
    this.addClass('jp-RetraceView');
    this.addClass('jp-RetracePanel');
    this.title.icon = runHistoryIcon;
    this.title.caption = host.locale.translator.__('Run History');
    this.node.setAttribute('role', 'region');
    this.node.setAttribute('aria-label', this.title.caption);
    this._host = host;
    this._model = model;
  }

  override dispose(): void {
    if (!this.isDisposed) {
      super.dispose();
      this._model.dispose();
    }
  }

  /** Brings an execution into view and focuses it; false when it is gone. */
  async showExecution(executionId: ExecutionId): Promise<boolean> {
    this._rowTarget = await this._model.reveal(executionId);
    this.update();
    return this._rowTarget !== null;
  }

  /** Focuses the finding of a cell, or the first. */
  showFinding(cellId: CellId | null): void {
    this._findingTarget = cellId;
    this.update();
  }

  /** Focuses the finding of a cell and opens its picture. */
  showWhy(cellId: CellId): void {
    this._whyTarget = cellId;
    this.showFinding(cellId);
  }

  protected override render(): JSX.Element {
    return (
      <PanelView
        model={this._model}
        host={this._host}
        rowTarget={this._rowTarget}
        findingTarget={this._findingTarget}
        whyTarget={this._whyTarget}
        onReached={this._onReached}
      />
    );
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this._model.setVisible(true);
  }

  protected override onAfterHide(message: Message): void {
    super.onAfterHide(message);
    this._model.setVisible(false);
  }

  protected override onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    this._model.setVisible(this.isVisible);
  }

  protected override onBeforeDetach(message: Message): void {
    this._model.setVisible(false);
    super.onBeforeDetach(message);
  }

  protected override onActivateRequest(): void {
    const focusable = this.node.querySelector<HTMLElement>(
      '[role="treeitem"][tabindex="0"], button'
    );
    focusable?.focus();
  }

  private readonly _onReached = (): void => {
    this._rowTarget = null;
    this._findingTarget = undefined;
    this._whyTarget = undefined;
    this.update();
  };

  private _findingTarget: CellId | null | undefined = undefined;
  private _whyTarget: CellId | undefined = undefined;
  private readonly _host: IPanelHost;
  private readonly _model: RunHistoryModel;
  private _rowTarget: string | null = null;
}
