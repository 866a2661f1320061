// One finding: what it says, what hangs on it, what shows it and what can be done.
import { ellipsesIcon } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { CellId } from '../../model';
import type { PublishedFinding } from '../../tokens';
import { PanelButton } from '../button';
import { commandIds } from '../command-ids';
import { WhyView } from '../graph';
import type { IPanelHost } from '../host';
import { FlagIcon, goToIcon } from '../icons';
import { EvidenceView } from './evidence';
import { cellName, severityText } from './words';

export type FindingProps = {
  readonly finding: PublishedFinding;
  readonly cells: ReadonlyMap<CellId, number>;
  /** The cell whose picture somebody asks for here; undefined for none. */
  readonly asked: CellId | undefined;
  readonly host: IPanelHost;
};

/** An entry of the list. */
export function FindingView(props: FindingProps): JSX.Element {
  const { cells, finding, host } = props;
  const { translator } = host.locale;
  return (
    <li
      className={`jp-RetraceFinding jp-mod-${finding.severity}`}
      data-cells={finding.affected.join(' ')}
      tabIndex={-1}
    >
      <FlagIcon
        severity={finding.severity}
        label={severityText(finding, host)}
      />
      <div>
        <p>
          <strong className="jp-RetraceFinding-subject">
            {cellName(finding.subject, cells, host)}:
          </strong>{' '}
          {host.describe(finding, cells)}{' '}
          <PanelButton
            className="jp-RetraceFinding-code"
            text={finding.code}
            name={translator.__('About %1', finding.code)}
            caption={translator.__('About this kind of finding')}
            onClick={() =>
              host.execute(commandIds.aboutFinding, { code: finding.code })
            }
          />
        </p>
        {finding.remedy === null && (
          <p className="jp-RetraceFinding-hint">{host.hint(finding)}</p>
        )}
        <AffectedView {...props} />
        <ActionsView {...props} />
      </div>
    </li>
  );
}

/** The cells downstream, counted and linked. */
function AffectedView({
  cells,
  finding,
  host
}: FindingProps): JSX.Element | null {
  const { translator } = host.locale;
  const others = finding.affected.filter(cell => cell !== finding.subject);
  return others.length === 0 ? null : (
    <p className="jp-RetraceFinding-affected">
      {translator._n(
        '%1 more cell affected:',
        '%1 more cells affected:',
        others.length
      )}{' '}
      {others.map(cellId => (
        <PanelButton
          key={cellId}
          className="jp-RetraceFinding-cell"
          text={cellName(cellId, cells, host)}
          caption={translator.__('Go to this cell')}
          onClick={() => host.goToCell(cellId)}
        />
      ))}
    </p>
  );
}

function ActionsView(props: FindingProps): JSX.Element {
  const { asked, cells, finding, host } = props;
  const { translator } = host.locale;
  const label = host.remedyLabel(finding);
  return (
    <div className="jp-RetraceFinding-actions">
      <PanelButton
        icon={goToIcon}
        text={translator.__('Go to cell')}
        onClick={() => host.goToCell(finding.subject)}
      />
      {label !== null && (
        <PanelButton
          className="jp-mod-framed"
          text={label}
          onClick={() => host.remedy(finding)}
        />
      )}
      <WhyView cellId={finding.subject} asked={asked} host={host} />
      <EvidenceView finding={finding} cells={cells} host={host} />
      <PanelButton
        className="jp-RetraceFinding-more"
        icon={ellipsesIcon}
        caption={translator.__('More about this finding, and dismissing it')}
        name={translator.__(
          'More: %1 of %2',
          finding.code,
          cellName(finding.subject, cells, host)
        )}
        hasMenu
        onClick={anchor => openMenu(anchor, props)}
      />
    </div>
  );
}

function openMenu(
  anchor: HTMLElement,
  { finding: { code, identity }, host }: FindingProps
): void {
  host.openMenu(anchor, [
    { command: commandIds.dismissFinding, args: { identity } },
    { command: commandIds.dismissRule, args: { identity } },
    'separator',
    { command: commandIds.aboutFinding, args: { code } }
  ]);
}
