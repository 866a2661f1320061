// The row of one run.
import {
  caretDownIcon,
  caretRightIcon,
  ellipsesIcon
} from '@jupyterlab/ui-components';
import * as React from 'react';

import type { NotebookProof } from '../../tokens';
import { PanelButton } from '../button';
import { commandIds } from '../command-ids';
import type { Degree } from '../../facts';
import { DegreeBadge } from '../environment';
import type { IPanelHost, MenuEntry } from '../host';
import { FlagIcon, pinIcon } from '../icons';
import { OutcomeIcon } from '../verify/icons';
import { isProven, provenText } from '../verify/proof-words';
import type { RunRow } from './rows';
import {
  durationText,
  gapLabel,
  gapSentence,
  maskedText,
  relativeText,
  runStateText,
  timeText
} from './words';

/** Number, time and kernel; below them what happened in it and what is missing. */
export function RunRowView(props: {
  readonly row: RunRow;
  readonly host: IPanelHost;
  readonly isFocusable: boolean;
}): JSX.Element {
  const { host, isFocusable, row } = props;
  const { locale } = host;
  const { translator } = locale;
  const { run } = row;
  const Caret = row.isExpanded ? caretDownIcon : caretRightIcon;
  const time = timeText(run.openedAt, host.now(), locale);
  return (
    <>
      <Caret.react tag="span" className="jp-RetraceRuns-caret" />
      <div className="jp-RetraceRun">
        <div className="jp-RetraceRun-title">
          <span className="jp-RetraceRun-number">
            {translator.__('Run %1', run.number)}
          </span>
          <time
            className="jp-RetraceRun-time"
            dateTime={run.openedAt}
            title={`${time}, ${relativeText(run.openedAt, host.now(), locale)}`}
          >
            {time}
          </time>
          {run.isPinned && (
            <pinIcon.react
              tag="span"
              className="jp-RetraceRun-pin"
              title={translator.__('Pinned: never removed to save space')}
            />
          )}
        </div>
        <RunFacts {...props} />
        {row.proof && <ProofView known={row.proof} host={host} />}
        {run.gaps.length > 0 && (
          <div className="jp-RetraceRun-gaps">
            {run.gaps.map(gap => (
              <span
                key={gap.kind}
                className="jp-RetraceRun-gap"
                title={gapSentence(gap, locale)}
              >
                {gapLabel(gap, locale)}
              </span>
            ))}
          </div>
        )}
      </div>
      <PanelButton
        className="jp-RetraceRuns-actions"
        icon={ellipsesIcon}
        caption={translator.__('Actions for run %1', run.number)}
        hasMenu={true}
        tabIndex={isFocusable ? 0 : -1}
        onClick={anchor => host.openMenu(anchor, menuEntries(row, host))}
      />
    </>
  );
}

/** Takes the room of most degrees. */
const UNKNOWN_DEGREE: Degree = {
  reached: null,
  next: 'low',
  asked: 7,
  met: 6,
  open: []
};

/** The degree of reproducibility, which leads to the page that says why; its room is kept until it is known. */
function RunDegree(props: {
  readonly row: RunRow;
  readonly host: IPanelHost;
  readonly isFocusable: boolean;
}): JSX.Element {
  const { host, isFocusable, row } = props;
  const { runId } = row.run;
  const degree = host.degree(runId);
  return degree === undefined ? (
    <span className="jp-RetraceRun-pending">
      <DegreeBadge
        degree={UNKNOWN_DEGREE}
        translator={host.locale.translator}
      />
    </span>
  ) : (
    <DegreeBadge
      degree={degree}
      translator={host.locale.translator}
      tabIndex={isFocusable ? 0 : -1}
      onClick={
        host.hasCommand(commandIds.showEnvironment)
          ? () => host.execute(commandIds.showEnvironment, { runId })
          : undefined
      }
    />
  );
}

/** What the last replay came to; its words say when it speaks of an earlier version. */
function ProofView(props: {
  readonly known: NotebookProof;
  readonly host: IPanelHost;
}): JSX.Element {
  const { host, known } = props;
  const verdict =
    known.isCurrent === false
      ? 'unrun'
      : isProven(known.proof)
        ? 'identical'
        : 'different';
  return (
    <div className="jp-RetraceRun-proof">
      <OutcomeIcon verdict={verdict} label="" />
      <span>{provenText(known, host.locale)}</span>
    </div>
  );
}

function RunFacts(props: {
  readonly row: RunRow;
  readonly host: IPanelHost;
  readonly isFocusable: boolean;
}): JSX.Element {
  const { host, row } = props;
  const { locale } = host;
  const { translator } = locale;
  const { run } = row;
  return (
    <div className="jp-RetraceRun-facts">
      <bdi className="jp-RetraceRun-kernel" title={run.kernel.displayName}>
        {run.kernel.displayName || run.kernel.name}
      </bdi>
      <span>{runStateText(run, locale)}</span>
      <span>
        {translator._n('%1 execution', '%1 executions', run.executionCount)}
      </span>
      {run.executionCount > 0 && (
        <span title={translator.__('Time spent running')}>
          {durationText(run.busyMs, locale)}
        </span>
      )}
      {run.failureCount > 0 && (
        <span className="jp-RetraceRun-failures">
          {translator._n('%1 failed', '%1 failed', run.failureCount)}
        </span>
      )}
      {(run.maskedCount ?? 0) > 0 && (
        <span
          title={translator.__(
            'Tokens, keys and passwords that were replaced by a mark before anything was stored'
          )}
        >
          {maskedText(run, locale)}
        </span>
      )}
      {row.flagCount !== null && row.flagCount > 0 && (
        <span className="jp-RetraceRun-flags">
          <FlagIcon
            severity="differs"
            label={translator.__('What a fresh run would not give again')}
          />
          {translator._n('%1 flag', '%1 flags', row.flagCount)}
        </span>
      )}
      <RunDegree {...props} />
    </div>
  );
}

/** What can be done with a run; entries whose command nobody provides are left out. */
function menuEntries(
  { proof, run }: RunRow,
  host: IPanelHost
): readonly MenuEntry[] {
  const args = { runId: run.runId };
  const exporting: readonly MenuEntry[] = host.hasCommand(commandIds.exportRun)
    ? [{ command: commandIds.exportRun, args }, 'separator']
    : [];
  const showing: readonly MenuEntry[] = host.hasCommand(
    commandIds.showEnvironment
  )
    ? [
        { command: commandIds.showEnvironment, args },
        { command: commandIds.compareRuns, args },
        'separator'
      ]
    : [];
  const verifying: readonly MenuEntry[] = host.hasCommand(commandIds.verifyRun)
    ? [
        { command: commandIds.verifyRun, args },
        { command: commandIds.verifyClean, args },
        ...(proof ? [{ command: commandIds.showProof, args }] : []),
        'separator'
      ]
    : [];
  return [
    ...showing,
    ...verifying,
    ...exporting,
    {
      command: commandIds.pinRun,
      args: { ...args, isPinned: !run.isPinned }
    },
    { command: commandIds.deleteRun, args }
  ];
}
