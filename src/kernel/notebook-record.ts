// One open notebook: its document, whether it is recorded, and its present run.
import type { NotebookPanel } from '@jupyterlab/notebook';

import type { Gap, KernelIdentity, Run, RunEnd, RunId } from '../model';
import type { CodePart, ProbeReport, RunEvent } from '../recording';
import { CellPlaces } from './cell-places';
import { ContextKeeper, type WhoAndWhere } from './context-keeper';
import { RecordedRun, type RunSurroundings } from './recorded-run';

/** What a notebook's record needs of its surroundings. */
export type RecordSurroundings = RunSurroundings & {
  readonly newRunId: () => RunId;
  readonly serverRoot: string;
  /** What the server tells about the user, and its address. */
  readonly whoAndWhere: () => Promise<WhoAndWhere>;
  readonly isRecording: (notebookPath: string) => boolean;
};

type Opening = {
  readonly kernel: KernelIdentity;
  readonly gaps: readonly Omit<Gap, 'at'>[];
};

/** Records one open notebook. */
export class NotebookRecord {
  /** Where the notebook is now. */
  path: string;
  /** Where its cells stand. */
  readonly places: CellPlaces;

  private readonly _around: RecordSurroundings;
  private _run: RecordedRun | null = null;
  private _opening: Opening | null = null;
  private _keeper: ContextKeeper | null = null;
  /** What the probe said about the process, for a run that is opened later. */
  private _told: { environment: RunEvent | null; code: CodePart[] } = {
    environment: null,
    code: []
  };
  private _isOn: boolean;

  constructor(panel: NotebookPanel, around: RecordSurroundings) {
    this._around = around;
    this.path = panel.context.path;
    this._isOn = around.isRecording(this.path);
    this.places = new CellPlaces(panel, around.mask);
  }

  /** Null when nothing is recorded. */
  get run(): Run | null {
    return this._run === null || this._run.isClosed ? null : this._run.run;
  }

  /** Opens a run for a kernel process, unless recording is off. */
  openRun(
    kernel: KernelIdentity,
    gaps: readonly Omit<Gap, 'at'>[],
    isLateStart = false
  ): void {
    if (
      this._run !== null &&
      !this._run.isClosed &&
      this._opening?.kernel.processId === kernel.processId
    ) {
      return;
    }
    this._opening = { kernel, gaps };
    if (!this._isOn) {
      return;
    }
    const at = this._around.now();
    const off: Omit<Gap, 'at'>[] = isLateStart
      ? [{ kind: 'recording-off', detail: '' }]
      : [];
    this._run = new RecordedRun(
      {
        schemaVersion: 1,
        runId: this._around.newRunId(),
        notebookPath: this.path,
        serverRoot: this._around.serverRoot,
        kernel,
        openedAt: at,
        changedAt: at,
        closedAt: null,
        end: null,
        environmentId: null,
        executionCount: 0,
        failureCount: 0,
        busyMs: 0,
        isPinned: false,
        gaps: [...gaps, ...off].map(gap => ({ ...gap, at }))
      },
      this._around
    );
    this._keepContext(this._run);
  }

  /** Ends the run, if there is one. */
  closeRun(end: RunEnd): void {
    this._opening = null;
    this._told = { environment: null, code: [] };
    this._run?.close(end);
    this._run = this._keeper = null;
    this._around.onChange();
  }

  /** Folds an event into the run. While recording is off, only executions that began before go on. */
  apply(event: RunEvent): void {
    const run = this._run;
    if (event.kind === 'environment') {
      this._told.environment = event;
    }
    if (run === null) {
      return;
    }
    if ('msgId' in event && !this._isOn && !run.knows(event.msgId)) {
      return;
    }
    if (event.kind === 'submitted' && event.place !== null) {
      const { documentHash } = event.place;
      const cells = this.places.settle(event.place);
      if (documentHash && cells) {
        run.addDocument(documentHash, cells);
      }
    }
    const isForeignStart = event.kind === 'started' && !run.knows(event.msgId);
    run.apply(
      isForeignStart
        ? { ...event, place: this.places.takeScheduled(event.code ?? '') }
        : event
    );
  }

  /** Folds a probe's report in; a cell that it names counts when it is one of this notebook. */
  report(report: ProbeReport, at: string): void {
    const { msgId, isOk, executionCount, cellId } = report;
    this.apply({
      kind: 'reported',
      msgId,
      at,
      report: report.report,
      isOk,
      executionCount,
      place: this.places.reportedPlace(cellId)
    });
  }

  /** Keeps what a probe said about the code beside the notebook. */
  addCode(part: CodePart): void {
    // All modules are told anew with the first part, and each state of the repository by itself.
    const kept = this._told.code.filter(({ later }) =>
      later === null ? part.first === null : later.msgId !== part.later?.msgId
    );
    this._told.code = [...kept, part];
    this._keeper?.add(part);
  }

  /** Notes that the record is incomplete. */
  addGap(gap: Omit<Gap, 'at'>, at: string): void {
    this._run?.apply({ kind: 'gap', at, gap });
  }

  /** The kernel has worked off all that was sent before this page came. */
  catchUp(options: {
    readonly count: number | null;
    readonly ring: readonly ProbeReport[];
    readonly recover: (
      counts: readonly number[]
    ) => Promise<ReadonlyMap<number, string>>;
  }): void {
    const run = this._run;
    if (run === null) {
      return;
    }
    const reports = options.ring.map(entry => ({
      msgId: entry.msgId,
      code: null,
      executionCount: entry.executionCount,
      place: this.places.reportedPlace(entry.cellId),
      report: entry.report
    }));
    void this._around.guard.settle('catching up with a kernel', () =>
      run.catchUp({ count: options.count, reports, recover: options.recover })
    );
  }

  /** Takes the setting into account. */
  refresh(): void {
    const isOn = this._around.isRecording(this.path);
    if (isOn === this._isOn) {
      return;
    }
    this._isOn = isOn;
    if (!isOn) {
      this.addGap({ kind: 'recording-off', detail: '' }, this._around.now());
    } else if (this._run === null && this._opening !== null) {
      this.openRun(this._opening.kernel, this._opening.gaps, true);
    }
    this._around.onChange();
  }

  /** The notebook has another path now. */
  moveTo(path: string): void {
    this.path = path;
    this._run?.apply({
      kind: 'moved',
      at: this._around.now(),
      notebookPath: path
    });
  }

  /** Resolves when all that was seen is stored. */
  async flush(isBarrier: boolean): Promise<void> {
    await this._run?.flush(isBarrier);
    await this._keeper?.flush();
  }

  /** Stops recording without ending the run. */
  async suspend(): Promise<void> {
    const run = this._run;
    this._run = this._keeper = null;
    this._opening = null;
    this._told = { environment: null, code: [] };
    await run?.suspend();
  }

  private _keepContext(run: RecordedRun): void {
    const runId = run.opened.then(() => run.run?.runId ?? null);
    this._keeper = new ContextKeeper(runId, this._around);
    const { code, environment } = this._told;
    if (environment !== null) {
      run.apply(environment);
    }
    code.forEach(part => this._keeper?.add(part));
  }
}
