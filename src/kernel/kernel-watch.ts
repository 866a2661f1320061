// One kernel: which process answers under its id, and the runs that notebooks make of it.
import type { Kernel } from '@jupyterlab/services';

import type { KernelIdentity, RunEnd } from '../model';
import {
  endSignOf,
  executeRequestOf,
  fromMessage,
  processSignOf,
  sessionOf,
  typeOf,
  type Direction,
  type ExecutionEvent,
  type KernelMessage
} from '../recording';
import type { NotebookRecord } from './notebook-record';
import { forgetOldest } from './message-source';
import { ProbeLink, type LinkSurroundings } from './probe-link';

/** Events kept while it is not known which process they belong to. */
const BACKLOG_LIMIT = 10000;

/** Ids of silent requests that are remembered. */
const SILENT_LIMIT = 4096;

/** What a watch needs of its surroundings. */
export type WatchSurroundings = LinkSurroundings & {
  readonly displayNameOf: (connection: Kernel.IKernelConnection) => string;
};

/** A message's direction, and the notebook whose connection carried it. */
type From = {
  readonly direction: Direction;
  readonly record: NotebookRecord | null;
};

/** Follows one kernel through the lives of its processes. */
export class KernelWatch {
  private readonly _around: WatchSurroundings;
  private readonly _connections = new Set<Kernel.IKernelConnection>();
  private readonly _records = new Set<NotebookRecord>();
  private readonly _silent = new Set<string>();
  private readonly _pastSigns = new Set<string>();
  private readonly _probe: ProbeLink;
  private _sign: string | null = null;
  private _backlog: [ExecutionEvent, From | null][] = [];
  /** True from sending the probe until its process is known. */
  private _isInstalling = false;

  constructor(around: WatchSurroundings) {
    this._around = around;
    this._probe = new ProbeLink(this._records, around);
  }

  /** True while nothing in this page listens to the kernel. */
  get isDeserted(): boolean {
    return this._connections.size === 0;
  }

  /** A notebook uses the kernel now. */
  addRecord(record: NotebookRecord): void {
    this._records.add(record);
    this._openRun(record);
  }

  /** A notebook got another kernel: the server shuts this one down. */
  removeRecord(record: NotebookRecord): void {
    this._records.delete(record);
    record.closeRun('shut-down');
  }

  /** The connection is open: it may be new, or the kernel has just restarted. */
  connected(connection: Kernel.IKernelConnection): void {
    this._connections.add(connection);
    this._isInstalling = this._sign === null;
    this._probe.install(connection);
  }

  /** A connection is gone. Gives the records whose run goes on with nobody listening. */
  disposed(connection: Kernel.IKernelConnection): readonly NotebookRecord[] {
    this._connections.delete(connection);
    if (connection.status === 'dead') {
      this._end('shut-down');
    }
    if (!this.isDeserted) {
      return [];
    }
    this._probe.dispose();
    return [...this._records];
  }

  /** Installs the probe where it is missing: the languages of kernels became known, or the setting changed. */
  refresh(): void {
    const [connection] = this._connections;
    if (connection !== undefined && !this._probe.isInstalled) {
      this._probe.install(connection);
    }
  }

  statusChanged(status: Kernel.Status): void {
    this._probe.statusChanged(status);
    switch (status) {
      case 'restarting':
        this._end('restarted');
        break;
      case 'autorestarting':
        this._end('died');
        break;
      case 'dead':
        this._end('shut-down');
        break;
      default:
        break;
    }
  }

  message(
    connection: Kernel.IKernelConnection,
    message: KernelMessage,
    from: From
  ): void {
    if (from.direction === 'send') {
      this._sent(message, from);
      return;
    }
    if (!this._isOfPresentProcess(connection, message)) {
      return;
    }
    const end = endSignOf(message);
    if (end !== null) {
      this._end(end);
      return;
    }
    this._probe.read(connection, message);
    const event = fromMessage(message, this._around.now());
    if (event !== null && !this._silent.has(event.msgId)) {
      this._dispatch(event, null);
    }
  }

  private _sent(message: KernelMessage, from: From): void {
    const request = executeRequestOf(message, from.direction);
    if (request === null) {
      return;
    }
    if (request.isSilent) {
      this._silent.add(request.msgId);
      forgetOldest(this._silent, SILENT_LIMIT);
      return;
    }
    const { msgId, code, cellId } = request;
    const event: ExecutionEvent = {
      kind: 'submitted',
      msgId,
      code,
      at: this._around.now(),
      place: from.record?.places.placeOf(cellId) ?? null
    };
    this._dispatch(event, from);
  }

  /** Hands an event to every run of this kernel; a cell belongs only to the notebook that sent it. */
  private _dispatch(event: ExecutionEvent, from: From | null): void {
    if (this._sign === null) {
      if (this._backlog.length < BACKLOG_LIMIT) {
        this._backlog.push([event, from]);
      }
      return;
    }
    for (const record of this._records) {
      const isElsewhere = event.kind === 'submitted' && record !== from?.record;
      record.apply(isElsewhere ? { ...event, place: null } : event);
    }
  }

  private _isOfPresentProcess(
    connection: Kernel.IKernelConnection,
    message: KernelMessage
  ): boolean {
    const sign = processSignOf(message, connection.clientId);
    const isFirst =
      this._sign === null &&
      (sign !== '' || typeOf(message) === 'kernel_info_reply');
    if (this._pastSigns.has(sessionOf(message))) {
      return false;
    }
    if (isFirst || (sign !== '' && sign !== this._sign)) {
      this._begin(sign);
      this._installAnew(connection);
    }
    return true;
  }

  /** Another client restarted the kernel: the socket stayed open, and the new process has no probe. */
  private _installAnew(connection: Kernel.IKernelConnection): void {
    if (!this._isInstalling) {
      this._probe.install(connection);
    }
    this._isInstalling = false;
  }

  private _begin(sign: string): void {
    if (this._sign !== null) {
      this._end('restarted');
    }
    this._sign = sign;
    this._probe.restart();
    this._records.forEach(record => this._openRun(record));
    const backlog = this._backlog;
    this._backlog = [];
    backlog.forEach(([event, from]) => this._dispatch(event, from));
  }

  private _end(end: RunEnd): void {
    if (this._sign === null) {
      return;
    }
    if (this._sign !== '') {
      this._pastSigns.add(this._sign);
    }
    this._sign = null;
    this._records.forEach(record => record.closeRun(end));
  }

  private _openRun(record: NotebookRecord): void {
    const [connection] = this._connections;
    if (this._sign !== null && connection !== undefined) {
      record.openRun(
        this._identityOf(connection),
        this._probe.gaps(connection)
      );
    }
  }

  private _identityOf(connection: Kernel.IKernelConnection): KernelIdentity {
    return {
      kernelId: connection.id,
      processId: this._sign ?? '',
      name: connection.name,
      displayName: this._around.displayNameOf(connection),
      language: this._around.languageOf(connection)
    };
  }
}
