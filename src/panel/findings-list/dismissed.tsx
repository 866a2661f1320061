// How many findings are dismissed, and which, on demand.
import * as React from 'react';

import type { CellId } from '../../model';
import type { PublishedFinding } from '../../tokens';
import { DisclosureButton, PanelButton } from '../button';
import { commandIds } from '../command-ids';
import type { IPanelHost } from '../host';
import { FlagIcon } from '../icons';
import { cellName, severityText } from './words';

export type DismissedProps = {
  readonly dismissed: readonly PublishedFinding[];
  readonly cells: ReadonlyMap<CellId, number>;
  readonly host: IPanelHost;
};

/** `2 dismissed`, which opens; nothing when there is none. */
export function DismissedView(props: DismissedProps): JSX.Element | null {
  const { dismissed, host } = props;
  const { translator } = host.locale;
  const [isOpen, setIsOpen] = React.useState(false);
  if (dismissed.length === 0) {
    return null;
  }
  return (
    <div className="jp-RetraceDismissed">
      <DisclosureButton
        text={
          isOpen
            ? translator.__('%1 dismissed', dismissed.length)
            : translator.__('%1 dismissed · Show', dismissed.length)
        }
        isOpen={isOpen}
        onToggle={() => setIsOpen(!isOpen)}
      />
      {isOpen && (
        <ul aria-label={translator.__('Dismissed findings')}>
          {dismissed.map(finding => (
            <DismissedEntry
              key={finding.identity}
              {...props}
              finding={finding}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function DismissedEntry({
  cells,
  finding,
  host
}: DismissedProps & { readonly finding: PublishedFinding }): JSX.Element {
  const { translator } = host.locale;
  const name = cellName(finding.subject, cells, host);
  return (
    <li
      className="jp-RetraceFinding jp-mod-dismissed"
      data-cells={finding.affected.join(' ')}
      tabIndex={-1}
    >
      <FlagIcon
        severity={finding.severity}
        label={severityText(finding, host)}
      />
      <div>
        <p>
          <strong className="jp-RetraceFinding-subject">{name}:</strong>{' '}
          {host.describe(finding, cells)}
        </p>
        <div className="jp-RetraceFinding-actions">
          <PanelButton
            text={translator.__('Bring back')}
            name={translator.__('Bring back: %1 of %2', finding.code, name)}
            onClick={() =>
              host.execute(commandIds.restoreFinding, {
                identity: finding.identity
              })
            }
          />
        </div>
      </div>
    </li>
  );
}
