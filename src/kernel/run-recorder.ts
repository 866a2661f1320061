// Brings open notebooks, their kernels and the store together: one recorder for the whole application.
import type { IConsoleTracker } from '@jupyterlab/console';
import {
  NotebookActions,
  type INotebookTracker,
  type NotebookPanel
} from '@jupyterlab/notebook';
import type { Kernel } from '@jupyterlab/services';
import { Signal, type ISignal } from '@lumino/signaling';

import type { Language } from '../languages';
import type { RunId } from '../model';
import type { Direction, KernelMessage, Mask } from '../recording';
import type { IRunRecorder, IRunStore, RecordingState } from '../tokens';
import type { WhoAndWhere } from './context-keeper';
import { Guard } from './guard';
import { KernelWatch } from './kernel-watch';
import { MessageSource, type IKernelListener } from './message-source';
import { NotebookRecord } from './notebook-record';
import type { RecordingChoices } from './recording-choices';
import type { LiveKernels } from './forgotten-runs';

/** The settings that recording reads, as they stand. */
export type RecordingSettings = {
  readonly isRecording: boolean;
  readonly isProbeOn: boolean;
  readonly probeBudgetMs: number;
  readonly dataHashMegabytes: number;
  readonly outputCapBytes: number;
  /** Takes secrets out of texts. */
  readonly mask: Mask;
};

/** What the recorder needs of the application. */
export type RecorderOptions = {
  readonly notebooks: INotebookTracker;
  readonly consoles: IConsoleTracker | null;
  readonly store: IRunStore;
  readonly languages: readonly Language[];
  readonly kernels: LiveKernels & {
    /** Language and display name of a kernel's spec; empty texts while the specs are not known. */
    specOf(name: string): {
      readonly language: string;
      readonly displayName: string;
    };
  };
  readonly settings: () => RecordingSettings;
  readonly choices: RecordingChoices;
  readonly serverRoot: string;
  /** What the server tells about the user, and its address. */
  readonly whoAndWhere: () => Promise<WhoAndWhere>;
  /** ISO time of the page's clock. */
  readonly now: () => string;
  readonly newRunId: () => RunId;
};

/** Records every execution in the kernels of open notebooks. */
export class RunRecorder implements IRunRecorder, IKernelListener {
  private readonly _options: RecorderOptions;
  private readonly _changed = new Signal<this, string>(this);
  private readonly _records = new Map<NotebookPanel, NotebookRecord>();
  private readonly _watches = new Map<string, KernelWatch>();
  private readonly _leaving = new Set<Promise<void>>();
  private readonly _guard: Guard;
  private readonly _source: MessageSource;
  private _isDisposed = false;

  constructor(options: RecorderOptions) {
    this._options = options;
    this._guard = new Guard(cause => this._noteFault(cause));
    NotebookActions.executionScheduled.connect(this._onScheduled, this);
    this._source = new MessageSource({
      notebooks: options.notebooks,
      consoles: options.consoles,
      listener: this,
      guard: this._guard
    });
    void options.choices.loaded.then(() => this.refresh());
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  get changed(): ISignal<IRunRecorder, string> {
    return this._changed;
  }

  dispose(): void {
    if (!this._isDisposed) {
      this._isDisposed = true;
      this._source.dispose();
      NotebookActions.executionScheduled.disconnect(this._onScheduled, this);
      Signal.clearData(this);
    }
  }

  state(notebookPath: string): RecordingState {
    const record = this._recordAt(notebookPath);
    return {
      isRecording: record !== undefined && this._isRecording(notebookPath),
      run: record?.run ?? null
    };
  }

  setRecording(notebookPath: string, isOn: boolean): void {
    this._options.choices.set(notebookPath, isOn);
    this.refresh();
    this._changed.emit(notebookPath);
  }

  async flush(): Promise<void> {
    const flushes = [...this._records.values()].map(record =>
      record.flush(false)
    );
    await Promise.all([...flushes, ...this._leaving]);
  }

  readonly mask = (text: string): string => this._options.settings().mask(text);

  /** Puts everything onto the disk as far as it goes: the page may be gone in a moment. */
  hide(): void {
    this._records.forEach(record => void record.flush(true));
  }

  /** Takes changed settings, choices and kernel specs into account. */
  refresh(): void {
    this._guard.run('applying settings', () => {
      this._records.forEach(record => record.refresh());
      this._watches.forEach(watch => watch.refresh());
    });
  }

  /**
   * A file or a folder was renamed, or a notebook saved under another name; runs follow, also those of notebooks that
   * are not open. Saying it twice changes nothing.
   */
  followRename(oldPath: string, newPath: string): void {
    this._options.choices.rename(oldPath, newPath);
    void this._guard.settle('renaming runs', () =>
      this._options.store.rename(oldPath, newPath)
    );
  }

  entered(panel: NotebookPanel, connection: Kernel.IKernelConnection): void {
    const record = this._records.get(panel) ?? this._addRecord(panel);
    this._watchOf(connection).addRecord(record);
  }

  left(
    panel: NotebookPanel,
    connection: Kernel.IKernelConnection,
    why: 'changed' | 'closed'
  ): void {
    const record = this._records.get(panel);
    if (record === undefined) {
      return;
    }
    if (why === 'changed') {
      this._watchOf(connection).removeRecord(record);
    } else {
      record.places.dispose();
      this._records.delete(panel);
      this._changed.emit(record.path);
    }
  }

  message(
    connection: Kernel.IKernelConnection,
    message: KernelMessage,
    from: {
      readonly direction: Direction;
      readonly panel: NotebookPanel | null;
    }
  ): void {
    const { direction, panel } = from;
    const record = (panel && this._records.get(panel)) ?? null;
    this._watchOf(connection).message(connection, message, {
      direction,
      record
    });
  }

  statusChanged(
    connection: Kernel.IKernelConnection,
    status: Kernel.Status
  ): void {
    this._watchOf(connection).statusChanged(status);
  }

  connected(connection: Kernel.IKernelConnection): void {
    this._watchOf(connection).connected(connection);
  }

  disposed(connection: Kernel.IKernelConnection): void {
    const watch = this._watchOf(connection);
    const deserted = watch.disposed(connection);
    if (watch.isDeserted) {
      this._watches.delete(connection.id);
    }
    for (const record of deserted) {
      const leaving = record.suspend();
      this._leaving.add(leaving);
      void leaving.finally(() => this._leaving.delete(leaving));
    }
  }

  private _watchOf(connection: Kernel.IKernelConnection): KernelWatch {
    const known = this._watches.get(connection.id);
    if (known !== undefined) {
      return known;
    }
    const { kernels, languages, now, settings } = this._options;
    const watch = new KernelWatch({
      now,
      languages,
      languageOf: ({ name }) => kernels.specOf(name).language.toLowerCase(),
      displayNameOf: ({ name }) => kernels.specOf(name).displayName || name,
      isProbeOn: () => settings().isProbeOn,
      probeBudgetMs: () => settings().probeBudgetMs,
      dataHashMegabytes: () => settings().dataHashMegabytes,
      mask: this.mask
    });
    this._watches.set(connection.id, watch);
    return watch;
  }

  private _addRecord(panel: NotebookPanel): NotebookRecord {
    const { store, kernels, serverRoot, now, newRunId, settings, whoAndWhere } =
      this._options;
    const record: NotebookRecord = new NotebookRecord(panel, {
      store,
      kernels,
      serverRoot,
      now,
      newRunId,
      whoAndWhere,
      guard: this._guard,
      outputCapBytes: () => settings().outputCapBytes,
      mask: this.mask,
      isRecording: path => this._isRecording(path),
      onChange: () => this._changed.emit(record.path)
    });
    this._records.set(panel, record);
    panel.context.pathChanged.connect((_, path) =>
      this._guard.run('following a rename', () => {
        this.followRename(record.path, path);
        record.moveTo(path);
      })
    );
    return record;
  }

  private _isRecording(notebookPath: string): boolean {
    return (
      this._options.settings().isRecording &&
      this._options.choices.isOn(notebookPath)
    );
  }

  private _recordAt(notebookPath: string): NotebookRecord | undefined {
    return [...this._records.values()].find(
      record => record.path === notebookPath
    );
  }

  private _onScheduled(
    _: unknown,
    { notebook, cell }: Parameters<ScheduledSlot>[1]
  ): void {
    this._guard.run('following a scheduled cell', () => {
      for (const [panel, record] of this._records) {
        if (panel.content === notebook && cell.model.type === 'code') {
          record.places.schedule(
            cell.model.id,
            cell.model.sharedModel.getSource()
          );
        }
      }
    });
  }

  private _noteFault(cause: string): void {
    const gap = {
      kind: 'internal',
      detail: `A fault while ${cause}.`
    } as const;
    this._records.forEach(record => record.addGap(gap, this._options.now()));
  }
}

type ScheduledSlot = Parameters<
  typeof NotebookActions.executionScheduled.connect
>[0];
