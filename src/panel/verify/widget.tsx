// The Verify view as a widget.
import { ReactWidget } from '@jupyterlab/ui-components';
import * as React from 'react';

import { verifyIcon } from './icons';
import type { IVerifyHost } from './subject';
import { VerifyView } from './view';

/** Content of a main-area widget. */
export class VerifyWidget extends ReactWidget {
  constructor(private readonly _host: IVerifyHost) {
    super();
    const { translator } = _host.locale;
    this.id = 'jp-retrace-verify';
    this.addClass('jp-RetraceView');
    this.addClass('jp-RetraceVerify');
    this.title.icon = verifyIcon;
    this.title.label = translator.__('Verify');
    this.title.caption = translator.__(
      'Whether a fresh kernel gives the same outputs'
    );
    this.title.closable = true;
    this.node.tabIndex = -1;
    this.node.setAttribute('role', 'region');
    this.node.setAttribute('aria-label', this.title.label);
  }

  protected override render(): JSX.Element {
    return <VerifyView host={this._host} />;
  }

  protected override onActivateRequest(): void {
    const button = this.node.querySelector<HTMLElement>('button');
    (button ?? this.node).focus();
  }
}
