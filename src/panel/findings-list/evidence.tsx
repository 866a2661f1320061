// The executions that show a finding, each a link into the runs below.
import * as React from 'react';

import type { Finding } from '../../hazards';
import type { CellId, Execution } from '../../model';
import { DisclosureButton, PanelButton } from '../button';
import type { IPanelHost } from '../host';
import { placeOf } from '../runs/rows';
import { placeText, timeText } from '../runs/words';

export type EvidenceProps = {
  readonly finding: Finding;
  readonly cells: ReadonlyMap<CellId, number>;
  readonly host: IPanelHost;
};

/** How many executions are listed; the cause's comes first. */
const SHOWN = 8;

/** A button, and the list that it opens; nothing where nothing ran. */
export function EvidenceView(props: EvidenceProps): JSX.Element | null {
  const { finding, host } = props;
  const [isOpen, setIsOpen] = React.useState(false);
  const { translator } = host.locale;
  const count = finding.evidence.length;
  if (count === 0) {
    return null;
  }
  return (
    <>
      <DisclosureButton
        text={translator.__('Evidence (%1)', count)}
        isOpen={isOpen}
        onToggle={() => setIsOpen(!isOpen)}
      />
      {isOpen && <EvidenceList {...props} />}
    </>
  );
}

function EvidenceList({ cells, finding, host }: EvidenceProps): JSX.Element {
  const { translator } = host.locale;
  const ids = finding.evidence.slice(0, SHOWN);
  const executions = useExecutions(ids.join('\n'), finding, host);
  const rest = finding.evidence.length - ids.length;
  return (
    <ul
      className="jp-RetraceEvidence"
      aria-label={translator.__('Executions that show it')}
    >
      {executions?.map(execution => (
        <li key={execution.executionId}>
          <PanelButton
            className="jp-RetraceFinding-cell"
            text={evidenceText(execution, cells, host)}
            caption={translator.__('Show this execution in the runs below')}
            onClick={() => host.goToExecution(execution.executionId)}
          />{' '}
          <code>{execution.firstLine}</code>
        </li>
      ))}
      {executions?.length === 0 && (
        <li>{translator.__('They are no longer in the history.')}</li>
      )}
      {rest > 0 && <li>{translator._n('and %1 more', 'and %1 more', rest)}</li>}
    </ul>
  );
}

/** `[3] of cell 2, 14:05`. */
function evidenceText(
  execution: Execution,
  cells: ReadonlyMap<CellId, number>,
  host: IPanelHost
): string {
  const { locale } = host;
  const { translator } = locale;
  const at = execution.startedAt ?? execution.submittedAt;
  const text = translator.__(
    '[%1] of %2',
    execution.executionCount ?? ' ',
    placeText(placeOf(execution, cells), locale)
  );
  return at === null
    ? text
    : translator.__('%1, %2', text, timeText(at, host.now(), locale));
}

/** Null until they are read; read anew when the ids are others. */
function useExecutions(
  key: string,
  { evidence }: Finding,
  host: IPanelHost
): readonly Execution[] | null {
  const [executions, setExecutions] = React.useState<
    readonly Execution[] | null
  >(null);
  const ids = React.useRef(evidence);
  ids.current = evidence;
  React.useEffect(() => {
    let isWanted = true;
    void host.executions(ids.current.slice(0, SHOWN)).then(found => {
      if (isWanted) {
        setExecutions(found);
      }
    });
    return () => {
      isWanted = false;
    };
  }, [host, key]);
  return executions;
}
