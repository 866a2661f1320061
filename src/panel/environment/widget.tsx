// The page as a widget.
import { ReactWidget } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import * as React from 'react';

import type { IEnvironmentHost } from './host';
import { environmentIcon } from './icon';
import type { EnvironmentModel } from './model';
import { EnvironmentView } from './view';

/** Content of a main-area widget; owns its model and tells it whether it can be seen. */
export class EnvironmentWidget extends ReactWidget {
  constructor(
    private readonly _model: EnvironmentModel,
    private readonly _host: IEnvironmentHost
  ) {
    super();
    const { translator } = _host.locale;
    this.addClass('jp-RetraceEnvironment');
    this.title.icon = environmentIcon;
    this.title.label = translator.__('Environment & Data');
    this.title.caption = translator.__(
      'What a re-run of this run needs, as far as it is recorded'
    );
    this.title.closable = true;
    this.node.setAttribute('role', 'region');
    this.node.setAttribute('aria-label', this.title.label);
    _model.changed.connect(this._name, this);
  }

  override dispose(): void {
    if (!this.isDisposed) {
      super.dispose();
      this._model.dispose();
    }
  }

  protected override render(): JSX.Element {
    return <EnvironmentView model={this._model} host={this._host} />;
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
    this.node.querySelector<HTMLElement>('input, button')?.focus();
  }

  /** The tab says which run it is. */
  private _name(): void {
    const { state } = this._model;
    if (state.kind === 'ready') {
      this.title.label = this._host.locale.translator.__(
        'Environment of Run %1',
        state.facts.history.run.number
      );
    }
  }
}
