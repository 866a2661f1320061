// A kernel behind another one: what is passed on is folded as if it came from the kernel itself.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { languageOf } from '../../languages';
import {
  relayCode,
  relayedRun,
  type IReplayKernel,
  type ReplayedCode
} from '../../replay';
import { startRelayedKernel } from '../relayed-kernel';

/** A helper that prints these lines, one answer for each request. */
class Helper implements IReplayKernel {
  readonly asked: string[] = [];
  shutDowns = 0;

  constructor(
    private readonly _answers: readonly (readonly object[])[],
    private readonly _status: ReplayedCode['status'] = 'ok'
  ) {}

  run(code: string): Promise<ReplayedCode> {
    const lines = this._answers[this.asked.length] ?? [];
    const isFirst = this.asked.length === 0;
    this.asked.push(code);
    const text = lines.map(line => `${JSON.stringify(line)}\n`).join('');
    return Promise.resolve({
      status: isFirst ? 'ok' : this._status,
      outputs: [{ output_type: 'stream', name: 'stdout', text }],
      error: null,
      durationMs: 12
    });
  }

  shutDown(): Promise<void> {
    this.shutDowns += 1;
    return Promise.resolve();
  }
}

const started = [{ started: true }];
const stream = (text: string): object => ({
  type: 'stream',
  content: { name: 'stdout', text }
});

async function ranWith(helper: Helper): Promise<ReplayedCode> {
  const kernel = await startRelayedKernel(helper, {
    python: '/env/bin/python',
    capBytes: 1000,
    probe: null
  });
  if (!kernel.ok) {
    throw new Error(kernel.reason);
  }
  return kernel.value.run('work()', { timeoutMs: null });
}

test('messages become outputs, and the reply decides', async () => {
  const helper = new Helper([
    started,
    [
      stream('gone'),
      { type: 'clear_output', content: { wait: false } },
      stream('a'),
      stream('b'),
      { type: 'error', content: { ename: 'E', evalue: 'v', traceback: [] } },
      { reply: { status: 'error', ename: 'E', evalue: 'v' } }
    ]
  ]);
  expect(await ranWith(helper)).toEqual({
    status: 'error',
    outputs: [
      { output_type: 'stream', name: 'stdout', text: 'ab' },
      { output_type: 'error', ename: 'E', evalue: 'v', traceback: [] }
    ],
    error: { ename: 'E', evalue: 'v' },
    durationMs: 12
  });
});

test.each([
  ['ok', [stream('last words'), { died: true }], 'died'],
  [
    'timeout',
    [stream('last words'), { reply: { status: 'error' } }],
    'timeout'
  ],
  ['died', [stream('last words')], 'died']
] as const)(
  'a helper that ends as %s after %j: the code %s',
  async (status, lines, expected) => {
    const ran = await ranWith(new Helper([started, lines], status));
    expect([ran.status, ran.outputs.length]).toEqual([expected, 1]);
  }
);

test('a kernel that does not start is told of, and its helper ends', async () => {
  const helper = new Helper([[{ failed: 'no such file' }]]);
  const kernel = await startRelayedKernel(helper, {
    python: '/nowhere',
    capBytes: 1000,
    probe: null
  });
  expect(kernel.ok ? '' : kernel.reason).toContain('no such file');
  expect(helper.shutDowns).toBe(1);
});

test('the probe of a real kernel behind a relay tells its environment and its numbers', async () => {
  const python = join(__dirname, '..', '..', '..', '.venv', 'bin', 'python');
  const probe = languageOf('python')!.probe!;
  const code = [
    relayCode(python),
    relayedRun(probe.source, true),
    relayedRun('loss = 0.25\nname = "x"\nprint(loss)', false)
  ].join('\n');
  const ran = spawnSync(python, ['-'], { input: code, encoding: 'utf8' });
  // Each answer ends with a line that is no message.
  const answers: object[][] = [[]];
  for (const line of ran.stdout.trim().split('\n')) {
    const told = JSON.parse(line) as object;
    answers[answers.length - 1]?.push(told);
    if (!('type' in told)) {
      answers.push([]);
    }
  }
  const kernel = await startRelayedKernel(new Helper(answers), {
    python,
    capBytes: 1000,
    probe: { probe, limits: { budgetMs: 200 } }
  });
  if (!kernel.ok) {
    throw new Error(kernel.reason);
  }
  expect(kernel.value.environment).toMatchObject({
    implementation: 'CPython',
    environmentId: expect.any(String)
  });
  expect(await kernel.value.run('work()', { timeoutMs: null })).toMatchObject({
    status: 'ok',
    outputs: [{ output_type: 'stream', name: 'stdout', text: '0.25\n' }],
    scalars: { loss: 0.25 }
  });
});
