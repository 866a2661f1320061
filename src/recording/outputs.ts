// Output messages to outputs as a notebook would save them: streams joined, cleared, updated by display id, capped.
import type {
  BlobHash,
  DisplayOutput,
  MimeBundle,
  Omission,
  Output
} from '../model';
import type { OutputChange } from './events';
import {
  combinedHash,
  keepDisplay,
  keepError,
  type KeptOutput
} from './kept-output';
import { isRateLimitNotice } from './kernel-signs';
import { asItIs, type Mask } from './mask';
import { StreamText } from './stream-text';

/** Outputs of one execution beyond this count are counted and not kept. */
const COUNT_LIMIT = 2000;

/** Outputs of one execution hold at most this many times the cap of one. */
const TOTAL_FACTOR = 8;

type StreamSlot = {
  readonly kind: 'stream';
  readonly name: 'stdout' | 'stderr';
  readonly text: StreamText;
};

type FixedSlot = {
  readonly kind: 'fixed';
  output: Exclude<Output, { output_type: 'stream' }>;
  readonly displayId: string;
};

type Slot = StreamSlot | FixedSlot;

/** The outputs of one execution as they are to be stored. */
export type KeptOutputs = {
  readonly outputs: readonly Output[];
  readonly omissions: readonly Omission[];
  /** Over all outputs as they came; null when one was too large to hash, or not all were seen. */
  readonly hash: BlobHash | null;
  /** All that came, also those that were not kept. */
  readonly count: number;
  readonly bytes: number;
  readonly isCapped: boolean;
};

/** Folds the output messages of one execution. */
export class ExecutionOutputs {
  private readonly _capBytes: number;
  private readonly _mask: Mask;
  private _slots: Slot[] = [];
  private _pages: readonly MimeBundle[] = [];
  private _surplus = 0;
  private _isClearPending = false;
  private _isRateLimited = false;
  private _isPartial = false;

  /** `mask` takes secrets out of streams; whoever sends other outputs has masked them. */
  constructor(capBytes: number, mask: Mask = asItIs) {
    this._capBytes = capBytes;
    this._mask = mask;
  }

  /** True once the server said that it dropped some. */
  get isRateLimited(): boolean {
    return this._isRateLimited;
  }

  /** True when some can be updated by display id later. */
  get hasDisplayIds(): boolean {
    return this._slots.some(
      slot => slot.kind === 'fixed' && slot.displayId !== ''
    );
  }

  /** Which of the outputs can be updated later, and by which id. */
  get displays(): readonly {
    readonly outputIndex: number;
    readonly displayId: string;
  }[] {
    return this._slots.flatMap((slot, outputIndex) =>
      slot.kind === 'fixed' && slot.displayId !== ''
        ? [{ outputIndex, displayId: slot.displayId }]
        : []
    );
  }

  /** Starts from what is stored already; what came between is not known. */
  restore(outputs: readonly Output[]): void {
    this._isPartial = true;
    for (const output of outputs) {
      if (output.output_type === 'stream') {
        this._appendStream(output.name, output.text);
      } else {
        this._push({ kind: 'fixed', output, displayId: '' });
      }
    }
  }

  /** Takes one change; updates go through `update`, since they may concern any execution. */
  apply(change: Exclude<OutputChange, { kind: 'update' }>): void {
    if (change.kind === 'clear') {
      this._isClearPending = change.wait;
      if (!change.wait) {
        this._clear();
      }
      return;
    }
    if (this._isClearPending) {
      this._isClearPending = false;
      this._clear();
    }
    switch (change.kind) {
      case 'stream':
        this._appendStream(change.name, change.text);
        break;
      case 'display':
        this._push({
          kind: 'fixed',
          output: displayOf(change),
          displayId: change.displayId
        });
        break;
      case 'error':
        this._push({
          kind: 'fixed',
          output: {
            output_type: 'error',
            ename: change.ename,
            evalue: change.evalue,
            traceback: change.traceback
          },
          displayId: ''
        });
        break;
    }
  }

  /** Replaces the content of the outputs that have this display id; false when there is none. */
  update(
    displayId: string,
    content: Pick<DisplayOutput, 'data' | 'metadata'>
  ): boolean {
    let isFound = false;
    for (const slot of this._slots) {
      if (
        slot.kind === 'fixed' &&
        slot.displayId === displayId &&
        slot.output.output_type !== 'error'
      ) {
        slot.output = {
          ...slot.output,
          data: content.data,
          metadata: content.metadata
        };
        isFound = true;
      }
    }
    return isFound;
  }

  /** What a pager would show. It stands last, since a reply may overtake outputs or be overtaken by them. */
  setPages(pages: readonly MimeBundle[]): void {
    this._pages = pages;
  }

  /** What to store now. */
  keep(): KeptOutputs {
    let budget = this._capBytes * TOTAL_FACTOR;
    const slots: readonly Slot[] = [
      ...this._slots,
      ...this._pages.map(pageSlot)
    ];
    const kept = slots.map((slot, index) => {
      const capBytes = Math.min(this._capBytes, Math.max(budget, 0));
      const one = keepSlot(slot, { index, capBytes });
      budget -= one.omissions.length > 0 ? 0 : one.bytes;
      return one;
    });
    const omissions = kept.flatMap(one => one.omissions);
    const isWhole =
      !this._isPartial && !this._isRateLimited && this._surplus === 0;
    return {
      outputs: kept.map(one => one.output),
      omissions,
      hash: isWhole
        ? (combinedHash(
            kept.map((one, index) => [String(index), one.hash] as const)
          ) as BlobHash | null)
        : null,
      count: kept.length + this._surplus,
      bytes: kept.reduce((sum, one) => sum + one.bytes, 0),
      isCapped: omissions.length > 0 || this._surplus > 0
    };
  }

  /** UTF-8 bytes of text streams so far, and a rough size of the rest; cheap. */
  get roughBytes(): number {
    return this._slots.reduce(
      (sum, slot) =>
        sum + (slot.kind === 'stream' ? slot.text.bytes : roughSize(slot)),
      0
    );
  }

  private _appendStream(name: 'stdout' | 'stderr', text: string): void {
    if (name === 'stderr' && isRateLimitNotice(text)) {
      this._isRateLimited = true;
    }
    const last = this._slots[this._slots.length - 1];
    if (last?.kind === 'stream' && last.name === name && this._surplus === 0) {
      last.text.append(text);
      return;
    }
    const slot: StreamSlot = {
      kind: 'stream',
      name,
      text: new StreamText(this._capBytes, this._mask)
    };
    slot.text.append(text);
    this._push(slot);
  }

  private _push(slot: Slot): void {
    if (this._slots.length < COUNT_LIMIT) {
      this._slots.push(slot);
    } else {
      this._surplus++;
    }
  }

  private _clear(): void {
    this._slots = [];
    this._surplus = 0;
    this._isPartial = false;
  }
}

function displayOf(
  change: Extract<OutputChange, { kind: 'display' }>
): DisplayOutput {
  const { type, data, metadata, executionCount } = change;
  return type === 'execute_result'
    ? { output_type: type, data, metadata, execution_count: executionCount }
    : { output_type: type, data, metadata };
}

function pageSlot(data: MimeBundle): Slot {
  const output = { output_type: 'display_data', data, metadata: {} } as const;
  return { kind: 'fixed', output, displayId: '' };
}

function roughSize(slot: FixedSlot): number {
  return slot.output.output_type === 'error'
    ? slot.output.traceback.reduce((sum, line) => sum + line.length, 0)
    : Object.values(slot.output.data).reduce<number>(
        (sum, content) =>
          sum + (typeof content === 'string' ? content.length : 1000),
        0
      );
}

function keepSlot(
  slot: Slot,
  options: { readonly index: number; readonly capBytes: number }
): KeptOutput {
  if (slot.kind === 'fixed') {
    return slot.output.output_type === 'error'
      ? keepError(slot.output, options)
      : keepDisplay(slot.output, options);
  }
  const { text, bytes, hash, isWhole } = slot.text.keep(options.capBytes);
  return {
    output: { output_type: 'stream', name: slot.name, text },
    omissions: isWhole
      ? []
      : [{ outputIndex: options.index, mediaType: 'text/plain', bytes, hash }],
    bytes,
    hash: combinedHash([[slot.name, hash]])
  };
}
