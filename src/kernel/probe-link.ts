// What one kernel's probe says, handed to the runs of that kernel; and the moment at which nothing older can come.
import type { Kernel } from '@jupyterlab/services';

import type { Language } from '../languages';
import type { Environment, Gap } from '../model';
import {
  fromMessage,
  maskPart,
  parentTypeOf,
  withPart,
  type EnvironmentPart,
  type Mask,
  type KernelMessage,
  type ProbeMessage,
  type ProbeReport
} from '../recording';
import { sourcesOf } from './kernel-history';
import type { NotebookRecord } from './notebook-record';
import { ProbeInstaller } from './probe-installer';

/** What the link needs of its surroundings. */
export type LinkSurroundings = {
  readonly now: () => string;
  readonly languages: readonly Language[];
  /** Lower case; empty while it is not known. */
  readonly languageOf: (connection: Kernel.IKernelConnection) => string;
  readonly isProbeOn: () => boolean;
  /** Milliseconds that a probe may take for one execution. */
  readonly probeBudgetMs: () => number;
  /** Megabytes up to which a probe reads a data file whole. */
  readonly dataHashMegabytes: () => number;
  /** Takes secrets out of what the probe says of the environment. */
  readonly mask: Mask;
};

/** Links a kernel's probe to the records of the notebooks that use the kernel. */
export class ProbeLink {
  private readonly _around: LinkSurroundings;
  private readonly _records: ReadonlySet<NotebookRecord>;
  private _installer: ProbeInstaller | null = null;
  private _ring: readonly ProbeReport[] = [];
  /** As the first message of the process told it; null before. */
  private _environment: Environment | null = null;
  private _isWorkedOff = false;

  constructor(records: ReadonlySet<NotebookRecord>, around: LinkSurroundings) {
    this._records = records;
    this._around = around;
  }

  /** True once the probe was sent. */
  get isInstalled(): boolean {
    return this._installer !== null;
  }

  /** Why runs of this kernel have no reports, if they have none. */
  gaps(connection: Kernel.IKernelConnection): readonly Omit<Gap, 'at'>[] {
    if (this._around.languageOf(connection) === '') {
      return [];
    }
    if (this._languageOf(connection)?.probe === undefined) {
      return [{ kind: 'no-probe', detail: '' }];
    }
    const detail = 'The probe is switched off in the settings.';
    return this._around.isProbeOn() ? [] : [{ kind: 'no-probe', detail }];
  }

  /** Sends the probe, if there is one for the language and it is wanted. */
  install(connection: Kernel.IKernelConnection): void {
    const probe = this._languageOf(connection)?.probe;
    if (probe !== undefined && this._around.isProbeOn()) {
      const limits = {
        budgetMs: this._around.probeBudgetMs(),
        dataHashMegabytes: this._around.dataHashMegabytes()
      };
      this._installer ??= new ProbeInstaller(probe, limits, detail =>
        this._addGap({ kind: 'probe-failed', detail })
      );
      this._installer.install(connection);
    }
  }

  /** Another process answers from now on. */
  restart(): void {
    this._ring = [];
    this._environment = null;
    this._isWorkedOff = false;
    this._installer?.restart();
  }

  statusChanged(status: Kernel.Status): void {
    this._installer?.statusChanged(status);
  }

  /** Takes what the message says about the probe. */
  read(connection: Kernel.IKernelConnection, message: KernelMessage): void {
    const decoded = this._installer?.read(message) ?? null;
    if (decoded !== null) {
      if (decoded.ok) {
        this._take(decoded.value);
      } else {
        this._addGap({ kind: 'probe-partial', detail: decoded.reason });
      }
    }
    this._noticeCatchUp(connection, message);
  }

  dispose(): void {
    this._installer?.dispose();
  }

  private _languageOf(
    connection: Kernel.IKernelConnection
  ): Language | undefined {
    const name = this._around.languageOf(connection);
    return this._around.languages.find(language => language.matches(name));
  }

  private _take(message: ProbeMessage): void {
    const at = this._around.now();
    const skipped = message.kind === 'hello' ? message.skipped : 0;
    if (message.dropped + skipped > 0) {
      const detail = `${message.dropped + skipped} entries of what the probe told could not be read.`;
      this._addGap({ kind: 'probe-partial', detail });
    }
    switch (message.kind) {
      case 'hello': {
        const { environment } = message;
        this._environment = environment;
        this._records.forEach(record =>
          record.apply({ kind: 'environment', at, environment })
        );
        break;
      }
      case 'details':
        this._complete(message.part, at);
        break;
      case 'code':
        this._records.forEach(record => record.addCode(message.part));
        break;
      case 'ring':
        this._ring = [...this._ring, ...message.reports];
        break;
      case 'hashes': {
        const { files } = message;
        this._records.forEach(record =>
          record.apply({ kind: 'hashed', at, files })
        );
        break;
      }
      case 'report':
        this._records.forEach(record => record.report(message.report, at));
        break;
    }
  }

  private _complete(part: EnvironmentPart, at: string): void {
    if (this._environment !== null) {
      const masked = maskPart(part, this._around.mask);
      const environment = withPart(this._environment, masked);
      this._records.forEach(record =>
        record.apply({ kind: 'environment', at, environment })
      );
    }
  }

  /**
   * Messages on IOPub come in order: once the end of a request of ours is there, so is all that went before. Without
   * a probe, the request for the kernel's info that every connection begins with serves as well.
   */
  private _noticeCatchUp(
    connection: Kernel.IKernelConnection,
    message: KernelMessage
  ): void {
    const isAnswer =
      this._installer?.isAnswer(message) ??
      parentTypeOf(message) === 'kernel_info_request';
    if (!isAnswer) {
      return;
    }
    this._isWorkedOff ||= fromMessage(message, '')?.kind === 'idle';
    const count = this._installer?.count ?? null;
    if (this._isWorkedOff && (this._installer === null || count !== null)) {
      this._catchUp(connection, count);
    }
  }

  private _catchUp(
    connection: Kernel.IKernelConnection,
    count: number | null
  ): void {
    this._records.forEach(record =>
      record.catchUp({
        count,
        ring: this._ring,
        recover: counts => sourcesOf(connection, counts)
      })
    );
  }

  private _addGap(gap: Omit<Gap, 'at'>): void {
    const at = this._around.now();
    this._records.forEach(record => record.addGap(gap, at));
  }
}
