// A kernel with notebooks on it as its messages show it, for the specs of what listens to kernels.
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { Kernel } from '@jupyterlab/services';
import { Signal } from '@lumino/signaling';

import type { Language } from '../../languages';
import { asRunId, type Run } from '../../model';
import { maskOf } from '../../recording';
import { FakeKernel, type Heard } from '../../testing/fake-kernel';
import { StoreDouble } from '../../testing/store-double';
import { Guard } from '../guard';
import { KernelWatch } from '../kernel-watch';
import { NotebookRecord } from '../notebook-record';

/** When everything happens. */
const AT = '2026-01-01T00:00:00.000Z';

/** Python with a probe of one line. */
export const withProbe: Language = {
  id: 'python',
  matches: name => name === 'python',
  probe: { source: 'probe()', commId: 'probe-comm' }
};

/** An open notebook of code cells, by their ids. */
function panelOf(path: string, sources: { [cellId: string]: string }) {
  const cells = Object.entries(sources).map(([id, source]) => {
    const sharedModel = {
      getSource: () => source,
      changed: new Signal<object, object>({})
    };
    return { id, type: 'code', sharedModel };
  });
  const list = Object.assign(cells, {
    changed: new Signal<object, object>({})
  });
  const panel = {
    isDisposed: false,
    context: { path, ready: Promise.resolve() },
    model: { isDisposed: false, cells: list }
  };
  return panel as unknown as NotebookPanel;
}

/** A connection to the kernel that keeps what was asked through it. */
class Connection {
  readonly id = 'kernel-1';
  readonly name = 'python3';
  readonly isDisposed = false;
  readonly requested: string[] = [];
  readonly histories: [number, number, string][] = [];
  status: Kernel.Status = 'idle';
  private _next = 0;

  constructor(readonly clientId: string) {}

  requestExecute({ code }: { readonly code: string }) {
    this._next += 1;
    const msgId = `install-${this._next}`;
    this.requested.push(code);
    return {
      msg: { header: { msg_id: msgId } },
      done: new Promise(() => undefined)
    };
  }

  requestHistory() {
    const content = { status: 'ok', history: this.histories };
    return Promise.resolve({ content });
  }
}

/** One kernel process, its connection, and what watches it; runs are called `run-1`, `run-2` … */
export class Scene {
  readonly store = new StoreDouble();
  readonly kernel: FakeKernel;
  readonly connection: Connection;
  readonly watch: KernelWatch;
  readonly faults: string[] = [];
  isOn = true;
  private _runs = 0;

  constructor(languages: readonly Language[] = [withProbe]) {
    this.kernel = new FakeKernel();
    this.connection = new Connection(this.kernel.clientId);
    this.watch = new KernelWatch({
      now: () => AT,
      languages,
      languageOf: () => 'python',
      displayNameOf: () => 'Python 3',
      isProbeOn: () => true,
      probeBudgetMs: () => 50,
      dataHashMegabytes: () => 256,
      mask: text => text
    });
  }

  async notebook(
    path: string,
    sources: { [cellId: string]: string }
  ): Promise<NotebookRecord> {
    const record = new NotebookRecord(panelOf(path, sources), {
      store: this.store,
      kernels: { runningIds: () => Promise.resolve(new Set(['kernel-1'])) },
      guard: new Guard(cause => this.faults.push(cause)),
      now: () => AT,
      serverRoot: '',
      whoAndWhere: () =>
        Promise.resolve({
          user: 'ada',
          serverUrl: 'https://hub.example/',
          unknown: {}
        }),
      outputCapBytes: () => 1 << 20,
      mask: maskOf(),
      onChange: () => undefined,
      newRunId: () => asRunId(`run-${(this._runs += 1)}`),
      isRecording: () => this.isOn
    });
    await Promise.resolve();
    this.watch.addRecord(record);
    this.connect();
    return record;
  }

  connect(): void {
    this.watch.connected(this.asConnection);
  }

  get asConnection(): Kernel.IKernelConnection {
    return this.connection as unknown as Kernel.IKernelConnection;
  }

  hear(
    record: NotebookRecord | null,
    ...messages: readonly (Heard | readonly Heard[])[]
  ): void {
    for (const { message, direction } of messages.flat()) {
      this.watch.message(this.asConnection, message, { direction, record });
    }
  }

  /** The kernel answers the probe's request: it has seen so many executions. */
  answer(
    count: number,
    options: { kernel?: FakeKernel; data?: readonly object[] } = {}
  ): void {
    const kernel = options.kernel ?? this.kernel;
    const request = `install-${this.connection.requested.length}`;
    const hello = { v: 1, kind: 'hello', process: 'p', packages: [] };
    this.hear(
      null,
      kernel.busy(request),
      [hello, ...(options.data ?? [])].map(data =>
        kernel.iopub(request, 'comm_msg', { comm_id: 'probe-comm', data })
      ),
      kernel.idle(request),
      withCount(kernel.reply(request, 'ok'), count)
    );
  }

  report(msgId: string, change: object): Heard {
    return this.kernel.iopub(msgId, 'comm_msg', {
      comm_id: 'probe-comm',
      data: {
        v: 1,
        kind: 'report',
        process: 'p',
        msg: msgId,
        ok: true,
        ...change
      }
    });
  }

  async runs(record: NotebookRecord) {
    await record.flush(true);
    await jest.advanceTimersByTimeAsync(50);
    const all = await this.store.list({ notebookPath: record.path });
    return [...all].sort((a, b) => a.number - b.number);
  }

  async heads(run: Run | undefined) {
    const heads = run ? await this.store.executions(run.runId) : [];
    return [...heads].sort((a, b) => (a.sequence ?? 99) - (b.sequence ?? 99));
  }
}

/** A reply that carries another execution count. */
function withCount(heard: Heard, count: number): Heard {
  const content = { status: 'ok', execution_count: count };
  return { ...heard, message: { ...heard.message, content } };
}
