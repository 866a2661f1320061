// A run as the fold of its events. Whoever drives it takes what changed and stores it.
import type { Environment, Execution, Gap, Run } from '../model';
import { DisplayIds } from './display-ids';
import type { ExecutionEvent, MissedExecution, RunEvent } from './events';
import type { ExecutionFold } from './execution-fold';
import { ExecutionList, type StoredExecution } from './execution-list';
import { asItIs, type Mask } from './mask';
import { maskEvent } from './mask-event';
import type { HashedFile } from './late-hashes';
import { fillMissed } from './missed';
import { takePayload, type PayloadChange } from './payload-change';
import { RunTotals } from './run-totals';

/** What changed since the last time; the documents that heads name are elsewhere. */
export type RunChanges = {
  readonly run: Run;
  readonly executions: readonly Execution[];
  readonly payloads: readonly PayloadChange[];
  readonly environment?: Environment;
};

/** Folds the events of one run. */
export class RunFold {
  private _run: Run;
  private _changedAt: string;
  private _environment: Environment | null = null;
  private readonly _list: ExecutionList;
  private readonly _displays = new DisplayIds();
  private readonly _totals = new RunTotals();

  constructor(options: {
    readonly run: Run;
    /** Larger outputs are kept as a preview. */
    readonly outputCapBytes: number;
    /** Takes secrets out of everything that is kept; nothing is taken out where it is absent. */
    readonly mask?: Mask;
    /** What the store holds of the run already, in the order of its sequences, queued ones last. */
    readonly stored?: readonly StoredExecution[];
  }) {
    const stored = options.stored ?? [];
    this._run = options.run;
    this._changedAt = options.run.changedAt;
    this._list = new ExecutionList({
      runId: options.run.runId,
      capBytes: options.outputCapBytes,
      mask: options.mask ?? asItIs,
      stored
    });
    stored.forEach(({ head }) => this._totals.note(head));
  }

  /** Larger outputs of executions that are not known yet are kept as a preview. */
  limitOutputs(capBytes: number): void {
    this._list.limitOutputs(capBytes);
  }

  /** The run, with its totals as they were when changes were taken last. */
  get run(): Run {
    return this._run.changedAt === this._changedAt
      ? this._run
      : { ...this._run, changedAt: this._changedAt };
  }

  /** The records that changed since they were taken. */
  get changed(): readonly ExecutionFold[] {
    return this._list.changed;
  }

  /** Those of which nobody knows yet how they ended. */
  get open(): readonly ExecutionFold[] {
    return this._list.open;
  }

  /** The kernel's counts of the executions that the run knows. */
  get counts(): ReadonlySet<number> {
    return this._list.counts;
  }

  /** The record of one request; undefined when the run has none. */
  find(msgId: string): ExecutionFold | undefined {
    return this._list.find(msgId);
  }

  /** Folds one event in. A closed run takes no more. */
  apply(raw: RunEvent): void {
    if (this._run.end !== null && raw.kind !== 'moved') {
      return;
    }
    const event = maskEvent(this._list.mask, raw);
    const { at } = event;
    switch (event.kind) {
      case 'environment':
        this._environment = event.environment;
        this._change({ environmentId: event.environment.environmentId }, at);
        break;
      case 'gap':
        this._addGap(event.gap, at);
        break;
      case 'moved':
        this._change({ notebookPath: event.notebookPath }, at);
        break;
      case 'hashed':
        this._addHashes(event.files, at);
        break;
      case 'missed':
        this._addMissed(event.executions, at);
        break;
      case 'closed':
        this._closeExecutions(at);
        this._change({ end: event.end, closedAt: at }, at);
        break;
      default:
        this._applyToExecution(event);
    }
  }

  /** What changed since the last call. */
  takeChanges(options: {
    /** Takes the outputs of running executions too, unless they have grown large. */
    readonly withRunning: boolean;
    /** Executions that are left for a later call. */
    readonly without?: ReadonlySet<string>;
  }): RunChanges {
    const taken = this._list.changed.filter(
      fold => !options.without?.has(fold.msgId)
    );
    const payloads = taken.flatMap(
      fold => takePayload(fold, options.withRunning) ?? []
    );
    const executions = taken
      .filter(fold => fold.isHeadChanged)
      .map(fold => fold.head());
    for (const fold of taken) {
      fold.isHeadChanged = false;
      if (!fold.areOutputsChanged) {
        this._list.settle(fold);
      }
    }
    this._list.release(fold => this._displays.holds(fold));
    this._sumUp(executions);
    const environment = this._environment;
    this._environment = null;
    return {
      run: this.run,
      executions,
      payloads,
      ...(environment === null ? {} : { environment })
    };
  }

  private _foldFor(event: ExecutionEvent): ExecutionFold | null {
    const known = this._list.find(event.msgId);
    if (known !== undefined) {
      return known;
    }
    switch (event.kind) {
      case 'submitted':
      case 'started':
        return this._list.create(event.msgId);
      case 'reported': {
        const fold = this._list.create(event.msgId);
        fold.addGap('source-unknown');
        fold.addGap('outputs-partial');
        return fold;
      }
      default:
        return null;
    }
  }

  private _applyToExecution(event: ExecutionEvent): void {
    const fold = this._foldFor(event);
    if (fold === null || (event.kind === 'lost' && !fold.isOpen)) {
      return;
    }
    if (event.kind === 'output' && this._updateDisplays(event, fold)) {
      return;
    }
    if (event.kind === 'started' || event.kind === 'busy') {
      this._list.endedBefore(fold).forEach(({ msgId }) => {
        this._applyToExecution({ kind: 'lost', msgId, at: event.at });
      });
    }
    fold.apply(event);
    if (event.kind === 'submitted' && fold.isSubmittedHere) {
      this._list.noteSent(fold);
    }
    this._list.note(fold);
    if (fold.isRateLimited) {
      this._addGap({ kind: 'output-dropped', detail: '' }, event.at);
    }
    this._changedAt = event.at;
  }

  /** True when the event was an update, which concerns other outputs than the ones that its execution adds. */
  private _updateDisplays(
    event: Extract<ExecutionEvent, { kind: 'output' }>,
    fold: ExecutionFold
  ): boolean {
    const { change } = event;
    if (change.kind !== 'update' && change.kind !== 'display') {
      return false;
    }
    if (change.displayId !== '') {
      this._displays
        .update(change.displayId, change)
        .forEach(other => this._list.note(other));
      if (change.kind === 'display') {
        this._displays.add(change.displayId, fold);
      }
      this._changedAt = event.at;
    }
    return change.kind === 'update';
  }

  private _addHashes(files: readonly HashedFile[], at: string): void {
    for (const fold of this._list.all) {
      if (fold.takeHashes(files)) {
        this._list.note(fold);
        this._changedAt = at;
      }
    }
  }

  private _addMissed(executions: readonly MissedExecution[], at: string): void {
    const { counts } = this;
    const folds = executions
      .filter(
        ({ msgId, executionCount }) =>
          this._list.find(msgId) !== undefined ||
          !counts.has(executionCount ?? -1)
      )
      .map(missed => {
        const fold =
          this._list.find(missed.msgId) ?? this._list.create(missed.msgId);
        fillMissed(fold, missed, at);
        return fold;
      });
    this._list.insertMissed(folds);
    this._changedAt = at;
  }

  /** What was queued never started, unless it was submitted by an earlier page and may have run since. */
  private _closeExecutions(at: string): void {
    for (const fold of this._list.open) {
      const isDropped = fold.status === 'queued' && !fold.isUnheard;
      const kind = isDropped ? 'idle' : 'lost';
      this._applyToExecution({ kind, msgId: fold.msgId, at });
    }
  }

  private _addGap(gap: Omit<Gap, 'at'>, at: string): void {
    const isKnown = this._run.gaps.some(
      other => other.kind === gap.kind && other.detail === gap.detail
    );
    if (!isKnown) {
      this._change({ gaps: [...this._run.gaps, { ...gap, at }] }, at);
    }
  }

  private _change(change: Partial<Run>, at: string): void {
    this._run = { ...this._run, ...change };
    this._changedAt = at;
  }

  private _sumUp(heads: readonly Execution[]): void {
    heads.forEach(head => this._totals.note(head));
    this._run = {
      ...this._run,
      executionCount: this._list.count,
      failureCount: this._totals.failures,
      busyMs: this._totals.busyMs
    };
  }
}
