// What a fresh run would do to open notebooks.
import type { NotebookPanel } from '@jupyterlab/notebook';
import { Token } from '@lumino/coreutils';
import type { IDisposable } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';

import type { KnownFinding } from '../hazards';
import type { CellForecast, DependenceGraph } from '../lineage';
import type { CellId } from '../model';

/** A finding that the user can dismiss. */
export type PublishedFinding = KnownFinding;

/** What restart-and-run-all would do to one open notebook. */
export type NotebookForecast = {
  readonly notebookPath: string;
  /** One for each code cell that is not blank, in the order of the document. */
  readonly cells: readonly CellForecast[];
  /** Worst first; one for each cause, with the cells that it affects. Without those that the user dismissed. */
  readonly findings: readonly PublishedFinding[];
  /** What the user dismissed, in the same order. The verdicts of its cells stay what they are. */
  readonly dismissed: readonly PublishedFinding[];
  /** The verdicts added up; `shown` counts the cells that show an output of theirs or have run. */
  readonly summary: {
    readonly same: number;
    readonly differs: number;
    readonly fails: number;
    readonly random: number;
    readonly unknown: number;
    readonly unrun: number;
    readonly shown: number;
  };
};

/** Keeps a forecast for every open notebook up to date. */
export interface IForecaster extends IDisposable {
  /** Null until the first one is made. */
  get(notebookPath: string): NotebookForecast | null;
  /** Emits the path of a notebook whose forecast changed. */
  readonly changed: ISignal<IForecaster, string>;
  /** All that its cells read from one another, by the last forecast; null until there is one. */
  graph(notebookPath: string): DependenceGraph | null;
  /** The way from the causes to what a cell shows; null until there is a forecast. */
  why(notebookPath: string, cellId: CellId): DependenceGraph | null;
  /** Emits the path of a notebook after each forecast, also one that says the same: its graph may be another. */
  readonly refreshed: ISignal<IForecaster, string>;
  /** Resolves when the forecast holds for the document and the records as they are now. */
  settled(panel: NotebookPanel): Promise<void>;
}

export const IForecaster = new Token<IForecaster>(
  'jupyterlab-retrace:IForecaster',
  'Tells which displayed outputs a fresh run would give again.'
);
