// What a fresh run would not give again, above the runs.
import { caretDownIcon, caretRightIcon } from '@jupyterlab/ui-components';
import * as React from 'react';

import { assertNever, type CellId } from '../../model';
import type { Finding } from '../../hazards';
import type { NotebookForecast } from '../../tokens';
import { PanelButton } from '../button';
import { WhyView } from '../graph';
import type { IPanelHost } from '../host';
import { FlagIcon, goToIcon, StatusIcon } from '../icons';
import { summaryText } from './summary';

type FindingsProps = {
  readonly forecast: NotebookForecast;
  readonly cells: ReadonlyMap<CellId, number>;
  /** The cell whose finding is to be focused; undefined when none was asked for, null for the list as a whole. */
  readonly target: CellId | null | undefined;
  /** The cell whose picture is to be opened; undefined for none. */
  readonly whyTarget: CellId | undefined;
  onReached(): void;
  readonly host: IPanelHost;
};

/** One entry for each cause; a quiet line when there is none. */
export function FindingsView(props: FindingsProps): JSX.Element | null {
  const { forecast, host } = props;
  const { translator } = host.locale;
  const [isOpen, setIsOpen] = React.useState(true);
  const root = React.useRef<HTMLElement>(null);
  useTarget(root, props, setIsOpen);
  const summary = summaryText(forecast, translator);
  if (summary === null) {
    return null;
  }
  if (forecast.findings.length === 0) {
    return (
      <section className="jp-RetraceFindings jp-mod-quiet" ref={root}>
        <p tabIndex={-1}>
          <StatusIcon
            status={forecast.summary.unknown > 0 ? 'lost' : 'ok'}
            label=""
          />
          <span>{summary}</span>
        </p>
      </section>
    );
  }
  const Caret = isOpen ? caretDownIcon : caretRightIcon;
  return (
    <section
      className="jp-RetraceFindings"
      aria-label={translator.__('What a fresh run would not give again')}
      data-lm-suppress-shortcuts="true"
      ref={root}
    >
      <h3>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Caret.react tag="span" className="jp-RetraceRuns-caret" />
          <span className="jp-RetraceFindings-title">
            {translator.__('What a fresh run would not give again')}
          </span>
          <span className="jp-RetraceFindings-count">
            {forecast.findings.length}
          </span>
        </button>
      </h3>
      {isOpen && (
        <>
          <p className="jp-RetraceFindings-summary">{summary}</p>
          <ul>
            {forecast.findings.map(finding => (
              <FindingView
                key={findingKey(finding)}
                {...props}
                finding={finding}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function FindingView(
  props: FindingsProps & { readonly finding: Finding }
): JSX.Element {
  const { cells, finding, host } = props;
  const { translator } = host.locale;
  const label = host.remedyLabel(finding);
  const others = finding.affected.filter(cell => cell !== finding.subject);
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
            {cellName(finding.subject, props)}
          </strong>{' '}
          {host.describe(finding, cells)}
        </p>
        {others.length > 0 && (
          <p className="jp-RetraceFinding-affected">
            {translator.__('Also affected:')}{' '}
            {others.map(cellId => (
              <PanelButton
                key={cellId}
                className="jp-RetraceFinding-cell"
                text={cellName(cellId, props)}
                caption={translator.__('Go to this cell')}
                onClick={() => host.goToCell(cellId)}
              />
            ))}
          </p>
        )}
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
          <WhyView
            cellId={finding.subject}
            asked={askedFor(props)}
            host={host}
          />
        </div>
      </div>
    </li>
  );
}

/** The cell whose picture was asked for, when this is the finding to show it at. */
function askedFor({
  finding,
  forecast,
  whyTarget
}: FindingsProps & { readonly finding: Finding }): CellId | undefined {
  const first = forecast.findings.find(
    ({ affected }) => whyTarget !== undefined && affected.includes(whyTarget)
  );
  return first === finding ? whyTarget : undefined;
}

function cellName(cellId: CellId, { cells, host }: FindingsProps): string {
  const { translator } = host.locale;
  const index = cells.get(cellId);
  return index === undefined
    ? translator.__('deleted cell')
    : translator.__('cell %1', index + 1);
}

function severityText(finding: Finding, host: IPanelHost): string {
  const { translator } = host.locale;
  switch (finding.severity) {
    case 'fails':
      return translator.__('Would fail');
    case 'differs':
      return translator.__('Would differ');
    case 'risk':
      return translator.__('Could not be told');
    default:
      return assertNever(finding.severity);
  }
}

const findingKey = ({ cause, code, subject }: Finding): string =>
  [code, subject, cause.name, cause.cellId, cause.executionId].join('/');

/** Opens the list and focuses the entry that somebody asked for. */
function useTarget(
  root: React.RefObject<HTMLElement>,
  { forecast, onReached, target }: FindingsProps,
  setIsOpen: (isOpen: boolean) => void
): void {
  React.useEffect(() => {
    if (target === undefined) {
      return;
    }
    setIsOpen(true);
    const frame = requestAnimationFrame(() => {
      const entries = [
        ...(root.current?.querySelectorAll<HTMLElement>(
          'li, .jp-mod-quiet p'
        ) ?? [])
      ];
      const wanted = entries.find(
        entry =>
          target !== null && entry.dataset.cells?.split(' ').includes(target)
      );
      const entry = wanted ?? entries[0];
      entry?.scrollIntoView({ block: 'nearest' });
      entry?.focus();
      onReached();
    });
    return () => cancelAnimationFrame(frame);
  }, [forecast, onReached, root, setIsOpen, target]);
}
