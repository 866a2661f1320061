// The dependence graph as a widget.
import { ReactWidget } from '@jupyterlab/ui-components';
import * as React from 'react';

import { graphIcon } from './icon';
import type { IGraphHost } from './subject';
import { GraphView } from './view';

/** Content of a main-area widget. */
export class GraphWidget extends ReactWidget {
  constructor(private readonly _host: IGraphHost) {
    super();
    const { translator } = _host;
    this.id = 'jp-retrace-graph';
    this.addClass('jp-RetraceView');
    this.addClass('jp-RetraceGraph');
    this.title.icon = graphIcon;
    this.title.label = translator.__('Dependence Graph');
    this.title.caption = translator.__(
      'Which cells of the notebook in front read from which'
    );
    this.title.closable = true;
    this.node.setAttribute('role', 'region');
    this.node.setAttribute('aria-label', this.title.label);
  }

  protected override render(): JSX.Element {
    return <GraphView host={this._host} />;
  }

  protected override onActivateRequest(): void {
    this.node
      .querySelector<HTMLElement>('.jp-RetraceGraph-canvas, button')
      ?.focus();
  }
}
