// Messages to runs: statuses, order, who ran what, and that no order or repetition of messages changes the record.
import { emptyReport } from '../../model';
import { FakeKernel, type Heard } from '../../testing/fake-kernel';
import { AT, Folded } from './folding';

function conversation(): { own: Heard[]; iopub: Heard[]; shell: Heard[] } {
  const kernel = new FakeKernel();
  const own = [
    kernel.request('a', 'x = 1\nx', { cellId: 'A' }),
    kernel.request('b', '1/0', { cellId: 'B' }),
    kernel.request('c', 'y', { cellId: 'C' })
  ];
  const iopub = [
    ...kernel.start('a', 'x = 1\nx'),
    kernel.stream('a', 'hi '),
    kernel.stream('a', 'there'),
    kernel.iopub('a', 'execute_result', {
      data: { 'text/plain': '1' },
      metadata: {},
      execution_count: 1
    }),
    kernel.idle('a'),
    ...kernel.start('b', '1/0'),
    kernel.error('b', 'ZeroDivisionError'),
    kernel.idle('b'),
    kernel.busy('c'),
    kernel.idle('c')
  ];
  const shell = [
    kernel.reply('a', 'ok'),
    kernel.reply('b', 'error', 'ZeroDivisionError'),
    kernel.reply('c', 'aborted')
  ];
  return { own, iopub, shell };
}

/** Two lists merged so that each keeps its order; `pick` says from which one to take. */
function interleave(a: Heard[], b: Heard[], pick: () => boolean): Heard[] {
  const [left, right] = [[...a], [...b]];
  const merged: Heard[] = [];
  while (left.length + right.length > 0) {
    const from =
      right.length === 0 || (left.length > 0 && pick()) ? left : right;
    merged.push(...from.splice(0, 1));
  }
  return merged;
}

function seeded(seed: number): () => boolean {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state > 1073741824;
  };
}

/** An execution with an output that is too large to be held on to. */
function largeDisplay(kernel: FakeKernel, msgId: string): readonly Heard[] {
  const data = { 'application/x-large': 'x'.repeat(40 << 20) };
  return [
    ...kernel.start(msgId, 'x'),
    kernel.iopub(msgId, 'display_data', { data, metadata: {} }),
    kernel.idle(msgId)
  ];
}

describe('a run', () => {
  it('tells success, failure and what was never started apart', () => {
    const { own, iopub, shell } = conversation();
    const run = new Folded().hear(own, iopub, shell);
    expect(run.head('a')).toMatchObject({
      status: 'ok',
      sequence: 1,
      cellId: 'A',
      executionCount: 1,
      firstLine: 'x = 1',
      outputCount: 2
    });
    expect(run.head('b')).toMatchObject({
      status: 'error',
      sequence: 2,
      error: { ename: 'ZeroDivisionError', evalue: 'why' }
    });
    expect(run.head('c')).toMatchObject({
      status: 'aborted',
      sequence: 3,
      executionCount: null
    });
    expect(run.sources.get('a')).toBe('x = 1\nx');
    expect(run.fold.run).toMatchObject({ executionCount: 3, failureCount: 1 });
  });

  it('is the same for every order of shell and iopub, and for replies that never come first', () => {
    const { own, iopub, shell } = conversation();
    const expected = new Folded().hear(own, iopub, shell).everything();
    for (let seed = 1; seed <= 200; seed++) {
      const merged = interleave(iopub, shell, seeded(seed));
      expect(new Folded().hear(own, merged).everything()).toEqual(expected);
    }
  });

  it('is the same when changes are taken after every message', () => {
    const { own, iopub, shell } = conversation();
    const stepwise = new Folded();
    [...own, ...iopub, ...shell].forEach(one => stepwise.hear(one).store());
    expect(stepwise.everything()).toEqual(
      new Folded().hear(own, iopub, shell).everything()
    );
  });

  it('takes the end from iopub alone when the reply goes to another client', () => {
    const { iopub } = conversation();
    const run = new Folded().hear(iopub);
    expect(run.head('a')).toMatchObject({ status: 'ok', cellId: null });
    expect(run.head('b').status).toBe('error');
    expect(run.heads.has('c')).toBe(false);
  });

  it('takes a failure from the reply when the server dropped the error output', () => {
    const kernel = new FakeKernel();
    const run = new Folded().hear(
      kernel.request('a', '1/0'),
      kernel.start('a', '1/0'),
      kernel.idle('a'),
      kernel.reply('a', 'error', 'ZeroDivisionError')
    );
    expect(run.head('a')).toMatchObject({
      status: 'error',
      error: { ename: 'ZeroDivisionError' }
    });
  });

  it('calls an interrupted execution interrupted', () => {
    const kernel = new FakeKernel();
    const run = new Folded().hear(
      kernel.start('a', 'wait()'),
      kernel.error('a', 'KeyboardInterrupt'),
      kernel.idle('a')
    );
    expect(run.head('a').status).toBe('interrupted');
  });

  it('ignores silent requests of its own and of others', () => {
    const kernel = new FakeKernel();
    const run = new Folded().hear(
      kernel.request('own', 'probe', { silent: true }),
      kernel.busy('own'),
      kernel.idle('own'),
      kernel.busy('other'),
      kernel.stream('other', 'x'),
      kernel.idle('other')
    );
    expect(run.store().heads.size).toBe(0);
  });

  it('writes queued and running heads ahead', () => {
    const kernel = new FakeKernel();
    const run = new Folded().hear(kernel.request('a', 'x', { cellId: 'A' }));
    expect(run.head('a')).toMatchObject({ status: 'queued', sequence: null });
    run.hear(kernel.start('a', 'x'), kernel.stream('a', '1'));
    expect(run.head('a')).toMatchObject({ status: 'running', sequence: 1 });
    expect(run.outputsOf('a')).toMatchObject([{ text: '1' }]);
  });

  it('takes a changed size cap from the next execution on', () => {
    const kernel = new FakeKernel();
    const run = new Folded({ cap: 1 << 20 });
    const ran = (msgId: string): Heard[] => [
      kernel.request(msgId, 'print(x)', { cellId: msgId }),
      ...kernel.start(msgId, 'print(x)'),
      kernel.stream(msgId, 'x'.repeat(20_000)),
      kernel.idle(msgId)
    ];
    run.hear(ran('a'));
    run.fold.limitOutputs(5000);
    run.hear(ran('b'));
    expect(run.head('a').gaps).toEqual([]);
    expect(run.head('b').gaps).toEqual(['outputs-capped']);
  });

  it('adds what a thread prints after the end', () => {
    const kernel = new FakeKernel();
    const run = new Folded().hear(
      kernel.start('a', 'x'),
      kernel.stream('a', 'early '),
      kernel.idle('a')
    );
    run.store();
    run.hear(kernel.stream('a', 'late'));
    expect(run.outputsOf('a')).toMatchObject([{ text: 'early late' }]);
    expect(run.head('a').status).toBe('ok');
  });

  it('says that output is missing once the earlier output is not at hand any more', () => {
    const kernel = new FakeKernel();
    const run = new Folded();
    for (let n = 0; n < 40; n++) {
      run.hear(kernel.start(`m${n}`, 'x'), kernel.idle(`m${n}`)).store();
    }
    run.hear(kernel.stream('m0', 'late'));
    expect(run.head('m0').gaps).toContain('outputs-partial');
  });

  it('takes what this page sent before for ended when a flooded connection lost its end', () => {
    const kernel = new FakeKernel();
    const run = new Folded().hear(
      kernel.request('a', 'flood()'),
      kernel.request('b', 'x'),
      kernel.request('c', 'y'),
      kernel.start('a', 'flood()'),
      kernel.start('c', 'y'),
      kernel.idle('c')
    );
    const statusOf = (msgId: string): string => run.head(msgId).status;
    expect(['a', 'b', 'c'].map(statusOf)).toEqual(['lost', 'lost', 'ok']);
    expect(run.head('a').gaps).toContain('outputs-partial');
    run.hear(kernel.idle('a'));
    expect(run.head('a').status).toBe('ok');
  });

  it('does not hold on to large outputs of what has ended', () => {
    const kernel = new FakeKernel();
    const run = new Folded().hear(largeDisplay(kernel, 'a')).store();
    for (let n = 0; n < 20; n++) {
      run.hear(kernel.start(`m${n}`, 'x'), kernel.idle(`m${n}`)).store();
    }
    run.hear(['a', 'm0', 'm19'].map(msgId => kernel.stream(msgId, 'late')));
    expect(run.head('a').gaps).toEqual(['outputs-capped', 'outputs-partial']);
    expect(run.head('m0').gaps).toEqual(['outputs-partial']);
    expect(run.head('m19').gaps).toEqual([]);
  });

  it('lets go of a large output at once', () => {
    const kernel = new FakeKernel();
    const run = new Folded().hear(largeDisplay(kernel, 'a')).store();
    run.hear(kernel.stream('a', 'late'));
    expect(run.head('a').gaps).toContain('outputs-partial');
  });

  it('closes with what was running lost and what was queued aborted, and takes no more', () => {
    const kernel = new FakeKernel();
    const run = new Folded().hear(
      kernel.request('a', 'x'),
      kernel.request('b', 'y'),
      kernel.start('a', 'x')
    );
    run.apply({ kind: 'closed', at: AT, end: 'died' });
    expect(run.head('a').status).toBe('lost');
    expect(run.head('b').status).toBe('aborted');
    run.hear(kernel.idle('a'));
    expect(run.head('a').status).toBe('lost');
    expect(run.fold.run).toMatchObject({ end: 'died', closedAt: AT });
  });

  it('marks the run when the server says that it dropped output', () => {
    const kernel = new FakeKernel();
    const notice =
      'IOPub data rate exceeded.\nThe Jupyter server will temporarily stop sending output\n' +
      'ServerApp.iopub_data_rate_limit=1000000.0 (bytes/sec)';
    const run = new Folded().hear(
      kernel.start('a', 'flood()'),
      kernel.stream('a', notice, 'stderr'),
      kernel.idle('a')
    );
    expect(run.head('a')).toMatchObject({
      gaps: ['outputs-partial'],
      outputsHash: null
    });
    expect(run.fold.run.gaps).toMatchObject([{ kind: 'output-dropped' }]);
  });
});

describe('a run that another page began', () => {
  function left(): Folded {
    const kernel = new FakeKernel();
    return new Folded()
      .hear(
        kernel.request('a', 'x', { cellId: 'A' }),
        kernel.request('b', 'y', { cellId: 'B' }),
        kernel.request('c', 'z', { cellId: 'C' }),
        kernel.start('a', 'x'),
        kernel.stream('a', 'one\n')
      )
      .store();
  }

  function continued(before: Folded): Folded {
    const stored = [...before.heads.values()].map(head => ({
      head,
      outputs: before.outputs.get(head.executionId.slice(4)) ?? null
    }));
    return new Folded({ stored });
  }

  it('adds the outputs that it still hears, and says that some may be missing', () => {
    const kernel = new FakeKernel();
    const run = continued(left()).hear(
      kernel.stream('a', 'two\n'),
      kernel.idle('a')
    );
    expect(run.outputsOf('a')).toMatchObject([{ text: 'one\ntwo\n' }]);
    expect(run.head('a')).toMatchObject({
      status: 'ok',
      gaps: ['outputs-partial'],
      outputsHash: null,
      sequence: 1
    });
  });

  it('finds lost what must have ended when a later one starts', () => {
    const kernel = new FakeKernel();
    const run = continued(left()).hear(
      kernel.start('c', 'z'),
      kernel.idle('c')
    );
    expect(run.head('a').status).toBe('lost');
    expect(run.head('b')).toMatchObject({ status: 'lost', sequence: 2 });
    expect(run.head('c')).toMatchObject({ status: 'ok', sequence: 3 });
  });

  it('tells one that was aborted from one that had started before it listened', () => {
    const kernel = new FakeKernel();
    const aborted = continued(left()).hear(
      kernel.idle('a'),
      kernel.busy('b'),
      kernel.idle('b')
    );
    expect(aborted.head('b').status).toBe('aborted');
    const started = continued(left()).hear(kernel.idle('b'));
    expect(started.head('b').status).toBe('ok');
  });

  it('puts what it missed before what it saw start', () => {
    const kernel = new FakeKernel();
    const run = continued(left());
    run.hear(kernel.start('new', 'w'));
    run.apply({
      kind: 'missed',
      at: AT,
      executions: [
        {
          msgId: 'b',
          code: null,
          executionCount: 2,
          place: null,
          report: { ...emptyReport, bound: ['y'] }
        },
        {
          msgId: 'history-3',
          code: 'print(3)',
          executionCount: 3,
          place: null,
          report: null
        }
      ]
    });
    expect(run.head('b')).toMatchObject({
      status: 'lost',
      sequence: 2,
      report: { bound: ['y'] }
    });
    expect(run.head('history-3')).toMatchObject({
      status: 'lost',
      sequence: 3,
      firstLine: 'print(3)'
    });
    expect(run.head('new').sequence).toBe(4);
  });
});
