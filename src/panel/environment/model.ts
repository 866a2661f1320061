// The state of the page of one run: its facts, what is searched, what is written.
import type { IDisposable } from '@lumino/disposable';
import { Signal, type ISignal } from '@lumino/signaling';

import type { CellAnalysis } from '../../analysis';
import {
  checklistOf,
  degreeOf,
  factsOf,
  seriesOf,
  storedFacts,
  type ChecklistRow,
  type Degree,
  type RunFacts
} from '../../facts';
import type {
  Execution,
  ExecutionId,
  Output,
  RunHistory,
  RunId
} from '../../model';
import type { IRunStore, StoreChange } from '../../tokens';
import { Pacer, type Schedule } from '../runs/pacer';
import type { IEnvironmentHost } from './host';
import { NO_CHOICE, type ValueChoice } from './values';

/** What the page shows at one moment. */
export type EnvironmentState =
  | { readonly kind: 'loading' }
  /** The run was removed. */
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'ready';
      readonly facts: RunFacts;
      readonly rows: readonly ChecklistRow[];
      readonly degree: Degree;
    };

export type EnvironmentModelOptions = {
  readonly runId: RunId;
  readonly store: IRunStore;
  readonly host: IEnvironmentHost;
  /** Reader of a kernel's language; undefined where there is none. */
  readonly analyserOf: (
    language: string
  ) => ((source: string) => CellAnalysis) | undefined;
  readonly now: () => number;
  readonly schedule: Schedule;
  /** Receives faults that have no other place to go. */
  readonly report: (error: unknown) => void;
};

/** Printed figures are looked for in outputs up to this size. */
const OUTPUT_LIMIT = 4_000_000;

/** Reads the run again when it changed, and only while the page is visible. */
export class EnvironmentModel implements IDisposable {
  constructor(options: EnvironmentModelOptions) {
    this._options = options;
    this._pacer = new Pacer({ ...options, work: () => this._refresh() });
    options.store.changed.connect(this._onStoreChanged, this);
  }

  /** Emits after `state`, the query or the choice changed. */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  get state(): EnvironmentState {
    return this._state;
  }

  /** Words that rows have to hold; empty for all. */
  get query(): string {
    return this._query;
  }

  get choice(): ValueChoice {
    return this._choice;
  }

  /** True while hidden names are shown too. */
  showsHidden = false;

  setQuery(query: string): void {
    this._query = query;
    this._changed.emit();
  }

  /** Shows hidden names, or not. */
  toggleHidden(): void {
    this.showsHidden = !this.showsHidden;
    this._changed.emit();
  }

  /** Pins and hides names for the notebook. */
  choose(choice: ValueChoice): void {
    this._choice = choice;
    if (this._state.kind === 'ready') {
      const { notebookPath } = this._state.facts.history.run;
      this._options.host.saveChoice(notebookPath, choice);
    }
    this._changed.emit();
  }

  /** Keeps the user's words for a row; empty words take them away. */
  keepNote(row: string, text: string): void {
    this._putNote(row, text).catch(this._options.report);
  }

  /** While invisible nothing is read. */
  setVisible(isVisible: boolean): void {
    this._isVisible = isVisible;
    if (isVisible && this._isStale) {
      this._pacer.request();
    }
  }

  dispose(): void {
    if (!this._isDisposed) {
      this._isDisposed = true;
      this._pacer.dispose();
      Signal.clearData(this);
    }
  }

  private async _putNote(row: string, text: string): Promise<void> {
    const { runId, store } = this._options;
    const context = await store.context(runId);
    const others = Object.entries(context.notes).filter(([id]) => id !== row);
    const trimmed = text.trim();
    const own = trimmed === '' ? [] : [[row, trimmed] as const];
    const notes = Object.fromEntries([...others, ...own]);
    await store.putContext({ ...context, notes });
    await this._refresh();
  }

  private _onStoreChanged(_: IRunStore, change: StoreChange): void {
    const { runId } = this._options;
    if (change.runIds.length === 0 || change.runIds.includes(runId)) {
      this._isStale = true;
      if (this._isVisible) {
        this._pacer.request();
      }
    }
  }

  private async _refresh(): Promise<void> {
    const { analyserOf, host, runId, store } = this._options;
    this._isStale = false;
    await store.ready;
    const stored = await storedFacts(store, runId);
    if (!stored) {
      this._publish({ kind: 'gone' });
      return;
    }
    const { history } = stored;
    const { kernel, notebookPath } = history.run;
    const choice = await host.choice(notebookPath);
    const analyse = this._remembering(analyserOf(kernel.language));
    const outputs = await this._outputs(history);
    const facts = factsOf({ ...stored, analyse, outputs });
    const rows = checklistOf(facts, host.locale.translator);
    this._choice = choice;
    this._publish({ kind: 'ready', facts, rows, degree: degreeOf(rows) });
  }

  /** Outputs of finished executions are read once; what holds no series is forgotten. */
  private async _outputs(
    history: RunHistory
  ): Promise<ReadonlyMap<ExecutionId, readonly Output[]>> {
    const wanted = history.executions.filter(mayHoldSeries);
    for (const { executionId, finishedAt } of wanted) {
      if (finishedAt !== null && !this._outputsRead.has(executionId)) {
        const { outputs } = await this._options.store.payload(executionId);
        const read = new Map([[executionId, outputs ?? []]]);
        const holdsSeries =
          seriesOf({ history, context: null, outputs: read }).length > 0;
        this._outputsRead.set(executionId, holdsSeries ? (outputs ?? []) : []);
      }
    }
    return this._outputsRead;
  }

  /** Each source is analysed once for as long as the page is open. */
  private _remembering(
    analyse: ((source: string) => CellAnalysis) | undefined
  ): ((source: string) => CellAnalysis) | undefined {
    return (
      analyse &&
      (source => {
        const known = this._analyses.get(source) ?? analyse(source);
        this._analyses.set(source, known);
        return known;
      })
    );
  }

  private _publish(state: EnvironmentState): void {
    if (!this._isDisposed) {
      this._state = state;
      this._changed.emit();
    }
  }

  private readonly _analyses = new Map<string, CellAnalysis>();
  private readonly _changed = new Signal<this, void>(this);
  private _choice: ValueChoice = NO_CHOICE;
  private _isDisposed = false;
  private _isStale = true;
  private _isVisible = false;
  private readonly _options: EnvironmentModelOptions;
  private readonly _outputsRead = new Map<ExecutionId, readonly Output[]>();
  private readonly _pacer: Pacer;
  private _query = '';
  private _state: EnvironmentState = { kind: 'loading' };
}

function mayHoldSeries({ outputBytes, outputCount }: Execution): boolean {
  return outputCount > 0 && outputBytes <= OUTPUT_LIMIT;
}
