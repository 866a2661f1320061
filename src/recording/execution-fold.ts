// The events of one execution to its record. Any order of shell and iopub messages gives the same record.
import {
  executionIdOf,
  hashOf,
  isFinal,
  type DisplayOutput,
  type Execution,
  type ExecutionGap,
  type ExecutionReport,
  type ExecutionStatus,
  type Output,
  type RunId
} from '../model';
import type {
  ExecutionEvent,
  MissedExecution,
  OutputChange,
  Place
} from './events';
import { ExecutionOutputs, type KeptOutputs } from './outputs';
import { headOf } from './text-bytes';

const FIRST_LINE_LIMIT = 200;
const EVALUE_LIMIT = 1000;

type ErrorNote = { readonly ename: string; readonly evalue: string };
type Reply = Extract<ExecutionEvent, { kind: 'replied' }>;

/** First line that is not blank, shortened for lists. */
export function firstLineOf(source: string): string {
  const found = /^.*\S.*$/m.exec(source);
  return headOf((found?.[0] ?? '').trim(), FIRST_LINE_LIMIT);
}

function noteOf(error: ErrorNote): ErrorNote {
  return {
    ename: headOf(error.ename, FIRST_LINE_LIMIT),
    evalue: headOf(error.evalue, EVALUE_LIMIT)
  };
}

/** Folds the events of one execution. */
export class ExecutionFold {
  /** Id of the execute request. */
  readonly msgId: string;
  /** Given by the run when the execution starts. */
  sequence: number | null = null;
  /** True while the head differs from the one taken last. */
  isHeadChanged = true;
  /** True while the source was not taken. */
  isSourceChanged = false;
  /** True while outputs differ from those taken last. */
  areOutputsChanged = false;

  private readonly _runId: RunId;
  private _base: Execution | null = null;
  private _source: string | null = null;
  private _sourceHash = hashOf('');
  private _firstLine = '';
  private _place: Place | null = null;
  private _executionCount: number | null = null;
  private _submittedAt: string | null = null;
  private _startedAt: string | null = null;
  private _finishedAt: string | null = null;
  private _isStarted = false;
  private _isBusySeen = false;
  private _isIdle = false;
  private _isLost = false;
  private _reply: Reply | null = null;
  private _error: ErrorNote | null = null;
  private _report: ExecutionReport | null = null;
  private _isReportedOk = true;
  private _outputs: ExecutionOutputs | null;
  private _kept: Omit<KeptOutputs, 'outputs' | 'omissions'> | null = null;
  private readonly _gaps = new Set<ExecutionGap>();

  constructor(options: {
    readonly runId: RunId;
    readonly msgId: string;
    readonly capBytes: number;
  }) {
    this.msgId = options.msgId;
    this._runId = options.runId;
    this._outputs = new ExecutionOutputs(options.capBytes);
  }

  /** Continues from what an earlier page stored. */
  restore(head: Execution, outputs: readonly Output[] | null): void {
    this._base = head;
    this.sequence = head.sequence;
    this.isHeadChanged = false;
    this._sourceHash = head.sourceHash;
    this._firstLine = head.firstLine;
    this._executionCount = head.executionCount;
    this._submittedAt = head.submittedAt;
    this._startedAt = head.startedAt;
    this._finishedAt = head.finishedAt;
    this._isStarted = head.status !== 'queued' && head.status !== 'aborted';
    this._isIdle = isFinal(head.status) && head.status !== 'lost';
    this._isLost = head.status === 'lost';
    this._error = head.error;
    this._report = head.report;
    this._place =
      head.cellId === null
        ? null
        : {
            cellId: head.cellId,
            cellIndex: head.cellIndex,
            documentHash: head.documentHash
          };
    head.gaps.forEach(gap => this._gaps.add(gap));
    if (isFinal(head.status)) {
      this._outputs = null;
    } else if (head.status === 'running') {
      this._outputs?.restore(outputs ?? []);
      this._gaps.add('outputs-partial');
    }
  }

  /** Null for code of other clients. */
  get place(): Place | null {
    return this._place;
  }

  /** True when this page sent the request, or saw it sent. */
  get isSubmittedHere(): boolean {
    return this._base === null && this._submittedAt !== null;
  }

  /** Null when it was never seen or was released. */
  get source(): string | null {
    return this._source;
  }

  get executionCount(): number | null {
    return this._executionCount;
  }

  get status(): ExecutionStatus {
    if (this._base !== null && isFinal(this._base.status)) {
      return this._base.status;
    }
    if (this._isLost) {
      return 'lost';
    }
    if (!this._isIdle) {
      return this._isStarted ? 'running' : 'queued';
    }
    if (!this._isStarted) {
      return 'aborted';
    }
    if (this.error !== null) {
      return this.error.ename === 'KeyboardInterrupt' ? 'interrupted' : 'error';
    }
    return this._reply?.status === 'error' || !this._isReportedOk
      ? 'error'
      : 'ok';
  }

  /** What the kernel said about its failure. */
  get error(): ErrorNote | null {
    return (
      this._error ?? (this._reply?.error ? noteOf(this._reply.error) : null)
    );
  }

  /** True for a record that an earlier page left open and of which this page saw nothing yet. */
  get isUnheard(): boolean {
    return this._base !== null && this.isOpen && !this._isBusySeen;
  }

  /** True when nobody knows yet how it ended. */
  get isOpen(): boolean {
    return !isFinal(this.status);
  }

  /** True once its outputs are not at hand any more. */
  get isReleased(): boolean {
    return this._outputs === null;
  }

  /** True once the server said that it dropped outputs of it. */
  get isRateLimited(): boolean {
    return this._outputs?.isRateLimited ?? false;
  }

  /** A rough size of what its outputs take; cheap. */
  get roughBytes(): number {
    return this._outputs?.roughBytes ?? 0;
  }

  /** Folds one event in; updates of displays go through `update`. */
  apply(event: ExecutionEvent): void {
    this.isHeadChanged = true;
    switch (event.kind) {
      case 'submitted':
        this._setSource(event.code);
        this._place ??= event.place;
        this._submittedAt ??= event.at;
        break;
      case 'started':
        this._start(event);
        break;
      case 'output':
        this._output(event.change);
        break;
      case 'replied':
        this._takeReply(event);
        break;
      case 'busy':
        this._isBusySeen = true;
        break;
      case 'idle':
        this._isStarted = this._isStarted || this._hasStartedUnseen();
        this._isIdle = true;
        this._isLost = false;
        this._finishedAt ??= event.at;
        this.areOutputsChanged = true;
        break;
      case 'reported':
        this._takeReport(event);
        break;
      case 'lost':
        this._isLost = !this._isIdle;
        this._gaps.add('outputs-partial');
        this.areOutputsChanged = this._outputs !== null;
        break;
    }
  }

  /** Replaces the outputs that have the display id; false when it has none. */
  update(
    displayId: string,
    content: Pick<DisplayOutput, 'data' | 'metadata'>
  ): boolean {
    if (this._outputs === null) {
      this.addGap('outputs-partial');
      return false;
    }
    const isFound = this._outputs.update(displayId, content);
    if (isFound) {
      this.areOutputsChanged = true;
      this.isHeadChanged = true;
    }
    return isFound;
  }

  /** Notes what is known of an execution that ended while nobody listened. */
  markMissed(
    known: Pick<MissedExecution, 'code' | 'executionCount' | 'place'>
  ): void {
    this._isLost = true;
    this._executionCount ??= known.executionCount;
    this._place ??= known.place;
    this.addGap('outputs-partial');
    if (known.code !== null) {
      this._setSource(known.code);
    } else if (!this._knowsSource() && this._source === null) {
      this.addGap('source-unknown');
    }
    this.isHeadChanged = true;
  }

  addGap(gap: ExecutionGap): void {
    if (!this._gaps.has(gap)) {
      this._gaps.add(gap);
      this.isHeadChanged = true;
    }
  }

  /** The outputs as they are to be stored; null when they are not at hand. */
  keepOutputs(): KeptOutputs | null {
    if (this._outputs === null) {
      return null;
    }
    const kept = this._outputs.keep();
    const { hash, count, bytes, isCapped } = kept;
    this._kept = { hash, count, bytes, isCapped };
    if (isCapped) {
      this._gaps.add('outputs-capped');
    }
    if (this._outputs.isRateLimited) {
      this._gaps.add('outputs-partial');
    }
    return kept;
  }

  /** Lets go of what is stored. Outputs that come afterwards are not kept, and the record says so. */
  release(): void {
    this._outputs = null;
    this._source = null;
  }

  /** The small part of the record, as it stands. */
  head(): Execution {
    const base = this._base;
    const isEnded = !this.isOpen;
    return {
      schemaVersion: 1,
      executionId: executionIdOf(this._runId, this.msgId),
      runId: this._runId,
      sequence: this.sequence,
      cellId: this._place?.cellId ?? null,
      cellIndex: this._place?.cellIndex ?? null,
      executionCount: this._executionCount,
      sourceHash: this._sourceHash,
      firstLine: this._firstLine,
      status: this.status,
      submittedAt: this._submittedAt,
      startedAt: this._startedAt,
      finishedAt: this._finishedAt,
      documentHash: this._place?.documentHash ?? null,
      outputsHash: isEnded
        ? (this._kept?.hash ?? base?.outputsHash ?? null)
        : null,
      outputCount: this._kept?.count ?? base?.outputCount ?? 0,
      outputBytes: this._kept?.bytes ?? base?.outputBytes ?? 0,
      error: this.error,
      report: this._report,
      gaps: [...this._gaps].sort()
    };
  }

  private _setSource(code: string): void {
    if (this._source === null && !this._knowsSource()) {
      this._source = code;
      this._sourceHash = hashOf(code);
      this._firstLine = firstLineOf(code);
      this.isSourceChanged = true;
    }
    this._gaps.delete('source-unknown');
  }

  private _knowsSource(): boolean {
    return this._base !== null && !this._gaps.has('source-unknown');
  }

  private _start(event: Extract<ExecutionEvent, { kind: 'started' }>): void {
    this._isStarted = true;
    this._startedAt ??= event.at;
    this._place ??= event.place;
    this._executionCount = event.executionCount ?? this._executionCount;
    if (event.code !== null) {
      this._setSource(event.code);
    }
  }

  /** A queued execution that a page finds may have started before it came: then nobody saw it become busy. */
  private _hasStartedUnseen(): boolean {
    return this._base !== null && !this._isBusySeen;
  }

  private _output(change: OutputChange): void {
    if (change.kind === 'update') {
      return;
    }
    if (!this._isStarted) {
      this._isStarted = true;
      this._gaps.add('outputs-partial');
    }
    if (change.kind === 'error') {
      this._error = noteOf(change);
    }
    if (this._outputs === null) {
      this._gaps.add('outputs-partial');
      return;
    }
    this._outputs.apply(change);
    this.areOutputsChanged = true;
  }

  private _takeReply(reply: Reply): void {
    if (this._reply !== null) {
      return;
    }
    this._reply = reply;
    this._executionCount ??= reply.executionCount;
    this._outputs?.setPages(reply.pages);
    this.areOutputsChanged = this.areOutputsChanged || reply.pages.length > 0;
  }

  private _takeReport(
    event: Extract<ExecutionEvent, { kind: 'reported' }>
  ): void {
    if (this._report === null) {
      this._report = event.report;
      this._isReportedOk = event.isOk;
      this._executionCount ??= event.executionCount;
      this._place ??= event.place;
      this._isStarted = true;
    }
  }
}
