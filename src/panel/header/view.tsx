// The panel's own bar: which notebook, recording on or off, export, and a menu.
import type { LabIcon } from '@jupyterlab/ui-components';
import { downloadIcon, ellipsesIcon } from '@jupyterlab/ui-components';
import * as React from 'react';

import { PanelButton } from '../button';
import { commandIds } from '../command-ids';
import { graphIcon } from '../graph';
import type { IPanelHost, MenuEntry } from '../host';
import { recordIcon, recordOffIcon } from '../icons';
import type { PanelState } from '../runs/state';
import { verifyIcon } from '../verify/icons';

/** Names the notebook that the panel shows. */
export function HeaderView(props: {
  readonly state: PanelState;
  readonly host: IPanelHost;
}): JSX.Element {
  const { host, state } = props;
  const { translator } = host.locale;
  const { notebook, runs } = state;
  const path = notebook?.path ?? '';
  const newest = runs[0];
  return (
    <div
      className="jp-RetraceHeader"
      role="toolbar"
      aria-label={translator.__('Run History')}
    >
      <bdi className="jp-RetraceHeader-title" title={path}>
        {notebook
          ? path.slice(path.lastIndexOf('/') + 1)
          : translator.__('Run History')}
      </bdi>
      {notebook && <RecordingToggle state={state} host={host} />}
      {notebook && host.hasCommand(commandIds.showGraph) && (
        <PanelButton
          icon={graphIcon}
          caption={translator.__('Show dependence graph')}
          onClick={() => host.execute(commandIds.showGraph, {})}
        />
      )}
      {notebook && host.hasCommand(commandIds.verifyNotebook) && (
        <PanelButton
          icon={verifyIcon}
          caption={translator.__('Verify this notebook in a fresh kernel')}
          onClick={() => host.execute(commandIds.verifyNotebook, {})}
        />
      )}
      {newest && host.hasCommand(commandIds.exportRun) && (
        <PanelButton
          icon={downloadIcon}
          caption={translator.__('Export script of run %1…', newest.number)}
          onClick={() =>
            host.execute(commandIds.exportRun, { runId: newest.runId })
          }
        />
      )}
      <PanelButton
        icon={ellipsesIcon}
        caption={translator.__('More actions')}
        hasMenu={true}
        onClick={anchor => host.openMenu(anchor, menuEntries(state, host))}
      />
    </div>
  );
}

function RecordingToggle(props: {
  readonly state: PanelState;
  readonly host: IPanelHost;
}): JSX.Element {
  const { host, state } = props;
  const { translator } = host.locale;
  const { isRecording } = state;
  const icon: LabIcon = isRecording ? recordIcon : recordOffIcon;
  return (
    <PanelButton
      className={`jp-RetraceHeader-recording ${isRecording ? 'jp-mod-on' : 'jp-mod-off'}`}
      icon={icon}
      caption={
        isRecording
          ? translator.__('Recording this notebook. Click to stop.')
          : translator.__('Not recording this notebook. Click to record.')
      }
      name={translator.__('Record this notebook')}
      isPressed={isRecording}
      onClick={() => host.setRecording(!isRecording)}
    />
  );
}

function menuEntries(
  { notebook }: PanelState,
  host: IPanelHost
): readonly MenuEntry[] {
  const clearing: MenuEntry[] = notebook
    ? [{ command: commandIds.clearNotebook, args: {} }]
    : [];
  const settings: MenuEntry[] = host.hasCommand(commandIds.openSettings)
    ? ['separator', { command: commandIds.openSettings, args: SETTINGS_QUERY }]
    : [];
  const exporting: MenuEntry[] =
    notebook && host.hasCommand(commandIds.exportHistory)
      ? [{ command: commandIds.exportHistory, args: {} }, 'separator']
      : [];
  return [
    ...exporting,
    ...clearing,
    { command: commandIds.clearAll, args: {} },
    ...settings
  ];
}

const SETTINGS_QUERY = { query: 'Retrace' };
