// The comparison as a widget.
import * as React from 'react';

import type { IEnvironmentHost } from '../environment/host';
import { environmentIcon } from '../environment/icon';
import { ModelWidget } from '../sections';
import type { ComparisonModel } from './model';
import { ComparisonView } from './view';

/** Content of a main-area widget. */
export class ComparisonWidget extends ModelWidget<ComparisonModel> {
  constructor(
    model: ComparisonModel,
    private readonly _host: IEnvironmentHost
  ) {
    super(model);
    const { translator } = _host.locale;
    this.addClass('jp-RetraceView');
    this.addClass('jp-RetraceEnvironment');
    this.addClass('jp-RetraceComparison');
    this.title.icon = environmentIcon;
    this.title.label = translator.__('Two Runs');
    this.title.caption = translator.__('What two runs of a notebook differ in');
    this.node.setAttribute('aria-label', this.title.caption);
  }

  protected override render(): JSX.Element {
    return <ComparisonView model={this.model} host={this._host} />;
  }

  /** The tab says which runs they are. */
  protected override name(): void {
    const { state } = this.model;
    if (state !== null && state !== 'gone') {
      this.title.label = this._host.locale.translator.__(
        'Runs %1 and %2',
        state.before.history.run.number,
        state.after.history.run.number
      );
    }
  }
}
