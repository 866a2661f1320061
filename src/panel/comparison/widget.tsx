// The comparison as a widget.
import { ReactWidget } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import * as React from 'react';

import type { IEnvironmentHost } from '../environment/host';
import { environmentIcon } from '../environment/icon';
import type { ComparisonModel } from './model';
import { ComparisonView } from './view';

/** Content of a main-area widget; owns its model and tells it whether it can be seen. */
export class ComparisonWidget extends ReactWidget {
  constructor(
    private readonly _model: ComparisonModel,
    private readonly _host: IEnvironmentHost
  ) {
    super();
    const { translator } = _host.locale;
    this.addClass('jp-RetraceEnvironment');
    this.addClass('jp-RetraceComparison');
    this.title.icon = environmentIcon;
    this.title.label = translator.__('Two Runs');
    this.title.caption = translator.__('What two runs of a notebook differ in');
    this.title.closable = true;
    this.node.setAttribute('role', 'region');
    this.node.setAttribute('aria-label', this.title.caption);
    _model.changed.connect(this._name, this);
  }

  override dispose(): void {
    if (!this.isDisposed) {
      super.dispose();
      this._model.dispose();
    }
  }

  protected override render(): JSX.Element {
    return <ComparisonView model={this._model} host={this._host} />;
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

  protected override onActivateRequest(): void {
    this.node.querySelector<HTMLElement>('button')?.focus();
  }

  /** The tab says which runs they are. */
  private _name(): void {
    const { state } = this._model;
    if (state !== null && state !== 'gone') {
      this.title.label = this._host.locale.translator.__(
        'Runs %1 and %2',
        state.before.history.run.number,
        state.after.history.run.number
      );
    }
  }
}
