// A run as the fold of its events. Whoever drives it takes what changed and stores it.
import {
  type Environment,
  type Execution,
  type Gap,
  type Omission,
  type Output,
  type Run
} from '../model';
import { DisplayIds } from './display-ids';
import type { ExecutionEvent, MissedExecution, RunEvent } from './events';
import { ExecutionFold } from './execution-fold';
import { RunTotals } from './run-totals';

/** Executions whose outputs stay at hand after they ended, for what threads print late. */
const RECENT = 16;

/** Outputs of a running execution are taken while they are no larger. */
const RUNNING_BYTES = 256 * 1024;

/** The part of a payload that changed. */
export type PayloadChange = {
  readonly executionId: Execution['executionId'];
  readonly source?: string;
  readonly outputs?: readonly Output[];
  readonly omissions?: readonly Omission[];
};

/** What changed since the last time; the documents that heads name are elsewhere. */
export type RunChanges = {
  readonly run: Run;
  readonly executions: readonly Execution[];
  readonly payloads: readonly PayloadChange[];
  readonly environment?: Environment;
};

/** What a page finds when it continues a run. */
export type StoredExecution = {
  readonly head: Execution;
  /** Present for executions that were running. */
  readonly outputs: readonly Output[] | null;
};

/** Folds the events of one run. */
export class RunFold {
  private readonly _capBytes: number;
  private _run: Run;
  private _environment: Environment | null = null;
  private readonly _byMsgId = new Map<string, ExecutionFold>();
  private _order: ExecutionFold[] = [];
  /** Those that an earlier page left open, in the order in which the kernel works them off. */
  private readonly _restored: ExecutionFold[] = [];
  private _joinedAt = 0;
  private readonly _changed = new Set<ExecutionFold>();
  private readonly _displays = new DisplayIds();
  private readonly _totals = new RunTotals();

  constructor(options: {
    readonly run: Run;
    /** Larger outputs are kept as a preview. */
    readonly outputCapBytes: number;
    /** What the store holds of the run already, in the order of its sequences, queued ones last. */
    readonly stored?: readonly StoredExecution[];
  }) {
    this._run = options.run;
    this._capBytes = options.outputCapBytes;
    (options.stored ?? []).forEach(entry => this._restore(entry));
    this._joinedAt = this._order.length;
  }

  /** The run, with its totals as they stand. */
  get run(): Run {
    return this._run;
  }

  /** Ids of the requests whose records changed since they were taken. */
  get changed(): readonly string[] {
    return [...this._changed].map(fold => fold.msgId);
  }

  /** Those of which nobody knows yet how they ended. */
  get open(): readonly ExecutionFold[] {
    return [...this._byMsgId.values()].filter(fold => fold.isOpen);
  }

  /** The record of one request; undefined when the run has none. */
  find(msgId: string): ExecutionFold | undefined {
    return this._byMsgId.get(msgId);
  }

  /** The kernel's counts of the executions that the run knows. */
  get counts(): ReadonlySet<number> {
    const counts = this._order.map(fold => fold.executionCount);
    return new Set(counts.filter(count => count !== null));
  }

  /** Folds one event in. */
  apply(event: RunEvent): void {
    if (this._run.end !== null && event.kind !== 'moved') {
      return;
    }
    switch (event.kind) {
      case 'environment':
        this._environment = event.environment;
        this._change(
          { environmentId: event.environment.environmentId },
          event.at
        );
        break;
      case 'gap':
        this._addGap(event.gap, event.at);
        break;
      case 'moved':
        this._change({ notebookPath: event.notebookPath }, event.at);
        break;
      case 'missed':
        this._addMissed(event);
        break;
      case 'closed':
        this.open.forEach(fold =>
          this._applyToExecution({
            kind: 'lost',
            msgId: fold.msgId,
            at: event.at
          })
        );
        this._change({ end: event.end, closedAt: event.at }, event.at);
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
    const taken = [...this._changed].filter(
      fold => !options.without?.has(fold.msgId)
    );
    const payloads = taken.flatMap(
      fold => this._takePayload(fold, options.withRunning) ?? []
    );
    const heads = taken
      .filter(fold => fold.isHeadChanged)
      .map(fold => fold.head());
    taken.forEach(fold => (fold.isHeadChanged = false));
    this._sumUp(heads);
    const environment = this._environment;
    this._environment = null;
    taken
      .filter(fold => !fold.areOutputsChanged)
      .forEach(fold => this._changed.delete(fold));
    this._release();
    return {
      run: this._run,
      executions: heads,
      payloads,
      ...(environment === null ? {} : { environment })
    };
  }

  private _restore({ head, outputs }: StoredExecution): void {
    const msgId = head.executionId.slice(head.executionId.indexOf('/') + 1);
    const fold = this._create(msgId);
    fold.restore(head, outputs);
    this._changed.delete(fold);
    if (fold.isOpen) {
      this._restored.push(fold);
    }
    if (head.sequence !== null) {
      this._order.push(fold);
    }
    this._totals.note(head);
  }

  private _create(msgId: string): ExecutionFold {
    const fold = new ExecutionFold({
      runId: this._run.runId,
      msgId,
      capBytes: this._capBytes
    });
    this._byMsgId.set(msgId, fold);
    this._changed.add(fold);
    return fold;
  }

  private _foldFor(event: ExecutionEvent): ExecutionFold | null {
    const known = this._byMsgId.get(event.msgId);
    if (known !== undefined) {
      return known;
    }
    if (event.kind === 'submitted' || event.kind === 'started') {
      return this._create(event.msgId);
    }
    if (event.kind === 'reported') {
      const fold = this._create(event.msgId);
      fold.addGap('source-unknown');
      fold.addGap('outputs-partial');
      return fold;
    }
    return null;
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
      this._loseBefore(fold, event.at);
    }
    fold.apply(event);
    this._changed.add(fold);
    if (fold.sequence === null && fold.status !== 'queued') {
      this._order.push(fold);
      fold.sequence = this._order.length;
    }
    if (fold.isRateLimited) {
      this._addGap({ kind: 'output-dropped', detail: '' }, event.at);
    }
    this._change({}, event.at);
  }

  /**
   * Kernels work requests off in the order in which they came. When one starts that was submitted after those that an
   * earlier page left open, these ended unheard. Code of other clients may have come in between and tells nothing.
   */
  private _loseBefore(fold: ExecutionFold, at: string): void {
    const place = this._restored.indexOf(fold);
    if (place < 0 && !fold.isSubmittedHere) {
      return;
    }
    (place < 0 ? this._restored : this._restored.slice(0, place))
      .filter(other => other.isUnheard)
      .forEach(other =>
        this._applyToExecution({ kind: 'lost', msgId: other.msgId, at })
      );
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
        .forEach(other => this._changed.add(other));
      if (change.kind === 'display') {
        this._displays.add(change.displayId, fold);
      }
      this._change({}, event.at);
    }
    return change.kind === 'update';
  }

  private _addMissed(event: Extract<RunEvent, { kind: 'missed' }>): void {
    const counts = this.counts;
    const added: ExecutionFold[] = [];
    for (const missed of event.executions) {
      const known = this._byMsgId.get(missed.msgId);
      const isCounted =
        missed.executionCount !== null && counts.has(missed.executionCount);
      if (known !== undefined || !isCounted) {
        const fold = known ?? this._create(missed.msgId);
        this._fillMissed(fold, missed, event.at);
        if (fold.sequence === null) {
          added.push(fold);
        }
      }
    }
    this._order.splice(this._joinedAt, 0, ...added);
    this._joinedAt += added.length;
    this._renumber();
    this._change({}, event.at);
  }

  private _fillMissed(
    fold: ExecutionFold,
    missed: MissedExecution,
    at: string
  ): void {
    const { msgId, code, executionCount, place, report } = missed;
    const base = { msgId, at };
    if (report !== null) {
      fold.apply({
        ...base,
        kind: 'reported',
        report,
        isOk: true,
        executionCount,
        place
      });
    }
    if (fold.isOpen) {
      fold.markMissed({ code, executionCount, place });
    }
    this._changed.add(fold);
  }

  private _renumber(): void {
    this._order.forEach((fold, index) => {
      if (fold.sequence !== index + 1) {
        fold.sequence = index + 1;
        fold.isHeadChanged = true;
        this._changed.add(fold);
      }
    });
  }

  private _takePayload(
    fold: ExecutionFold,
    withRunning: boolean
  ): PayloadChange | null {
    const isDue =
      fold.areOutputsChanged &&
      (!fold.isOpen || (withRunning && fold.roughBytes <= RUNNING_BYTES));
    const kept = isDue ? fold.keepOutputs() : null;
    const source = fold.isSourceChanged ? fold.source : null;
    if (isDue) {
      fold.areOutputsChanged = false;
      fold.isHeadChanged = true;
    }
    fold.isSourceChanged = false;
    if (kept === null && source === null) {
      return null;
    }
    return {
      executionId: fold.head().executionId,
      ...(source === null ? {} : { source }),
      ...(kept === null
        ? {}
        : { outputs: kept.outputs, omissions: kept.omissions })
    };
  }

  private _release(): void {
    const ended = this._order.slice(0, -RECENT);
    for (let index = ended.length - 1; index >= 0; index--) {
      const fold = ended[index];
      if (fold === undefined || fold.isReleased) {
        break;
      }
      if (
        !fold.isOpen &&
        !this._changed.has(fold) &&
        !this._displays.holds(fold)
      ) {
        fold.release();
      }
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
    this._run = { ...this._run, ...change, changedAt: at };
  }

  private _sumUp(heads: readonly Execution[]): void {
    heads.forEach(head => this._totals.note(head));
    this._run = {
      ...this._run,
      executionCount: this._order.length,
      failureCount: this._totals.failures,
      busyMs: this._totals.busyMs
    };
  }
}
