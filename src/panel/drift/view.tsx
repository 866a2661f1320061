// The line above the runs that says under which other environment the shown outputs were made.
import { closeIcon } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { Drift } from '../../facts';
import { PanelButton } from '../button';
import { commandIds } from '../command-ids';
import type { IPanelHost } from '../host';
import { driftSentence } from './words';

/** Nothing without drift; leads to what differs, and goes away on demand. */
export function DriftView(props: {
  readonly drift: Drift | null;
  readonly host: IPanelHost;
}): JSX.Element | null {
  const { drift, host } = props;
  const { translator } = host.locale;
  return drift === null ? null : (
    <div className="jp-RetraceDrift" role="status">
      <p>
        <bdi>{driftSentence(drift, translator)}</bdi>
      </p>
      <div className="jp-RetraceDrift-actions">
        <PanelButton
          className="jp-mod-framed"
          text={translator.__('Details')}
          name={translator.__('Details of the other environment')}
          onClick={() =>
            host.execute(commandIds.compareRuns, {
              runId: drift.producer.run.runId,
              otherId: drift.present.run.runId
            })
          }
        />
        <PanelButton
          icon={closeIcon}
          caption={translator.__('Dismiss until the difference changes')}
          onClick={() => host.execute(commandIds.dismissDrift, {})}
        />
      </div>
    </div>
  );
}
