// One cell of a result: its verdict, and behind it the outputs.
import { caretDownIcon, caretRightIcon } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { CellOutcome } from '../../model';
import { PanelButton } from '../button';
import { goToIcon } from '../icons';
import { durationText } from '../runs/words';
import { OutcomeIcon } from './icons';
import { OutputPairView } from './output-pair';
import type { IVerifyHost } from './subject';
import { rulesOf, rulesText, verdictText } from './words';

/** True for what a reader looks for first. */
export function isTrouble({ verdict }: CellOutcome): boolean {
  return (
    verdict === 'different' ||
    verdict === 'missing' ||
    verdict === 'unknown' ||
    verdict === 'error' ||
    verdict === 'unrun'
  );
}

/** A row that opens. */
export function OutcomeView(props: {
  readonly outcome: CellOutcome;
  readonly varies: boolean;
  readonly startsOpen: boolean;
  readonly host: IVerifyHost;
}): JSX.Element {
  const { host, outcome, startsOpen, varies } = props;
  const { locale } = host;
  const { translator } = locale;
  const [isOpen, setOpen] = React.useState(startsOpen);
  const { cellId, detail, durationMs, outputs, verdict } = outcome;
  const rules = rulesText(rulesOf(outcome));
  const opens = outputs.length > 0 || detail !== '';
  const Caret = isOpen ? caretDownIcon : caretRightIcon;
  const place = cellId === null ? null : host.placeOf(cellId);
  return (
    <li className={`jp-RetraceOutcome jp-mod-${verdict}`}>
      <button
        type="button"
        className="jp-RetraceOutcome-head"
        aria-expanded={opens ? isOpen : undefined}
        disabled={!opens}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="jp-RetraceOutcome-caret">
          {opens && (
            <Caret.react tag="span" className="jp-RetraceButton-icon" />
          )}
        </span>
        <OutcomeIcon verdict={verdict} label={verdictText(verdict, locale)} />
        <span className="jp-RetraceOutcome-cell">
          {cellName(outcome, place, host)}
        </span>
        <code dir="ltr">{cellId === null ? '' : host.firstLineOf(cellId)}</code>
        <span className="jp-RetraceOutcome-verdict">
          {rules === ''
            ? verdictText(verdict, locale)
            : translator.__('%1: %2', verdictText(verdict, locale), rules)}
          {varies && (
            <span className="jp-RetraceOutcome-varies">
              {translator.__('varies')}
            </span>
          )}
        </span>
        <span className="jp-RetraceOutcome-time">
          {durationMs === null ? '' : durationText(durationMs, locale)}
        </span>
      </button>
      {isOpen && opens && (
        <div className="jp-RetraceOutcome-body">
          {detail !== '' && <p>{detail}</p>}
          {outputs.map((output, index) => (
            <OutputPairView
              key={index}
              outcome={output}
              index={index}
              count={outputs.length}
              cellId={cellId}
              host={host}
            />
          ))}
          {place !== null && cellId !== null && (
            <PanelButton
              icon={goToIcon}
              text={translator.__('Go to cell')}
              onClick={() => host.goToCell(cellId)}
            />
          )}
        </div>
      )}
    </li>
  );
}

/** Where the cell is now, else where it was. */
function cellName(
  { cellId, cellIndex }: CellOutcome,
  place: number | null,
  { locale: { translator } }: IVerifyHost
): string {
  if (place !== null) {
    return translator.__('Cell %1', place + 1);
  }
  if (cellId === null) {
    return translator.__('Outside');
  }
  return cellIndex === null
    ? translator.__('A cell')
    : translator.__('Former cell %1', cellIndex + 1);
}
