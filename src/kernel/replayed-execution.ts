// One piece of code of a replay, from its request to its end: messages to outputs, as a notebook would show them.
import {
  fromMessage,
  ExecutionOutputs,
  type KernelMessage
} from '../recording';
import type { DisplayUpdate, ReplayedCode } from '../replay';

type Ending = Exclude<ReplayedCode['status'], 'ok' | 'error'>;

/** Folds the messages of one request. The first end counts. */
export class ReplayedExecution {
  /** Resolves when it ended in one way or another. */
  readonly ended: Promise<ReplayedCode>;

  private readonly _onText: (text: string) => void;
  private readonly _startedAt: number;
  private readonly _outputs: ExecutionOutputs;
  private readonly _settle: (code: ReplayedCode) => void;
  private _error: ReplayedCode['error'] = null;
  private readonly _updates: DisplayUpdate[] = [];
  private _isExpired = false;
  private _isEnded = false;

  constructor(
    startedAt: number,
    capBytes: number,
    onText: (text: string) => void = () => undefined
  ) {
    this._onText = onText;
    this._startedAt = startedAt;
    this._outputs = new ExecutionOutputs(capBytes);
    let settle: (code: ReplayedCode) => void = () => undefined;
    this.ended = new Promise(resolve => {
      settle = resolve;
    });
    this._settle = settle;
  }

  /** Takes a message of the kernel's; `msgId` is that of the own request. Updates of a display may come with any. */
  read(message: KernelMessage, msgId: string): void {
    const event = fromMessage(message, '');
    if (event?.kind === 'output' && event.change.kind === 'update') {
      const { data, displayId, metadata } = event.change;
      this._outputs.update(displayId, { data, metadata });
      // Earlier code may have shown the same id.
      this._updates.push({ displayId, data, metadata });
    } else if (event?.kind === 'output' && event.msgId === msgId) {
      const { change } = event;
      if (change.kind === 'error') {
        this._error = { ename: change.ename, evalue: change.evalue };
      }
      if (change.kind === 'stream') {
        this._onText(change.text);
      }
      if (change.kind !== 'update') {
        this._outputs.apply(change);
      }
    } else if (event?.kind === 'replied' && event.msgId === msgId) {
      this._outputs.setPages(event.pages);
    }
  }

  /** Its time is up: however it ends now, that is why. */
  expire(): void {
    this._isExpired = true;
  }

  /** The kernel said that it is through with it, and all outputs are there. */
  takeReply(reply: KernelMessage, at: number): void {
    const event = fromMessage(reply, '');
    // A traceback may be shown by code that goes on: what counts is the kernel's own word.
    const isOk = event?.kind === 'replied' && event.status === 'ok';
    if (event?.kind === 'replied') {
      this._error ??= event.error;
    }
    this._finish(this._isExpired ? 'timeout' : isOk ? 'ok' : 'error', at);
  }

  /** It will not be heard of any more, or must not. */
  end(status: Ending, at: number): void {
    this._finish(this._isExpired ? 'timeout' : status, at);
  }

  private _finish(status: ReplayedCode['status'], at: number): void {
    if (this._isEnded) {
      return;
    }
    this._isEnded = true;
    const { omissions, outputs } = this._outputs.keep();
    const { displays } = this._outputs;
    this._settle({
      status,
      outputs,
      ...(omissions.length > 0 ? { omissions } : {}),
      ...(displays.length > 0 ? { displays } : {}),
      ...(this._updates.length > 0 ? { updates: this._updates } : {}),
      error:
        status === 'error'
          ? (this._error ?? { ename: 'Error', evalue: '' })
          : null,
      durationMs: at - this._startedAt
    });
  }
}
