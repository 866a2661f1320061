// The row of one execution.
import { caretDownIcon, caretRightIcon } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { IPanelHost } from '../host';
import { FlagIcon, StatusIcon } from '../icons';
import { flagText } from './row-label';
import type { CellPlace, ExecutionRow } from './rows';
import {
  durationOf,
  durationText,
  placeText,
  relativeText,
  statusText,
  timeText
} from './words';

/** Status, cell, count and first line; time and duration where there is room. */
export function ExecutionRowView(props: {
  readonly row: ExecutionRow;
  readonly host: IPanelHost;
}): JSX.Element {
  const { host, row } = props;
  const { locale } = host;
  const { execution, flag, place } = row;
  const Caret = row.isExpanded ? caretDownIcon : caretRightIcon;
  const at = execution.startedAt ?? execution.submittedAt ?? '';
  const duration = durationOf(execution);
  return (
    <>
      <Caret.react tag="span" className="jp-RetraceRuns-caret" />
      <StatusIcon
        status={execution.status}
        label={statusText(execution.status, locale)}
      />
      <span
        className={`jp-RetraceExecution-cell jp-mod-${place.kind}`}
        title={placeTitle(row, host)}
      >
        {placeNumber(place)}
      </span>
      <span
        className="jp-RetraceExecution-count"
        title={locale.translator.__('Count that the kernel gave')}
      >
        [{execution.executionCount ?? ' '}]
      </span>
      {place.kind !== 'present' && (
        <span
          className="jp-RetraceExecution-place"
          title={placeTitle(row, host)}
        >
          {placeText(place, locale)}
        </span>
      )}
      <bdi
        className={`jp-RetraceExecution-line jp-mod-${place.kind}`}
        title={execution.firstLine}
        dir="ltr"
      >
        {execution.firstLine || locale.translator.__('(no code)')}
      </bdi>
      {flag !== null && (
        <FlagIcon severity={flag} label={flagText(flag, host)} />
      )}
      <span className="jp-RetraceExecution-duration">
        {duration === null ? '' : durationText(duration, locale)}
      </span>
      <time
        className="jp-RetraceExecution-time"
        dateTime={at}
        title={relativeText(at, host.now(), locale)}
      >
        {timeText(at, host.now(), locale)}
      </time>
    </>
  );
}

/** Position from 1, as it is now or, for a deleted cell, as it was. */
function placeNumber(place: CellPlace): string {
  return place.kind === 'outside' || place.index === null
    ? '–'
    : String(place.index + 1);
}

function placeTitle(row: ExecutionRow, host: IPanelHost): string {
  const { translator } = host.locale;
  const { execution, place } = row;
  const then = execution.cellIndex;
  switch (place.kind) {
    case 'present':
      return then === null || then === place.index
        ? translator.__('Cell %1', place.index + 1)
        : translator.__(
            'Cell %1 now; it was cell %2 when it ran',
            place.index + 1,
            then + 1
          );
    case 'deleted':
      return then === null
        ? translator.__('This cell is no longer in the notebook')
        : translator.__(
            'This cell is no longer in the notebook; it was cell %1 when it ran',
            then + 1
          );
    case 'outside':
      return translator.__(
        'Another client of the kernel ran this: a console, a second page or a program'
      );
  }
}
