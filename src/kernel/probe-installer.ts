// Sends the probe to a kernel, reads its messages, and notices when it never answers.
import type { Kernel } from '@jupyterlab/services';

import type { Probe, ProbeLimits } from '../languages';
import { fail, type Result } from '../model';
import {
  commDataOf,
  decodeProbeMessage,
  lastCountOf,
  parentIdOf,
  type KernelMessage,
  type ProbeMessage
} from '../recording';

/** An idle kernel that has not answered after this time will not. */
const ANSWER_MS = 10000;

/** Installs one probe on one kernel; again after each restart, since a restart makes a new process. */
export class ProbeInstaller {
  private readonly _probe: Probe;
  private readonly _onFailure: (detail: string) => void;
  private readonly _requests = new Set<string>();
  private _timer: ReturnType<typeof setTimeout> | null = null;
  private _hasAnswered = false;
  private _count: number | null = null;

  /** `onFailure` gets an English sentence. */
  constructor(
    probe: Probe,
    limits: ProbeLimits,
    onFailure: (detail: string) => void
  ) {
    this._probe = probe.within?.(limits) ?? probe;
    this._onFailure = onFailure;
  }

  /** How many executions the kernel had seen when it came to the probe; null until it said so. */
  get count(): number | null {
    return this._count;
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

  /** What the probe says with this message; null for any other message. */
  read(message: KernelMessage): Result<ProbeMessage> | null {
    if (this.isAnswer(message)) {
      const count = lastCountOf(message);
      const lead = this._probe.countLead ?? 0;
      this._count = count === null ? this._count : Math.max(0, count - lead);
    }
    const data = commDataOf(message, this._probe.commId);
    if (data === undefined) {
      return null;
    }
    this._hasAnswered = true;
    this._stop();
    const decoded = decodeProbeMessage(data);
    const isMisplaced =
      decoded.ok &&
      decoded.value.kind === 'report' &&
      decoded.value.report.msgId !== parentIdOf(message);
    return isMisplaced
      ? fail('A report of the probe came with another execution than its own.')
      : decoded;
  }

  /** True for messages that belong to a request by which the probe was sent. */
  isAnswer(message: KernelMessage): boolean {
    return this._requests.has(parentIdOf(message));
  }

  /** Forgets what the process before said. */
  restart(): void {
    this._count = null;
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
