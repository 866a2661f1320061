// One kernel as its messages show it: which process answers, and what happens when the probe is silent.
import type { Probe, ProbeLimits } from '../../languages';
import { FakeKernel } from '../../testing/fake-kernel';
import { Scene, withProbe } from './kernel-scene';

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
