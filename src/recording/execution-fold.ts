// The events of one execution to its record. Any order of shell and iopub messages gives the same record.
import { withHashes, type HashedFile } from './late-hashes';
import {
  countSecrets,
  hashOf,
  stableHashOf,
  tellsOf,
  isFinal,
  type DisplayOutput,
  type Execution,
  type ExecutionGap,
  type ExecutionStatus,
  type Output,
  type RunId
} from '../model';
import { countMasked } from './count-masked';
import type {
  EventOf,
  ExecutionEvent,
  MissedExecution,
  OutputChange
} from './events';
import { noteEnd, noteReply, noteReport, noteStart } from './note-events';
import {
  factsFrom,
  firstLineOf,
  headFrom,
  noFacts,
  noteOf,
  statusOf
} from './execution-facts';
import type { Mask } from './mask';
import { ExecutionOutputs, type KeptOutputs } from './outputs';

/** Folds the events of one execution. */
export class ExecutionFold {
  /** Id of the execute request. */
  readonly msgId: string;
  /** True while the head differs from the one taken last. */
  isHeadChanged = true;
  /** True while the source was not taken. */
  isSourceChanged = false;
  /** True while outputs differ from those taken last. */
  areOutputsChanged = false;

  private readonly _runId: RunId;
  private _facts = noFacts();
  private _source: string | null = null;
  private _outputs: ExecutionOutputs | null;

  constructor(options: {
    readonly runId: RunId;
    readonly msgId: string;
    readonly capBytes: number;
    readonly mask: Mask;
  }) {
    this.msgId = options.msgId;
    this._runId = options.runId;
    this._outputs = new ExecutionOutputs(options.capBytes, options.mask);
  }

  /** Continues from what an earlier page stored. */
  restore(head: Execution, outputs: readonly Output[] | null): void {
    this._facts = factsFrom(head);
    this.isHeadChanged = false;
    if (isFinal(head.status)) {
      this._outputs = null;
    } else if (head.status === 'running') {
      this._outputs?.restore(outputs ?? []);
      this._facts.gaps.add('outputs-partial');
    }
  }

  /** Given by the run when the execution starts. */
  get sequence(): number | null {
    return this._facts.sequence;
  }

  set sequence(sequence: number) {
    this._facts.sequence = sequence;
    this.isHeadChanged = true;
  }

  get executionCount(): number | null {
    return this._facts.executionCount;
  }

  get status(): ExecutionStatus {
    return statusOf(this._facts);
  }

  /** True when nobody knows yet how it ended. */
  get isOpen(): boolean {
    return !isFinal(this.status);
  }

  /** True for a record that an earlier page left open and that this page has not seen taken up or end. */
  get isUnheard(): boolean {
    return (
      this._facts.stored !== null && this.isOpen && !this._facts.isBusySeen
    );
  }

  /** True when this page sent the request, or saw it sent. */
  get isSubmittedHere(): boolean {
    return this._facts.stored === null && this._facts.submittedAt !== null;
  }

  /** Null when it was never seen or was released. */
  get source(): string | null {
    return this._source;
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
    this.isHeadChanged ||= event.kind !== 'output' && event.kind !== 'busy';
    switch (event.kind) {
      case 'submitted':
        this._setSource(event.code);
        this._facts.place ??= event.place;
        this._facts.submittedAt ??= event.at;
        break;
      case 'busy':
        this._facts.isBusySeen = true;
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
      case 'idle':
        noteEnd(this._facts, event);
        this.areOutputsChanged = true;
        break;
      case 'reported':
        noteReport(this._facts, event);
        break;
      case 'lost':
        this._facts.isLost = !this._facts.isIdle;
        this._facts.gaps.add('outputs-partial');
        this.areOutputsChanged = this._outputs !== null;
        break;
    }
  }

  /** Replaces the outputs that have the display id; outputs that were released stay as they were stored. */
  update(
    displayId: string,
    content: Pick<DisplayOutput, 'data' | 'metadata'>
  ): void {
    if (this._outputs === null) {
      this.addGap('outputs-partial');
    } else if (this._outputs.update(displayId, content)) {
      this.areOutputsChanged = true;
      this.isHeadChanged = true;
    }
  }

  /** Fills in what files held where the report lacks it; true when it did. */
  takeHashes(files: readonly HashedFile[]): boolean {
    const report = withHashes(this._facts.report, files);
    if (report === null) {
      return false;
    }
    this._facts.report = report;
    this.isHeadChanged = true;
    return true;
  }

  /** Notes that it ended while nobody listened. */
  markMissed(known: Pick<MissedExecution, 'executionCount' | 'place'>): void {
    this._facts.isLost = true;
    this._facts.executionCount ??= known.executionCount;
    this._facts.place ??= known.place;
    this.addGap('outputs-partial');
    if (!this._facts.isSourceKnown) {
      this.addGap('source-unknown');
    }
    this.isHeadChanged = true;
  }

  /** The source came to light after all. */
  addSource(code: string): void {
    this._setSource(code);
    this.isHeadChanged = true;
  }

  addGap(gap: ExecutionGap): void {
    if (!this._facts.gaps.has(gap)) {
      this._facts.gaps.add(gap);
      this.isHeadChanged = true;
    }
  }

  /** The outputs as they are to be stored; null when they are not at hand. */
  keepOutputs(): KeptOutputs | null {
    if (this._outputs === null) {
      return null;
    }
    const kept = this._outputs.keep();
    if (kept.isCapped) {
      this._facts.gaps.add('outputs-capped');
    }
    if (this._outputs.isRateLimited) {
      this._facts.gaps.add('outputs-partial');
    }
    const { hash, count, bytes, outputs } = kept;
    const isWhole = !kept.isCapped && !this._outputs.isRateLimited;
    const stableHash = isWhole ? stableHashOf(outputs) : null;
    const tells = isWhole ? tellsOf(this._source ?? '', outputs) : undefined;
    this._facts.outputs = { hash, count, bytes, stableHash, tells };
    this._facts.masked.outputs = countMasked(outputs);
    return kept;
  }

  /** Lets go of what is stored. Outputs that come afterwards are not kept, and the record says so. */
  release(): void {
    this._outputs = null;
    this._source = null;
  }

  /** The small part of the record, as it stands. */
  head(): Execution {
    return headFrom(this._facts, { runId: this._runId, msgId: this.msgId });
  }

  private _setSource(code: string): void {
    if (!this._facts.isSourceKnown) {
      this._facts.isSourceKnown = true;
      this._facts.sourceHash = hashOf(code);
      this._facts.firstLine = firstLineOf(code);
      this._facts.masked.source = countSecrets(code);
      this._facts.gaps.delete('source-unknown');
      this._source = code;
      this.isSourceChanged = true;
    }
  }

  private _start(event: EventOf<'started'>): void {
    noteStart(this._facts, event);
    if (event.code !== null) {
      this._setSource(event.code);
    }
  }

  private _takeReply(reply: EventOf<'replied'>): void {
    if (this._facts.reply === null) {
      noteReply(this._facts, reply);
      this._outputs?.setPages(reply.pages);
      this.areOutputsChanged ||= reply.pages.length > 0;
    }
  }

  private _output(change: OutputChange): void {
    if (change.kind === 'update') {
      return;
    }
    if (!this._facts.isStarted) {
      this._facts.isStarted = true;
      this.addGap('outputs-partial');
    }
    if (change.kind === 'error') {
      this._facts.error = noteOf(change);
      this.isHeadChanged = true;
    }
    if (this._outputs === null) {
      this.addGap('outputs-partial');
      return;
    }
    this._outputs.apply(change);
    this.areOutputsChanged = true;
  }
}
