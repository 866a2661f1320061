// A replay's kernel: outputs as a notebook would show them, and an end for whatever can happen to a kernel.
import type { Kernel } from '@jupyterlab/services';
import { Signal } from '@lumino/signaling';

import type { Output } from '../../model';
import { FakeKernel, type Heard } from '../../testing/fake-kernel';
import { ReplayLedger } from '../replay-ledger';
import { startReplayKernel, type ReplayKernelOptions } from '../replay-kernel';

type Future = {
  msg: { header: { msg_id: string } };
  done: Promise<unknown>;
  onStdin: () => void;
};

/** The page's connection to a kernel that does what the test says. */
class Connection {
  readonly id: string;
  readonly clientId = 'client-1';
  status: Kernel.Status = 'idle';
  readonly anyMessage = new Signal<this, object>(this);
  readonly statusChanged = new Signal<this, Kernel.Status>(this);
  readonly connectionStatusChanged = new Signal<this, string>(this);
  readonly disposed = new Signal<this, void>(this);
  readonly requests: { code: string; silent: boolean; allow_stdin: boolean }[] =
    [];
  interrupts = 0;
  isDisposed = false;
  futures: Future[] = [];
  /** What becomes of the empty request by which a kernel shows that it is there. */
  atStart: 'answers' | 'dies' | 'is silent' = 'answers';
  private readonly _dones = new Map<
    string,
    {
      resolve: (reply: unknown) => void;
      reject: (why: unknown) => void;
    }
  >();

  constructor(id: string) {
    this.id = id;
  }

  requestExecute(content: Connection['requests'][number]): Future {
    const isOfTest = !['', 'probe()'].includes(content.code);
    if (isOfTest) {
      this.requests.push(content);
    }
    const msgId = isOfTest
      ? `request-${this.requests.length}`
      : `before-${content.code}`;
    const done = new Promise((resolve, reject) =>
      this._dones.set(msgId, { resolve, reject })
    );
    if (content.code === '' && this.atStart === 'answers') {
      this.finish(msgId, new FakeKernel().reply(msgId, 'ok'));
    } else if (content.code === '' && this.atStart === 'dies') {
      this.cancel(msgId);
    }
    const future = {
      msg: { header: { msg_id: msgId } },
      done,
      onStdin: () => undefined
    };
    if (isOfTest) {
      this.futures.push(future);
    }
    return future;
  }

  interrupt(): Promise<void> {
    this.interrupts += 1;
    return Promise.resolve();
  }

  dispose(): void {
    this.isDisposed = true;
    this.disposed.emit();
  }

  hear(...heard: readonly Heard[]): void {
    for (const { direction, message } of heard) {
      this.anyMessage.emit({ direction, msg: message });
    }
  }

  /** The kernel is through with a request. */
  finish(msgId: string, reply: Heard): void {
    this.hear(reply);
    this._dones.get(msgId)?.resolve(reply.message);
  }

  /** What services do with open requests when the kernel restarts or goes away. */
  cancel(msgId: string): void {
    this._dones.get(msgId)?.reject(new Error('Canceled'));
  }
}

class Scene {
  readonly kernel = new FakeKernel();
  connection = new Connection('taken-over');
  readonly requested: object[] = [];
  readonly shutDowns: string[] = [];
  refusal: Error | null = null;
  time = 0;
  readonly timers = new Map<() => void, number>();
  readonly ledger = new ReplayLedger({
    storage: null,
    baseUrl: '',
    now: () => 0,
    repeat: () => () => undefined
  });

  async start(probe: ReplayKernelOptions['probe'] = null) {
    const started = await this.starting(probe);
    if (!started.ok) {
      throw new Error(started.reason);
    }
    return started.value;
  }

  starting(probe: ReplayKernelOptions['probe'] = null) {
    return startReplayKernel({
      kernels: {
        startNew: request => {
          this.requested.push(request ?? {});
          return this.refusal
            ? Promise.reject(this.refusal)
            : Promise.resolve(
                this.connection as unknown as Kernel.IKernelConnection
              );
        },
        shutdown: id => {
          this.shutDowns.push(id);
          return Promise.resolve();
        }
      },
      kernelName: 'python3',
      notebookPath: 'work/a.ipynb',
      capBytes: 1000,
      probe,
      ledger: this.ledger,
      now: () => this.time,
      schedule: (callback, delayMs) => {
        this.timers.set(callback, delayMs);
        return () => this.timers.delete(callback);
      },
      newKernelId: () => 'taken-over'
    });
  }

  /** Lets the timer that is due next run out. */
  expire(): void {
    const [callback, delayMs] = [...this.timers][0]!;
    this.timers.delete(callback);
    this.time += delayMs;
    callback();
  }
}

function textOf(outputs: readonly Output[]): readonly string[] {
  return outputs.map(output =>
    output.output_type === 'stream'
      ? `${output.name}: ${output.text}`
      : output.output_type === 'error'
        ? output.ename
        : String(output.data['text/plain'])
  );
}

const display = (
  kernel: FakeKernel,
  msgId: string,
  text: string,
  displayId?: string
): Heard =>
  kernel.iopub(msgId, 'display_data', {
    data: { 'text/plain': text },
    metadata: {},
    transient: displayId === undefined ? {} : { display_id: displayId }
  });

test('outputs are folded as a notebook folds them', async () => {
  const scene = new Scene();
  const replay = await scene.start();
  const running = replay.run('work()', { timeoutMs: null });
  const { connection, kernel } = scene;
  connection.hear(
    ...kernel.start('request-1', 'work()'),
    kernel.stream('request-1', 'gone\n'),
    kernel.iopub('request-1', 'clear_output', { wait: true }),
    kernel.stream('request-1', 'a'),
    kernel.stream('request-1', 'b\n'),
    kernel.stream('of-somebody-else', 'c\n'),
    display(kernel, 'request-1', 'before', 'd1'),
    kernel.iopub('request-1', 'update_display_data', {
      data: { 'text/plain': 'after' },
      metadata: {},
      transient: { display_id: 'd1' }
    }),
    kernel.idle('request-1')
  );
  scene.time = 40;
  connection.finish('request-1', kernel.reply('request-1', 'ok'));
  const { durationMs, outputs, status } = await running;
  expect([status, textOf(outputs), durationMs]).toEqual([
    'ok',
    ['stdout: ab\n', 'after'],
    40
  ]);
});

test('an update is handed on for earlier code, also where the code that makes it shows the same id', async () => {
  const scene = new Scene();
  const replay = await scene.start();
  const running = replay.run('bar.display(); bar.update(2)', {
    timeoutMs: null
  });
  const { connection, kernel } = scene;
  connection.hear(
    ...kernel.start('request-1', 'bar.display(); bar.update(2)'),
    display(kernel, 'request-1', '1', 'bar'),
    kernel.iopub('request-1', 'update_display_data', {
      data: { 'text/plain': '2' },
      metadata: {},
      transient: { display_id: 'bar' }
    }),
    kernel.idle('request-1')
  );
  connection.finish('request-1', kernel.reply('request-1', 'ok'));
  const { outputs, updates } = await running;
  expect(textOf(outputs)).toEqual(['2']);
  expect(updates).toEqual([
    { displayId: 'bar', data: { 'text/plain': '2' }, metadata: {} }
  ]);
});

test('a kernel that takes over the id is remembered under it, else under its own', async () => {
  const scene = new Scene();
  await scene.start();
  expect(scene.requested).toEqual([
    { name: 'python3', path: 'work/a.ipynb', kernel_id: 'taken-over' }
  ]);
  expect(scene.ledger.own).toEqual(['taken-over']);
  const other = new Scene();
  other.connection = new Connection('given');
  await other.start();
  expect(other.ledger.own).toEqual(['given']);
});

test.each([
  ['answers', new Error('No such kernel'), 'kind “python3”: No such kernel'],
  ['dies', null, 'The kernel died while it was starting.'],
  ['is silent', null, 'The kernel did not answer within 60 seconds.']
] as const)(
  'a kernel that %s: %s is told of in a sentence, and none is left',
  async (atStart, refusal, sentence) => {
    const scene = new Scene();
    scene.connection.atStart = atStart;
    scene.refusal = refusal;
    const starting = scene.starting();
    if (atStart === 'is silent') {
      await new Promise(resolve => setImmediate(resolve));
      scene.expire();
      scene.expire();
    }
    const started = await starting;
    expect(started.ok ? '' : started.reason).toContain(sentence);
    expect(scene.shutDowns).toEqual(refusal ? [] : ['taken-over']);
  }
);

test('an error is what the reply says, not what was shown', async () => {
  const scene = new Scene();
  const replay = await scene.start();
  const { connection, kernel } = scene;
  const shown = replay.run('a', { timeoutMs: null });
  connection.hear(kernel.error('request-1', 'ValueError'));
  connection.finish('request-1', kernel.reply('request-1', 'ok'));
  expect((await shown).status).toBe('ok');
  const raised = replay.run('b', { timeoutMs: null });
  connection.hear(kernel.error('request-2', 'KeyError'));
  connection.finish(
    'request-2',
    kernel.reply('request-2', 'error', 'KeyError')
  );
  expect(await raised).toMatchObject({
    status: 'error',
    error: { ename: 'KeyError' }
  });
});

test('a cell over its time is interrupted, and says so even when the interrupt ends it with an error', async () => {
  const scene = new Scene();
  const replay = await scene.start();
  const { connection, kernel } = scene;
  const running = replay.run('sleep()', { timeoutMs: 500 });
  connection.hear(kernel.stream('request-1', 'so far'));
  scene.expire();
  expect(connection.interrupts).toBe(1);
  connection.finish(
    'request-1',
    kernel.reply('request-1', 'error', 'KeyboardInterrupt')
  );
  const { outputs, status } = await running;
  expect([status, textOf(outputs)]).toEqual(['timeout', ['stdout: so far']]);
  expect([scene.timers.size, scene.shutDowns]).toEqual([0, []]);
});

test('a cell that ignores the interrupt loses its kernel', async () => {
  const scene = new Scene();
  const replay = await scene.start();
  const running = replay.run('stubborn()', { timeoutMs: 500 });
  scene.expire();
  scene.expire();
  expect((await running).status).toBe('timeout');
  await replay.shutDown();
  expect([scene.shutDowns, scene.ledger.own]).toEqual([['taken-over'], []]);
});

test('a question of the code ends it', async () => {
  const scene = new Scene();
  const replay = await scene.start();
  const running = replay.run('input()', { timeoutMs: null });
  scene.connection.futures[0]!.onStdin();
  expect((await running).status).toBe('input-requested');
  expect(scene.connection.interrupts).toBe(1);
});

test.each([
  ['autorestarting', (c: Connection) => c.statusChanged.emit('autorestarting')],
  ['dead', (c: Connection) => c.statusChanged.emit('dead')],
  [
    'disconnected',
    (c: Connection) => c.connectionStatusChanged.emit('disconnected')
  ],
  ['cancelled', (c: Connection) => c.cancel('request-1')]
])('a kernel that is %s ends what runs', async (_, happen) => {
  const scene = new Scene();
  const replay = await scene.start();
  const running = replay.run('crash()', { timeoutMs: null });
  scene.connection.hear(scene.kernel.stream('request-1', 'last words'));
  happen(scene.connection);
  const { outputs, status } = await running;
  expect([status, textOf(outputs)]).toEqual(['died', ['stdout: last words']]);
});

test('after its end nothing runs any more, and ending twice is ending once', async () => {
  const scene = new Scene();
  const replay = await scene.start();
  const running = replay.run('long()', { timeoutMs: null });
  await Promise.all([replay.shutDown(), replay.shutDown()]);
  expect((await running).status).toBe('died');
  expect((await replay.run('more()', { timeoutMs: null })).status).toBe('died');
  expect([scene.shutDowns, scene.connection.isDisposed]).toEqual([
    ['taken-over'],
    true
  ]);
  expect(scene.connection.requests).toHaveLength(1);
});

test('code of ours leaves no trace and asks nothing', async () => {
  const scene = new Scene();
  const replay = await scene.start();
  void replay.run('ours()', { isSilent: true, timeoutMs: null });
  expect(scene.connection.requests[0]).toMatchObject({
    silent: true,
    store_history: false,
    allow_stdin: false
  });
});

test('a probe tells the environment', async () => {
  const scene = new Scene();
  const { connection, kernel } = scene;
  const replay = await scene.start({
    probe: { source: 'probe()', commId: 'c' },
    limits: { budgetMs: 20 }
  });
  const say = (msgId: string, data: object): void =>
    connection.hear(kernel.iopub(msgId, 'comm_msg', { comm_id: 'c', data }));
  say('before-probe()', {
    v: 1,
    kind: 'hello',
    process: 'p',
    language: '3.11.2',
    packages: []
  });
  const running = replay.run('x = 1', { timeoutMs: null });
  say('request-1', {
    v: 1,
    kind: 'report',
    process: 'p',
    msg: 'request-1',
    ok: true,
    bound: ['x']
  });
  connection.finish('request-1', kernel.reply('request-1', 'ok'));
  expect((await running).status).toBe('ok');
  expect(replay.environment?.languageVersion).toBe('3.11.2');
});
