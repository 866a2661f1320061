// The page as a widget.
import * as React from 'react';

import { ModelWidget } from '../sections';
import type { IEnvironmentHost } from './host';
import { environmentIcon } from './icon';
import type { EnvironmentModel } from './model';
import { EnvironmentView } from './view';

/** Content of a main-area widget. */
export class EnvironmentWidget extends ModelWidget<EnvironmentModel> {
  constructor(
    model: EnvironmentModel,
    private readonly _host: IEnvironmentHost
  ) {
    super(model);
    const { translator } = _host.locale;
    this.addClass('jp-RetraceView');
    this.addClass('jp-RetraceEnvironment');
    this.title.icon = environmentIcon;
    this.title.label = translator.__('Environment & Data');
    this.title.caption = translator.__(
      'What a re-run of this run needs, as far as it is recorded'
    );
    this.node.setAttribute('aria-label', this.title.label);
  }

  protected override render(): JSX.Element {
    return <EnvironmentView model={this.model} host={this._host} />;
  }

  /** The tab says which run it is. */
  protected override name(): void {
    const { state } = this.model;
    if (state.kind === 'ready') {
      this.title.label = this._host.locale.translator.__(
        'Environment of Run %1',
        state.facts.history.run.number
      );
    }
  }
}
