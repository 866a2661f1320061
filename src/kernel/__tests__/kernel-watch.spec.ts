// One kernel as its messages show it: which process answers, whose code runs, and what happens when the probe is silent.
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { Kernel } from '@jupyterlab/services';
import { Signal } from '@lumino/signaling';

import type { Language, Probe, ProbeLimits } from '../../languages';
import { asRunId, type Run } from '../../model';
import { maskOf } from '../../recording';
import { FakeKernel, type Heard } from '../../testing/fake-kernel';
import { StoreDouble } from '../../testing/store-double';
import { Guard } from '../guard';
import { KernelWatch } from '../kernel-watch';
import { NotebookRecord } from '../notebook-record';

const AT = '2026-01-01T00:00:00.000Z';

const withProbe: Language = {
  id: 'python',
  matches: name => name === 'python',
  probe: { source: 'probe()', commId: 'probe-comm' }
};

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

class Scene {
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

function withCount(heard: Heard, count: number): Heard {
  const content = { status: 'ok', execution_count: count };
  return { ...heard, message: { ...heard.message, content } };
}

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

describe('where a run takes place', () => {
  const code = {
    v: 1,
    kind: 'code',
    process: 'p',
    folder: '/work',
    git: null,
    modules: [],
    unknown: {},
    isFirst: true
  };
  const details = { v: 1, kind: 'details', process: 'p', details: {} };

  it('is kept with the run, and what the probe learns later completes its environment', async () => {
    const scene = new Scene();
    const record = await scene.notebook('a.ipynb', { A: 'x = 1' });
    scene.answer(0);
    const [before] = await scene.runs(record);
    scene.answer(0, { data: [code, details] });
    const [after] = await scene.runs(record);
    expect(after?.environmentId).not.toBe(before?.environmentId);
    expect(await scene.store.context(after!.runId)).toMatchObject({
      user: 'ada',
      serverUrl: 'https://hub.example/',
      workingDirectory: '/work'
    });
  });

  it('is known in a run that begins when recording is switched on', async () => {
    const scene = new Scene();
    scene.isOn = false;
    const record = await scene.notebook('a.ipynb', { A: 'x = 1' });
    scene.answer(0, { data: [code, details] });
    scene.isOn = true;
    record.refresh();
    const [run] = await scene.runs(record);
    expect(run?.environmentId).not.toBeNull();
    const context = await scene.store.context(run!.runId);
    expect(context.workingDirectory).toBe('/work');
  });

  it('keeps the commits that came later, also where modules are told anew and the run begins after that', async () => {
    const scene = new Scene();
    scene.isOn = false;
    const record = await scene.notebook('a.ipynb', { A: 'x = 1' });
    const at = (letter: string) => ({ commit: letter.repeat(40) });
    const moved = (after: string, letter: string) => ({
      ...code,
      isFirst: false,
      after,
      git: at(letter)
    });
    const first = { ...code, git: at('a') };
    const later = [moved('m1', 'b'), moved('m2', 'c')];
    scene.answer(0, { data: [first, ...later, first, ...later] });
    scene.isOn = true;
    record.refresh();
    const [run] = await scene.runs(record);
    const { git, gitChanges } = await scene.store.context(run!.runId);
    expect(git).toMatchObject(at('a'));
    expect(gitChanges?.map(each => [each.after, each.git?.commit[0]])).toEqual([
      ['run-1/m1', 'b'],
      ['run-1/m2', 'c']
    ]);
  });

  it('is not that of the process before', async () => {
    const scene = new Scene();
    const record = await scene.notebook('a.ipynb', { A: 'x = 1' });
    scene.answer(0, { data: [code, details] });
    scene.watch.statusChanged('restarting');
    const second = new FakeKernel({ session: 'process-2' });
    scene.hear(
      null,
      second.iopub('', 'status', { execution_state: 'starting' })
    );
    const [, run] = await scene.runs(record);
    expect(run?.environmentId).toBeNull();
    const context = await scene.store.context(run!.runId);
    expect(context).toMatchObject({ user: 'ada', workingDirectory: '' });
  });
});

describe('a kernel with one notebook', () => {
  it('makes a run of each process, and tells how each ended', async () => {
    const scene = new Scene();
    const record = await scene.notebook('a.ipynb', { A: 'x = 1' });
    scene.answer(0);
    scene.hear(record, scene.kernel.request('m1', 'x = 1', { cellId: 'A' }));
    scene.hear(
      null,
      scene.kernel.start('m1', 'x = 1'),
      scene.kernel.idle('m1')
    );
    scene.watch.statusChanged('restarting');
    const second = new FakeKernel({ session: 'process-2' });
    scene.connect();
    scene.answer(0, { kernel: second });
    scene.watch.statusChanged('autorestarting');
    const third = new FakeKernel({ session: 'process-3' });
    scene.hear(
      null,
      third.iopub('', 'status', { execution_state: 'starting' })
    );
    const runs = await scene.runs(record);
    expect(runs.map(run => [run.kernel.processId, run.end])).toEqual([
      ['process-1', 'restarted'],
      ['process-2', 'died'],
      ['process-3', null]
    ]);
    expect(await scene.heads(runs[0])).toMatchObject([
      { status: 'ok', cellId: 'A', cellIndex: 0 }
    ]);
    expect(scene.faults).toEqual([]);
  });

  it('sends the probe within the time limit of the settings, and as it is when it knows no limits', async () => {
    const within = ({ budgetMs }: ProbeLimits): Probe => ({
      source: `probe(${budgetMs})`,
      commId: 'probe-comm'
    });
    const limited = new Scene([
      { ...withProbe, probe: { source: '', commId: '', within } }
    ]);
    await limited.notebook('a.ipynb', {});
    const plain = new Scene();
    await plain.notebook('a.ipynb', {});
    expect(limited.connection.requested[0]).toBe('probe(50)');
    expect(plain.connection.requested[0]).toBe('probe()');
  });

  it('notices a restart by another client and sends the probe to the new process', async () => {
    const scene = new Scene();
    const record = await scene.notebook('a.ipynb', {});
    scene.answer(0);
    const sent = scene.connection.requested.length;
    scene.hear(
      null,
      scene.kernel.iopub('', 'shutdown_reply', { restart: true })
    );
    const second = new FakeKernel({ session: 'process-2' });
    scene.hear(
      null,
      second.iopub('', 'status', { execution_state: 'starting' })
    );
    expect(scene.connection.requested.length).toBe(sent + 1);
    scene.hear(null, scene.kernel.start('old', 'late from the old process'));
    const runs = await scene.runs(record);
    expect(runs.map(run => run.end)).toEqual(['restarted', null]);
    expect(await scene.heads(runs[1])).toEqual([]);
  });

  it('keeps what is sent while the process is not known yet', async () => {
    const scene = new Scene();
    const record = await scene.notebook('a.ipynb', { A: 'x' });
    scene.hear(record, scene.kernel.request('m1', 'x', { cellId: 'A' }));
    scene.answer(0);
    const [run] = await scene.runs(record);
    expect(await scene.heads(run)).toMatchObject([
      { status: 'queued', cellId: 'A' }
    ]);
  });

  it('lists what ran before it came, in order, from the probe’s memory and the kernel’s history', async () => {
    const scene = new Scene();
    scene.connection.histories.push([0, 1, 'first'], [0, 2, 'second']);
    const record = await scene.notebook('a.ipynb', { A: 'second' });
    const remembered = { msg: 'r2', n: 2, ok: true, cell: 'A', bound: ['y'] };
    const ring = { v: 1, kind: 'ring', process: 'p', reports: [remembered] };
    scene.answer(2, { data: [ring] });
    const [run] = await scene.runs(record);
    expect(run?.gaps).toMatchObject([{ kind: 'joined-late' }]);
    expect(await scene.heads(run)).toMatchObject([
      { sequence: 1, status: 'lost', firstLine: 'first', cellId: null },
      {
        sequence: 2,
        status: 'lost',
        firstLine: 'second',
        cellId: 'A',
        report: { bound: ['y'] }
      }
    ]);
  });

  it('says so when the probe never answers an idle kernel, and records on', async () => {
    const scene = new Scene();
    const record = await scene.notebook('a.ipynb', {});
    scene.hear(
      null,
      scene.kernel.iopub('', 'status', { execution_state: 'idle' })
    );
    await jest.advanceTimersByTimeAsync(9_000);
    expect((await scene.runs(record))[0]?.gaps).toEqual([]);
    await jest.advanceTimersByTimeAsync(2_000);
    scene.hear(null, scene.kernel.start('m', 'x'), scene.kernel.idle('m'));
    const [run] = await scene.runs(record);
    expect(run?.gaps).toMatchObject([{ kind: 'probe-failed' }]);
    expect(await scene.heads(run)).toMatchObject([
      { status: 'ok', report: null }
    ]);
  });

  it('fills in what a large file held when the probe says so later', async () => {
    const scene = new Scene();
    const record = await scene.notebook('a.ipynb', {});
    scene.answer(0);
    const file = { path: 'a.csv', size: 9, modified: 5 };
    const files = [{ ...file, mode: 'read', hash: null }];
    const data = { v: 1, kind: 'hashes', files: [{ ...file, hash: 'ab' }] };
    scene.hear(
      null,
      scene.kernel.start('m', 'x'),
      scene.report('m', { files }),
      scene.kernel.idle('m')
    );
    const [run] = await scene.runs(record);
    expect(await scene.heads(run)).toMatchObject([{ report: { files } }]);
    scene.hear(
      null,
      scene.kernel.iopub('m', 'comm_msg', { comm_id: 'probe-comm', data })
    );
    await scene.runs(record);
    expect(await scene.heads(run)).toMatchObject([
      { report: { files: [{ hash: 'ab' }] } }
    ]);
  });

  it('waits for the probe as long as the kernel is busy', async () => {
    const scene = new Scene();
    const record = await scene.notebook('a.ipynb', {});
    scene.hear(null, scene.kernel.start('m', 'long()'));
    scene.watch.statusChanged('busy');
    await jest.advanceTimersByTimeAsync(60_000);
    expect((await scene.runs(record))[0]?.gaps).toEqual([]);
  });

  it('refuses what a hostile probe says, and says so', async () => {
    const scene = new Scene();
    const record = await scene.notebook('a.ipynb', {});
    scene.answer(0);
    const data = { v: 1, kind: 'report', bound: 'x'.repeat(10_000_000) };
    const other = scene.report('elsewhere', {});
    scene.hear(
      null,
      scene.kernel.start('m', 'x'),
      scene.kernel.iopub('m', 'comm_msg', { comm_id: 'probe-comm', data }),
      {
        ...other,
        message: { ...other.message, parent_header: { msg_id: 'm' } }
      },
      scene.report('m', { bound: ['a'] }),
      scene.report('m', { bound: ['b'] }),
      scene.kernel.idle('m')
    );
    const [run] = await scene.runs(record);
    expect(run?.gaps.map(gap => gap.kind)).toContain('probe-partial');
    expect(await scene.heads(run)).toMatchObject([
      { report: { bound: ['a'] } }
    ]);
  });

  it('says that there is no probe for the language', async () => {
    const scene = new Scene([]);
    const record = await scene.notebook('a.ipynb', {});
    scene.hear(null, scene.kernel.start('m', 'x'));
    expect((await scene.runs(record))[0]?.gaps).toMatchObject([
      { kind: 'no-probe' }
    ]);
    expect(scene.connection.requested).toEqual([]);
  });
});

describe('code of others', () => {
  it('has no cell, unless the report names one of this notebook', async () => {
    const scene = new Scene();
    const record = await scene.notebook('a.ipynb', { A: 'x = 1' });
    scene.answer(0);
    scene.hear(
      null,
      scene.kernel.request('console', 'x = 1', { cellId: 'prompt' }),
      scene.kernel.start('console', 'x = 1'),
      scene.report('console', { cell: 'prompt' }),
      scene.kernel.idle('console'),
      scene.kernel.start('nbclient', 'x = 1'),
      scene.report('nbclient', {}),
      scene.kernel.idle('nbclient'),
      scene.kernel.start('tab', 'x = 1'),
      scene.report('tab', { cell: 'A' }),
      scene.kernel.idle('tab')
    );
    const [run] = await scene.runs(record);
    const heads = await scene.heads(run);
    expect(heads.map(head => head.cellId)).toEqual([null, null, 'A']);
  });

  it('is the cell’s when a server runs a cell that the notebook asked for', async () => {
    const scene = new Scene();
    const record = await scene.notebook('a.ipynb', { A: 'x', B: 'y', C: 'y' });
    scene.answer(0);
    record.schedule('A', 'x');
    scene.hear(null, scene.kernel.start('s1', 'x'), scene.kernel.idle('s1'));
    record.schedule('B', 'y');
    record.schedule('C', 'y');
    scene.hear(null, scene.kernel.start('s2', 'y'), scene.kernel.idle('s2'));
    const [run] = await scene.runs(record);
    const heads = await scene.heads(run);
    expect(heads.map(head => head.cellId)).toEqual(['A', null]);
  });

  it('in a second notebook of the kernel is an execution of both, with a cell in one', async () => {
    const scene = new Scene();
    const first = await scene.notebook('a.ipynb', { A: 'x' });
    const second = await scene.notebook('copy.ipynb', { A: 'x' });
    scene.answer(0);
    scene.hear(second, scene.kernel.request('m', 'x', { cellId: 'A' }));
    scene.hear(null, scene.kernel.start('m', 'x'), scene.kernel.idle('m'));
    const cells = async (record: NotebookRecord) =>
      (await scene.heads((await scene.runs(record))[0])).map(
        head => head.cellId
      );
    expect(await cells(first)).toEqual([null]);
    expect(await cells(second)).toEqual(['A']);
  });
});

describe('recording switched off', () => {
  it('lets what began go on, records nothing new, and says so', async () => {
    const scene = new Scene();
    const record = await scene.notebook('a.ipynb', {});
    scene.answer(0);
    scene.hear(null, scene.kernel.start('began', 'x'));
    scene.isOn = false;
    record.refresh();
    scene.hear(
      null,
      scene.kernel.idle('began'),
      scene.kernel.start('secret', 'password'),
      scene.report('secret', { bound: ['password'] }),
      scene.kernel.idle('secret')
    );
    scene.isOn = true;
    record.refresh();
    scene.hear(
      null,
      scene.kernel.start('again', 'y'),
      scene.kernel.idle('again')
    );
    const [run] = await scene.runs(record);
    expect(run?.gaps).toMatchObject([{ kind: 'recording-off' }]);
    const heads = await scene.heads(run);
    expect(heads.map(head => head.firstLine)).toEqual(['x', 'y']);
  });

  it('opens no run until it is switched on', async () => {
    const scene = new Scene();
    scene.isOn = false;
    const record = await scene.notebook('a.ipynb', {});
    scene.answer(3);
    expect(await scene.runs(record)).toEqual([]);
    scene.isOn = true;
    record.refresh();
    expect(await scene.runs(record)).toMatchObject([
      { gaps: [{ kind: 'recording-off' }] }
    ]);
  });
});
