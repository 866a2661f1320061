// Everything in the side panel, top to bottom.
import { UseSignal } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { CellId } from '../../model';
import { DriftView } from '../drift';
import { FindingsView } from '../findings-list';
import { BannerView, HeaderView } from '../header';
import type { IPanelHost } from '../host';
import { EmptyView } from './empty';
import { FilterBar } from './filter-bar';
import type { RunHistoryModel } from './model';
import { NoticesView } from './notices';
import { RunTree } from './tree';
import { bytesText } from './words';

export type PanelProps = {
  readonly model: RunHistoryModel;
  readonly host: IPanelHost;
  /** Key of the row to bring into view; null for none. */
  readonly rowTarget: string | null;
  /** Cell whose finding is to be focused; null for the first, undefined for none. */
  readonly findingTarget: CellId | null | undefined;
  /** Cell whose picture is to be opened; undefined for none. */
  readonly whyTarget: CellId | undefined;
  onReached(): void;
};

/** Renders anew whenever the model says that something changed. */
export function PanelView(props: PanelProps): JSX.Element {
  return (
    <UseSignal signal={props.model.changed}>
      {() => <PanelContent {...props} />}
    </UseSignal>
  );
}

function PanelContent(props: PanelProps): JSX.Element {
  const { findingTarget, host, model, onReached, rowTarget, whyTarget } = props;
  const { state } = model;
  const cells = state.notebook?.cells ?? NO_CELLS;
  return (
    <>
      <HeaderView state={state} host={host} />
      <BannerView store={state.store} />
      <DriftView drift={state.drift} host={host} />
      {state.forecast && (
        <FindingsView
          forecast={state.forecast}
          cells={cells}
          target={findingTarget}
          whyTarget={whyTarget}
          onReached={onReached}
          host={host}
        />
      )}
      <NoticesView state={state} host={host} />
      {state.runs.length > 0 && (
        <FilterBar
          filter={state.filter}
          onChange={filter => model.setFilter(filter)}
          host={host}
        />
      )}
      <EmptyView state={state} model={model} host={host} />
      {state.rows.length > 0 && (
        <RunTree
          rows={state.rows}
          model={model}
          host={host}
          target={rowTarget}
          onReached={onReached}
        />
      )}
      <UsageView {...props} />
    </>
  );
}

const NO_CELLS: ReadonlyMap<CellId, number> = new Map();

/** `12 runs, 3.4 MB`: everything that this address holds. */
function UsageView({ host, model }: PanelProps): JSX.Element | null {
  const { usage } = model.state;
  const { locale } = host;
  const { translator } = locale;
  return usage === null || usage.runs === 0 ? null : (
    <div
      className="jp-RetraceUsage"
      title={translator.__(
        'Kept in this browser for %1, all notebooks together; the oldest runs go beyond %2',
        host.address,
        bytesText(usage.budgetBytes, locale)
      )}
    >
      {translator.__(
        '%1, %2',
        translator._n('%1 run', '%1 runs', usage.runs),
        bytesText(usage.bytes, locale)
      )}
    </div>
  );
}
