// Sends the probe to a kernel, and notices when it never answers.
import type { Kernel } from '@jupyterlab/services';

import type { Probe } from '../languages';

/** An idle kernel that has not answered after this time will not. */
const ANSWER_MS = 10000;

/** How an installation failed, in an English sentence. */
export type ProbeFailure = (detail: string) => void;

/** Installs one probe on one kernel; again after each restart, since a restart makes a new process. */
export class ProbeInstaller {
  private readonly _probe: Probe;
  private readonly _onFailure: ProbeFailure;
  private readonly _requests = new Set<string>();
  private _timer: ReturnType<typeof setTimeout> | null = null;
  private _hasAnswered = false;

  constructor(probe: Probe, onFailure: ProbeFailure) {
    this._probe = probe;
    this._onFailure = onFailure;
  }

  /** `comm_id` of the probe's messages. */
  get commId(): string {
    return this._probe.commId;
  }

  /** True for the id of a request by which the probe was sent. */
  sent(msgId: string): boolean {
    return this._requests.has(msgId);
  }

  /** Sends the probe. A kernel that has it already answers with what it remembers. */
  install(connection: Kernel.IKernelConnection): void {
    this._hasAnswered = false;
    const future = connection.requestExecute({
      code: this._probe.source,
      silent: true,
      store_history: false,
      allow_stdin: false,
      stop_on_error: false
    });
    this._requests.add(future.msg.header.msg_id);
    future.done.then(
      ({ content }) => {
        if (content.status === 'error') {
          this._onFailure(`The probe could not start: ${content.ename}.`);
        }
      },
      // The kernel restarted or went away before it came to the request.
      () => undefined
    );
    this.statusChanged(connection.status);
  }

  /** The probe has spoken. */
  answered(): void {
    this._hasAnswered = true;
    this._stop();
  }

  /** Time counts only while the kernel has nothing else to do. */
  statusChanged(status: Kernel.Status): void {
    this._stop();
    if (status === 'idle' && !this._hasAnswered && this._requests.size > 0) {
      this._timer = setTimeout(() => {
        this._onFailure('The probe did not answer.');
      }, ANSWER_MS);
    }
  }

  dispose(): void {
    this._stop();
  }

  private _stop(): void {
    if (this._timer !== null) {
      clearTimeout(this._timer);
      this._timer = null;
    }
  }
}
