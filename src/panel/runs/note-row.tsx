// A row that stands in place of others.
import * as React from 'react';

import { PanelButton } from '../button';
import type { IPanelHost } from '../host';
import type { RunHistoryModel } from './model';
import { noteText } from './row-label';
import type { NoteRow } from './rows';

/** A quiet line, or the button that lists older runs. */
export function NoteRowView(props: {
  readonly row: NoteRow;
  readonly model: RunHistoryModel;
  readonly host: IPanelHost;
}): JSX.Element {
  const { host, model, row } = props;
  const text = noteText(row.note, host);
  return row.note === 'older' ? (
    <PanelButton
      className="jp-RetraceRuns-older"
      text={text}
      tabIndex={-1}
      onClick={() => model.showOlder()}
    />
  ) : (
    <div className="jp-RetraceRuns-note">{text}</div>
  );
}
