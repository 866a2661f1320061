// One kernel: which process answers under its id, and the runs that notebooks make of it.
import type { Kernel } from '@jupyterlab/services';

import type { Language } from '../languages';
import type { Gap, KernelIdentity, RunEnd } from '../model';
import {
  commDataOf,
  decodeProbeMessage,
  endSignOf,
  executeRequestOf,
  fromMessage,
  lastCountOf,
  parentIdOf,
  processSignOf,
  typeOf,
  type Direction,
  type ExecutionEvent,
  type KernelMessage,
  type ProbeReport
} from '../recording';
import type { NotebookRecord } from './notebook-record';
import { forgetOldest } from './message-source';
import { ProbeInstaller } from './probe-installer';

/** Events kept while it is not known which process they belong to. */
const BACKLOG_LIMIT = 10000;

/** Ids of silent requests that are remembered. */
const SILENT_LIMIT = 4096;

/** What a watch needs of its surroundings. */
export type WatchSurroundings = {
  readonly now: () => string;
  readonly languageOf: (connection: Kernel.IKernelConnection) => string;
  readonly displayNameOf: (connection: Kernel.IKernelConnection) => string;
  readonly languages: readonly Language[];
  readonly isProbeOn: () => boolean;
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
  private _sign: string | null = null;
  private _backlog: [ExecutionEvent, From | null][] = [];
  private _installer: ProbeInstaller | null = null;
  private _ring: readonly ProbeReport[] = [];
  private _count: number | null = null;
  private _isWorkedOff = false;
  /** True from sending the probe until its process is known. */
  private _isInstalling = false;

  constructor(around: WatchSurroundings) {
    this._around = around;
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
    this._install(connection);
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
    this._installer?.dispose();
    return [...this._records];
  }

  /** Installs the probe where it is missing: the languages of kernels became known, or the setting changed. */
  refresh(): void {
    const [connection] = this._connections;
    if (connection !== undefined && this._installer === null) {
      this._install(connection);
    }
  }

  statusChanged(status: Kernel.Status): void {
    this._installer?.statusChanged(status);
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
    this._readProbe(message);
    const event = fromMessage(message, this._around.now());
    if (event !== null && !this._silent.has(event.msgId)) {
      this._dispatch(event, null);
    }
    this._noticeCatchUp(connection, message);
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
      place: from.record?.placeOf(cellId) ?? null
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
    if (this._pastSigns.has(sign)) {
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
      this._install(connection);
    }
    this._isInstalling = false;
  }

  private _begin(sign: string): void {
    if (this._sign !== null) {
      this._end('restarted');
    }
    this._sign = sign;
    this._ring = [];
    this._count = null;
    this._isWorkedOff = false;
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
      record.openRun(this._identityOf(connection), this._probeGaps(connection));
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

  private _languageOf(
    connection: Kernel.IKernelConnection
  ): Language | undefined {
    const name = this._around.languageOf(connection);
    return this._around.languages.find(language => language.matches(name));
  }

  private _probeGaps(
    connection: Kernel.IKernelConnection
  ): readonly Omit<Gap, 'at'>[] {
    if (this._around.languageOf(connection) === '') {
      return [];
    }
    if (this._languageOf(connection)?.probe === undefined) {
      return [{ kind: 'no-probe', detail: '' }];
    }
    return this._around.isProbeOn()
      ? []
      : [
          {
            kind: 'no-probe',
            detail: 'The probe is switched off in the settings.'
          }
        ];
  }

  private _install(connection: Kernel.IKernelConnection): void {
    const probe = this._languageOf(connection)?.probe;
    if (probe === undefined || !this._around.isProbeOn()) {
      return;
    }
    this._installer ??= new ProbeInstaller(probe, detail =>
      this._addGap({ kind: 'probe-failed', detail })
    );
    this._installer.install(connection);
  }

  private _addGap(gap: Omit<Gap, 'at'>): void {
    const at = this._around.now();
    this._records.forEach(record => record.addGap(gap, at));
  }

  private _readProbe(message: KernelMessage): void {
    const data =
      this._installer === null
        ? undefined
        : commDataOf(message, this._installer.commId);
    if (data === undefined) {
      return;
    }
    this._installer?.answered();
    const decoded = decodeProbeMessage(data);
    if (!decoded.ok) {
      this._addGap({ kind: 'probe-partial', detail: decoded.reason });
      return;
    }
    const { value } = decoded;
    const at = this._around.now();
    if (value.dropped > 0) {
      const detail = 'Entries of a message of the probe were not acceptable.';
      this._addGap({ kind: 'probe-partial', detail });
    }
    if (value.kind === 'hello') {
      const { environment } = value;
      this._records.forEach(record =>
        record.apply({ kind: 'environment', at, environment })
      );
    } else if (value.kind === 'ring') {
      this._ring = [...this._ring, ...value.reports];
    } else if (parentIdOf(message) === value.report.msgId) {
      this._records.forEach(record => record.report(value.report, at));
    }
  }

  /** Messages on IOPub come in order: once the end of a request of ours is there, so is all that went before. */
  private _noticeCatchUp(
    connection: Kernel.IKernelConnection,
    message: KernelMessage
  ): void {
    const parentId = parentIdOf(message);
    if (this._installer?.sent(parentId)) {
      this._count = lastCountOf(message) ?? this._count;
    }
    const parent = message.parent_header;
    const isOwnInfo =
      this._installer === null &&
      typeOf({ header: parent }) === 'kernel_info_request';
    const isIdle =
      fromMessage(message, '')?.kind === 'idle' &&
      (this._installer?.sent(parentId) || isOwnInfo);
    const isCounted =
      typeOf(message) === 'execute_reply' && this._installer?.sent(parentId);
    if (isIdle) {
      this._isWorkedOff = true;
    }
    if ((isIdle || isCounted) && this._isWorkedOff) {
      this._catchUp(connection);
    }
  }

  private _catchUp(connection: Kernel.IKernelConnection): void {
    if (this._installer !== null && this._count === null) {
      return;
    }
    this._records.forEach(record =>
      record.catchUp({
        count: this._count,
        ring: this._ring,
        recover: counts => sourcesOf(connection, counts)
      })
    );
  }
}

/** Sources of executions as the kernel's history holds them; what it does not hold is missing. */
async function sourcesOf(
  connection: Kernel.IKernelConnection,
  counts: readonly number[]
): Promise<ReadonlyMap<number, string>> {
  const sources = new Map<number, string>();
  if (counts.length === 0 || connection.isDisposed) {
    return sources;
  }
  const reply = await connection.requestHistory({
    hist_access_type: 'range',
    session: 0,
    start: Math.min(...counts),
    stop: Math.max(...counts) + 1,
    raw: true,
    output: false
  });
  const history = reply.content.status === 'ok' ? reply.content.history : [];
  for (const [, count, source] of history) {
    if (typeof count === 'number' && typeof source === 'string') {
      sources.set(count, source);
    }
  }
  return sources;
}
