// An open execution: what it ran, how that differs from its cell now, and what it gave.
import { copyIcon, downloadIcon, undoIcon } from '@jupyterlab/ui-components';
import * as React from 'react';

import { PanelButton } from '../button';
import { commandIds } from '../command-ids';
import type { IPanelHost } from '../host';
import { goToIcon } from '../icons';
import { OutputsView } from '../outputs';
import type { Detail } from '../runs/details';
import type { RunHistoryModel } from '../runs/model';
import type { DetailRow } from '../runs/rows';
import { ChangesView } from './changes';
import { CodeView } from './code';
import { verifyIcon } from '../verify/icons';
import { FactsView } from './facts';

type DetailProps = {
  readonly row: DetailRow;
  readonly model: RunHistoryModel;
  readonly host: IPanelHost;
};

/** Keys and clicks inside act on its controls, not on the list. */
export function DetailRowView(props: DetailProps): JSX.Element {
  const { host, model, row } = props;
  const { executionId } = row.execution;
  const detail = model.details.get(executionId);
  const { payload } = detail;
  return (
    <div
      className="jp-RetraceDetail"
      onClick={event => event.stopPropagation()}
    >
      <DetailActions {...props} detail={detail} />
      <FactsView row={row} model={model} host={host} />
      {payload === null ? (
        <div className="jp-RetraceDetail-quiet">
          {host.locale.translator.__('Reading…')}
        </div>
      ) : (
        <>
          <DetailTabs {...props} detail={detail} />
          {detail.tab === 'code' ? (
            <CodeView
              code={payload.source}
              mediaType={model.state.notebook?.codeMediaType ?? ''}
              host={host}
            />
          ) : (
            <ChangesView
              code={payload.source}
              present={presentSource(row, model)}
              locale={host.locale}
            />
          )}
          <OutputsView
            execution={row.execution}
            payload={payload}
            loadsRemote={detail.loadsRemote}
            onLoadRemote={() =>
              model.changeDetail(details => details.allowRemote(executionId))
            }
            host={host}
          />
        </>
      )}
    </div>
  );
}

function presentSource(row: DetailRow, model: RunHistoryModel): string | null {
  const { cellId } = row.execution;
  return cellId === null
    ? null
    : (model.state.notebook?.source(cellId) ?? null);
}

/** In front of all that is told later, and what has to wait for the code at the end: nothing moves away from a click. */
function DetailActions(
  props: DetailProps & { readonly detail: Detail }
): JSX.Element {
  const { detail, host, row } = props;
  const { translator } = host.locale;
  const { cellId, executionId } = row.execution;
  const source = detail.payload?.source ?? null;
  return (
    <div className="jp-RetraceDetail-actions">
      {row.place.kind === 'present' && cellId !== null && (
        <PanelButton
          icon={goToIcon}
          text={translator.__('Go to cell')}
          onClick={() => host.goToCell(cellId)}
        />
      )}
      {host.hasCommand(commandIds.verifyExecution) && (
        <PanelButton
          icon={verifyIcon}
          text={translator.__('Verify')}
          caption={translator.__(
            'Run again what this execution depends on, in a fresh kernel, and compare its outputs'
          )}
          onClick={() =>
            host.execute(commandIds.verifyExecution, { executionId })
          }
        />
      )}
      {host.hasCommand(commandIds.exportExecution) && (
        <PanelButton
          icon={downloadIcon}
          text={translator.__('Export script')}
          caption={translator.__(
            'A script with everything that this execution depends on'
          )}
          onClick={() =>
            host.execute(commandIds.exportExecution, { executionId })
          }
        />
      )}
      {source !== null && (
        <>
          <PanelButton
            icon={copyIcon}
            text={translator.__('Copy code')}
            onClick={() => host.copy(source)}
          />
          {host.hasCommand(commandIds.restoreExecution) && (
            <PanelButton
              icon={undoIcon}
              text={translator.__('Restore as new cell')}
              onClick={() =>
                host.execute(commandIds.restoreExecution, { executionId })
              }
            />
          )}
        </>
      )}
    </div>
  );
}

function DetailTabs(
  props: DetailProps & { readonly detail: Detail }
): JSX.Element {
  const { detail, host, model, row } = props;
  const { translator } = host.locale;
  const { executionId } = row.execution;
  const tabs = [
    { tab: 'code', text: translator.__('Code') },
    { tab: 'changes', text: translator.__('Changes') }
  ] as const;
  return (
    <div className="jp-RetraceDetail-tabs">
      {tabs.map(({ tab, text }) => (
        <PanelButton
          key={tab}
          className="jp-RetraceDetail-tab"
          text={text}
          isPressed={detail.tab === tab}
          onClick={() =>
            model.changeDetail(details => details.setTab(executionId, tab))
          }
        />
      ))}
    </div>
  );
}
