// What a fresh run would not give again, above the runs.
import { caretDownIcon, caretRightIcon } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { CellId } from '../../model';
import type { NotebookForecast, PublishedFinding } from '../../tokens';
import type { IPanelHost } from '../host';
import { StatusIcon } from '../icons';
import { DismissedView } from './dismissed';
import { FindingView } from './finding';
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
  const { cells, forecast, host, whyTarget } = props;
  const { translator } = host.locale;
  const [isOpen, setIsOpen] = React.useState(true);
  const root = React.useRef<HTMLElement>(null);
  useTarget(root, props, setIsOpen);
  useKeptFocus(root, forecast.dismissed.length);
  const summary = summaryText(forecast, translator);
  if (summary === null) {
    return null;
  }
  const dismissed = (
    <DismissedView dismissed={forecast.dismissed} cells={cells} host={host} />
  );
  if (forecast.findings.length === 0) {
    return (
      <section
        className="jp-RetraceFindings jp-mod-quiet"
        tabIndex={-1}
        ref={root}
      >
        <p tabIndex={-1}>
          <StatusIcon status={isFine(forecast) ? 'ok' : 'lost'} label="" />
          <span>{summary}</span>
        </p>
        {dismissed}
      </section>
    );
  }
  const isAllRisk = forecast.findings.every(
    ({ severity }) => severity === 'risk'
  );
  const title = isAllRisk
    ? translator.__('What a fresh run may not give again')
    : translator.__('What a fresh run would not give again');
  const Caret = isOpen ? caretDownIcon : caretRightIcon;
  return (
    <section
      className="jp-RetraceFindings"
      aria-label={title}
      data-lm-suppress-shortcuts="true"
      tabIndex={-1}
      ref={root}
    >
      <h3>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Caret.react tag="span" className="jp-RetraceRuns-caret" />
          <span className="jp-RetraceFindings-title">{title}</span>
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
                key={finding.identity}
                finding={finding}
                cells={cells}
                asked={
                  finding === findingOf(forecast, whyTarget)
                    ? whyTarget
                    : undefined
                }
                host={host}
              />
            ))}
          </ul>
          {dismissed}
        </>
      )}
    </section>
  );
}

/** False where something could not be told, or was dismissed. */
const isFine = ({ dismissed, summary }: NotebookForecast): boolean =>
  summary.unknown === 0 && dismissed.length === 0;

/** Where the picture of a cell is to be shown: at the first finding that affects it. */
function findingOf(
  { findings }: NotebookForecast,
  cellId: CellId | undefined
): PublishedFinding | undefined {
  return findings.find(
    ({ affected }) => cellId !== undefined && affected.includes(cellId)
  );
}

/** An entry that was dismissed or brought back took the focus with it: the list has it then. */
function useKeptFocus(
  root: React.RefObject<HTMLElement>,
  dismissedCount: number
): void {
  const before = React.useRef(dismissedCount);
  React.useEffect(() => {
    const hasChanged = before.current !== dismissedCount;
    before.current = dismissedCount;
    if (hasChanged && document.activeElement === document.body) {
      root.current?.focus({ preventScroll: true });
    }
  }, [dismissedCount, root]);
}

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
          'li, .jp-mod-quiet > p'
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
