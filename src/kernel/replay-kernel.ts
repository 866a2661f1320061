// A fresh kernel of the server's that belongs to one replay: no notebook uses it and nothing of it is recorded.
import type { Kernel } from '@jupyterlab/services';

import type { Probe, ProbeLimits } from '../languages';
import {
  fail,
  messageOf,
  succeed,
  type Environment,
  type Result
} from '../model';
import type { KernelMessage } from '../recording';
import type { IReplayKernel, ReplayedCode } from '../replay';
import { ProbeInstaller } from './probe-installer';
import { ReplayedExecution } from './replayed-execution';
import type { ReplayLedger } from './replay-ledger';
import { numbersOf, type Numbers } from './scalar-numbers';

/** A kernel that was interrupted gets this long to end what it runs. */
const GRACE_MS = 5000;

/** A kernel that has not answered after this time will not. */
const START_MS = 60_000;

/** What a replay's kernel is made of. */
export type ReplayKernelOptions = {
  readonly kernels: Pick<Kernel.IManager, 'startNew' | 'shutdown'>;
  /** Name of the kernelspec. */
  readonly kernelName: string;
  /** The notebook's path on the server, without a drive's name: the kernel starts in its folder. */
  readonly notebookPath: string;
  /** Outputs over this size are kept as a preview, as recorded ones are. */
  readonly capBytes: number;
  /** Tells the environment and what each piece of code bound; null for a language without one. */
  readonly probe: {
    readonly probe: Probe;
    readonly limits: ProbeLimits;
  } | null;
  readonly ledger: ReplayLedger;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** Calls back once, unless the returned function is called before. */
  readonly schedule: (callback: () => void, delayMs: number) => () => void;
  /** An id in the form of a UUID, which a server may take over. */
  readonly newKernelId: () => string;
};

/** Starts one, or says in one English sentence why there is none. */
export async function startReplayKernel(
  options: ReplayKernelOptions
): Promise<Result<ReplayKernel>> {
  const { kernelName, kernels, ledger, notebookPath } = options;
  const wantedId = options.newKernelId();
  // Remembered before there is a kernel: the page may go away while the server starts it.
  ledger.add(wantedId);
  const request = {
    name: kernelName,
    path: notebookPath,
    kernel_id: wantedId
  };
  try {
    const connection = await kernels.startNew(request, { handleComms: false });
    if (connection.id !== wantedId) {
      ledger.remove(wantedId);
      ledger.add(connection.id);
    }
    return await ready(new ReplayKernel(connection, options));
  } catch (fault) {
    return fail(
      `The server could not start a kernel of the kind “${kernelName}”: ${messageOf(fault)}`
    );
  }
}

/** Waits until the kernel answers: then it also has told what it is. */
async function ready(kernel: ReplayKernel): Promise<Result<ReplayKernel>> {
  const { status } = await kernel.run('', {
    isSilent: true,
    timeoutMs: START_MS
  });
  if (status === 'ok') {
    return succeed(kernel);
  }
  await kernel.shutDown();
  return fail(
    status === 'timeout'
      ? `The kernel did not answer within ${START_MS / 1000} seconds.`
      : 'The kernel died while it was starting.'
  );
}

/** Runs one piece of code after the other. */
export class ReplayKernel implements IReplayKernel {
  private readonly _connection: Kernel.IKernelConnection;
  private readonly _options: ReplayKernelOptions;
  private readonly _installer: ProbeInstaller | null;
  private readonly _executions = new Map<string, ReplayedExecution>();
  private readonly _scalars = new Map<string, Numbers>();
  private _environment: Environment | null = null;
  private _isGone = false;
  private _shutDown: Promise<void> | null = null;

  constructor(
    connection: Kernel.IKernelConnection,
    options: ReplayKernelOptions
  ) {
    this._connection = connection;
    this._options = options;
    connection.anyMessage.connect((_, { direction, msg }) => {
      if (direction === 'recv') {
        this._read(msg);
      }
    });
    connection.statusChanged.connect((_, status) => {
      if (status === 'dead' || status === 'autorestarting') {
        this._die();
      }
    });
    connection.connectionStatusChanged.connect((_, status) => {
      if (status === 'disconnected') {
        this._die();
      }
    });
    connection.disposed.connect(() => this._die());
    const { probe } = options;
    // Without a probe's answer the environment is not known, and nothing else is amiss.
    this._installer =
      probe && new ProbeInstaller(probe.probe, probe.limits, () => undefined);
    this._installer?.install(connection);
  }

  /** As the probe told it; null until it did. */
  get environment(): Environment | null {
    return this._environment;
  }

  async run(
    code: string,
    options: {
      readonly isSilent?: boolean;
      readonly timeoutMs: number | null;
      /** Hears what it prints as it comes. */
      readonly onText?: (text: string) => void;
    }
  ): Promise<ReplayedCode> {
    const { now, capBytes } = this._options;
    const isSilent = options.isSilent === true;
    const execution = new ReplayedExecution(now(), capBytes, options.onText);
    if (this._isGone) {
      execution.end('died', now());
      return execution.ended;
    }
    const future = this._connection.requestExecute({
      code,
      silent: isSilent,
      store_history: !isSilent,
      allow_stdin: !isSilent,
      // What fails must not take along what comes next: the replay decides that.
      stop_on_error: false
    });
    const msgId = future.msg.header.msg_id;
    this._executions.set(msgId, execution);
    future.onStdin = () => {
      execution.end('input-requested', now());
      this._interrupt();
    };
    future.done.then(
      reply => execution.takeReply(reply, now()),
      () => execution.end('died', now())
    );
    const stop = this._limit(execution, options.timeoutMs);
    const ended = await execution.ended;
    stop();
    this._executions.delete(msgId);
    const scalars = this._scalars.get(msgId);
    this._scalars.delete(msgId);
    return scalars === undefined ? ended : { ...ended, scalars };
  }

  shutDown(): Promise<void> {
    this._shutDown ??= this._end();
    return this._shutDown;
  }

  private _read(message: KernelMessage): void {
    const told = this._installer?.read(message);
    if (told?.ok && told.value.kind === 'hello') {
      this._environment = told.value.environment;
    } else if (told?.ok && told.value.kind === 'report') {
      const { msgId, report } = told.value.report;
      this._scalars.set(msgId, numbersOf(report));
    }
    for (const [msgId, execution] of this._executions) {
      execution.read(message, msgId);
    }
  }

  /** Interrupts what runs too long, and gives it up when that does not help. */
  private _limit(
    execution: ReplayedExecution,
    timeoutMs: number | null
  ): () => void {
    if (timeoutMs === null) {
      return () => undefined;
    }
    const { now, schedule } = this._options;
    let cancel = schedule(() => {
      execution.expire();
      this._interrupt();
      cancel = schedule(() => {
        execution.end('timeout', now());
        void this.shutDown();
      }, GRACE_MS);
    }, timeoutMs);
    return () => cancel();
  }

  private _interrupt(): void {
    this._connection.interrupt().catch(fault => {
      console.warn('Retrace could not interrupt a replay.', fault);
    });
  }

  private _die(): void {
    this._isGone = true;
    const at = this._options.now();
    this._executions.forEach(execution => execution.end('died', at));
  }

  private async _end(): Promise<void> {
    const { kernels, ledger } = this._options;
    const { id } = this._connection;
    this._die();
    this._installer?.dispose();
    try {
      await kernels.shutdown(id);
      ledger.remove(id);
    } catch (fault) {
      // The ledger keeps it: the next page shuts it down.
      console.error('Retrace could not shut down a kernel of a replay.', fault);
    }
    this._connection.dispose();
  }
}
