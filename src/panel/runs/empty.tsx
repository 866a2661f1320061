// What the panel says when there is nothing to list.
import * as React from 'react';

import { PanelButton } from '../button';
import type { IPanelHost } from '../host';
import { runHistoryIcon } from '../icons';
import { isEmptyFilter, NO_FILTER } from './filter';
import type { RunHistoryModel } from './model';
import type { PanelState } from './state';

type EmptyProps = {
  readonly state: PanelState;
  readonly model: RunHistoryModel;
  readonly host: IPanelHost;
};

/** Null while there is something to list, or while it is not known yet. */
export function EmptyView(props: EmptyProps): JSX.Element | null {
  const { host, model, state } = props;
  const { translator } = host.locale;
  if (state.rows.length > 0 || state.isLoading) {
    return null;
  }
  if (state.runs.length > 0 && !isEmptyFilter(state.filter)) {
    return (
      <div className="jp-RetraceEmpty">
        <p>{translator.__('No execution matches.')}</p>
        <PanelButton
          className="jp-mod-framed"
          text={translator.__('Show all')}
          onClick={() => model.setFilter(NO_FILTER)}
        />
      </div>
    );
  }
  const { rest, title } = emptyWords(state, host);
  return (
    <div className="jp-RetraceEmpty">
      <runHistoryIcon.react tag="span" className="jp-RetraceEmpty-icon" />
      <p className="jp-RetraceEmpty-title">{title}</p>
      <p>{rest}</p>
      {state.notebook && !state.isRecording && (
        <PanelButton
          className="jp-mod-framed"
          text={translator.__('Record this notebook')}
          onClick={() => host.setRecording(true)}
        />
      )}
      {state.notebook && (
        <p className="jp-RetraceEmpty-address">
          {translator.__('History is kept in this browser, for the address')}{' '}
          <bdi>{host.address}</bdi>{' '}
          {translator.__(
            'alone. The same notebook opened at another address has a history of its own.'
          )}
        </p>
      )}
    </div>
  );
}

function emptyWords(
  { isRecording, notebook }: PanelState,
  { locale: { translator } }: IPanelHost
): { readonly title: string; readonly rest: string } {
  if (!notebook) {
    return {
      title: translator.__('No notebook open'),
      rest: translator.__('Open a notebook to see what ran in it, and when.')
    };
  }
  if (!isRecording) {
    return {
      title: translator.__('Recording is off'),
      rest: translator.__('What runs in this notebook is not recorded.')
    };
  }
  return notebook.hasKernel
    ? {
        title: translator.__('Nothing recorded yet'),
        rest: translator.__('Run a cell, and it appears here.')
      }
    : {
        title: translator.__('No kernel'),
        rest: translator.__(
          'Select a kernel and run a cell, and it appears here.'
        )
      };
}
