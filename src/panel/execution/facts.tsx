// What is known of an execution besides its code and outputs.
import * as React from 'react';

import type { Finding } from '../../hazards';
import type { CellId } from '../../model';
import type { IPanelHost } from '../host';
import { FlagIcon } from '../icons';
import type { RunHistoryModel } from '../runs/model';
import type { DetailRow } from '../runs/rows';
import {
  durationOf,
  durationText,
  executionGapText,
  relativeText,
  statusText,
  timeText
} from '../runs/words';

type FactsProps = {
  readonly row: DetailRow;
  readonly model: RunHistoryModel;
  readonly host: IPanelHost;
};

/** Time and outcome, names that it changed, what is missing, and why its output would not come out again. */
export function FactsView(props: FactsProps): JSX.Element {
  const { host, model, row } = props;
  const { execution } = row;
  return (
    <div className="jp-RetraceFacts">
      <div>{outcomeText(row, host)}</div>
      {execution.error && (
        <div className="jp-RetraceFacts-error">
          <bdi>{`${execution.error.ename}: ${execution.error.evalue}`}</bdi>
        </div>
      )}
      <NamesView row={row} host={host} />
      {execution.gaps.map(gap => (
        <div key={gap} className="jp-RetraceFacts-gap">
          {executionGapText(gap, host.locale)}
        </div>
      ))}
      {findingsFor(row, model).map(finding => (
        <div
          key={finding.code + finding.subject}
          className="jp-RetraceFacts-flag"
        >
          <FlagIcon severity={finding.severity} label="" />
          <span>{findingText(finding, props)}</span>
        </div>
      ))}
    </div>
  );
}

/** Names the cell that the sentence is about where it is another one. */
function findingText(
  finding: Finding,
  { host, model, row }: FactsProps
): string {
  const cells = model.state.notebook?.cells ?? new Map<CellId, number>();
  const sentence = host.describe(finding, cells);
  const index = cells.get(finding.subject);
  return finding.subject === row.execution.cellId || index === undefined
    ? sentence
    : host.locale.translator.__('Cell %1: %2', index + 1, sentence);
}

function outcomeText({ execution }: DetailRow, host: IPanelHost): string {
  const { locale } = host;
  const at = execution.startedAt ?? execution.submittedAt;
  const duration = durationOf(execution);
  return [
    statusText(execution.status, locale),
    at && timeText(at, host.now(), locale),
    at && relativeText(at, host.now(), locale),
    duration === null ? '' : durationText(duration, locale)
  ]
    .filter(Boolean)
    .join(' · ');
}

function NamesView(props: {
  readonly row: DetailRow;
  readonly host: IPanelHost;
}): JSX.Element | null {
  const { report } = props.row.execution;
  if (!report) {
    return null;
  }
  const { translator } = props.host.locale;
  const groups = [
    { label: translator.__('Bound'), names: report.bound },
    { label: translator.__('Bound again'), names: report.rebound },
    { label: translator.__('Deleted'), names: report.deleted },
    {
      label: translator.__('Imported'),
      names: Object.entries(report.imported).map(entry => entry.join(' '))
    }
  ].filter(({ names }) => names.length > 0);
  return groups.length === 0 ? null : (
    <dl className="jp-RetraceFacts-names">
      {groups.map(({ label, names }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd title={names.join(', ')}>
            <bdi>{names.join(', ')}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Findings that affect the output that this execution made. */
function findingsFor(
  { execution }: DetailRow,
  { state }: RunHistoryModel
): readonly Finding[] {
  const { forecast } = state;
  const { cellId, executionId } = execution;
  const isShown = forecast?.cells.some(
    cell => cell.executionId === executionId
  );
  return isShown && forecast && cellId !== null
    ? forecast.findings.filter(({ affected }) => affected.includes(cellId))
    : [];
}
