// What the Run History view shows at one moment.
import type { Drift } from '../../facts';
import type { Run } from '../../model';
import type { NotebookForecast, StoreState, StoreUsage } from '../../tokens';
import type { ExecutionFilter } from './filter';
import type { INotebookInView } from './notebook-in-view';
import type { Row } from './rows';

export type PanelState = {
  /** Null when no notebook is in front. */
  readonly notebook: INotebookInView | null;
  readonly isRecording: boolean;
  /** The run that is open now. */
  readonly currentRun: Run | null;
  readonly store: StoreState;
  /** Null until it was asked for. */
  readonly usage: StoreUsage | null;
  /** Newest first. */
  readonly runs: readonly Run[];
  readonly rows: readonly Row[];
  readonly filter: ExecutionFilter;
  /** Null until there is one, and without a forecaster. */
  readonly forecast: NotebookForecast | null;
  /** Null without drift, and once it was dismissed. */
  readonly drift: Drift | null;
  /** True until the notebook's runs were read for the first time. */
  readonly isLoading: boolean;
};
