// Lines above the list about the notebook's record as a whole.
import * as React from 'react';

import type { IPanelHost } from '../host';
import type { PanelState } from './state';
import { gapSentence } from './words';

/** Recording off, no kernel, and what the newest run lacks; nothing when the record is whole. */
export function NoticesView(props: {
  readonly state: PanelState;
  readonly host: IPanelHost;
}): JSX.Element | null {
  const { host, state } = props;
  const { locale } = host;
  const { currentRun, isRecording, notebook, rows } = state;
  if (!notebook) {
    return null;
  }
  const isEmpty = rows.length === 0;
  const lines = [
    isRecording || isEmpty
      ? ''
      : locale.translator.__(
          'Recording is off: what runs now is not recorded.'
        ),
    notebook.hasKernel || isEmpty
      ? ''
      : locale.translator.__('This notebook has no kernel now.'),
    ...(currentRun?.gaps ?? []).map(gap => gapSentence(gap, locale))
  ].filter(Boolean);
  return lines.length === 0 ? null : (
    <div className="jp-RetraceNotices" role="status">
      {lines.map(line => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
