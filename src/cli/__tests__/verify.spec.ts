// `retrace verify` with real kernels: what it says, how it ends, and that nothing of it stays behind.
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';

import { retraceLater, savedNotebook, type SavedCell } from './terminal';

const root = join(__dirname, '..', '..', '..');
const interpreter = join(root, '.venv', 'bin', 'python');
const launcher = join(root, 'bin', 'retrace.mjs');
const hasKernel =
  existsSync(interpreter) &&
  spawnSync(interpreter, ['-c', 'import ipykernel, jupyter_client']).status ===
    0;
// The set-up makes the environment; unit tests alone also run where it was not made.
const inKernel = hasKernel ? describe : describe.skip;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'retrace-verify-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const environment = { ...process.env, RETRACE_PYTHON: interpreter };

function save(name: string, content: unknown): string {
  const path = join(folder, name);
  const isBytes = content instanceof Uint8Array;
  writeFileSync(path, isBytes ? content : JSON.stringify(content));
  return path;
}

function verify(...args: readonly string[]) {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [launcher, 'verify', ...args],
    { encoding: 'utf8', env: environment }
  );
  return { code: status, out: stdout, err: stderr };
}

/** What a display shows, as a notebook has it. */
const shown = (text: string) => ({
  output_type: 'display_data',
  data: { 'text/plain': text },
  metadata: {}
});

const notebook = (cells: readonly SavedCell[]) =>
  save(
    'a.ipynb',
    savedNotebook(cells.map((cell, at) => ({ count: at + 1, ...cell })))
  );

inKernel('a notebook', () => {
  test('is proven by what it shows, in a copy of its folder', () => {
    writeFileSync(join(folder, 'data.txt'), '7');
    const path = notebook([
      {
        source:
          'n = int(open("data.txt").read())\nopen("data.txt", "w").write("8")',
        outputs: [result('1')]
      },
      {
        source:
          'import os\nos.makedirs("out")\nprint(n, {"b", "a"}, object(), os.getcwd())',
        stdout: `7 {'a', 'b'} <object object at 0x7f3a5c0b9d90> ${folder}\n`
      },
      {
        source:
          'from IPython.display import display, clear_output\nh = display(1, display_id=True)\nh.update(2)',
        outputs: [
          {
            output_type: 'display_data',
            data: { 'text/plain': '2' },
            metadata: {}
          }
        ]
      },
      {
        source:
          'for i in range(3):\n    print(i)\n    clear_output(wait=True)\nprint("end")',
        stdout: 'end\n'
      },
      {
        source: '1/0',
        outputs: [
          {
            output_type: 'error',
            ename: 'ZeroDivisionError',
            evalue: 'division by zero',
            traceback: ['x']
          }
        ]
      }
    ]);
    const { code, out } = verify(path);
    expect(out).toContain(
      '5 of 5 came out again (3 identical, 2 equivalent); CPython 3.'
    );
    expect(out).toMatch(
      /^same +cell\[1\] +import os .*\((?:memory-address, )(?:set-order, )?temporary-path\)$/m
    );
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'data.txt'), 'utf8')).toBe('7');
    expect(readdirSync(folder).sort()).toEqual(['a.ipynb', 'data.txt']);
  });

  test('that differs tells where, goes on, and names what contradicts the forecast', () => {
    const path = notebook([
      { source: 'print(1)', stdout: '2\n' },
      { source: 'import nowhere', id: 'b' },
      { source: 'print(3)', stdout: '3\n' },
      { source: 'x = input()', stdout: 'a' }
    ]);
    const { code, out } = verify(path, '--json');
    const proof = JSON.parse(out);
    expect(
      proof.outcomes.map(({ verdict }: { verdict: string }) => verdict)
    ).toEqual(['different', 'error', 'identical', 'error']);
    expect(proof.outcomes[1].detail).toBe(
      'Cell[1] imports nowhere, which is not installed here.'
    );
    expect(proof.stop.kind).toBe('input-requested');
    expect(proof.disagreements[0]).toEqual({
      cellId: 'cell-0',
      forecast: 'same',
      proof: 'different',
      kind: 'missed'
    });
    expect(code).toBe(2);
  });

  test('counts a display as cells further down left it', () => {
    const path = notebook([
      {
        source:
          'from IPython.display import display\nbar = display(0, display_id=True)',
        outputs: [shown('2')]
      },
      { source: 'bar.update(1)' },
      { source: 'bar.update(2)' }
    ]);
    expect(verify(path, '--in-place')).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 of 1 came out again')
    });
  });

  test('counts an update for the cell that showed the id first, too', () => {
    const path = notebook([
      {
        source:
          'from IPython.display import display\nbar = display(0, display_id=True)',
        outputs: [shown('2')]
      },
      { source: 'bar.display(1)\nbar.update(2)', outputs: [shown('2')] }
    ]);
    expect(verify(path, '--in-place')).toMatchObject({
      code: 0,
      out: expect.stringContaining('2 of 2 came out again')
    });
  });

  test('that takes too long is stopped', () => {
    const path = notebook([{ source: 'while True: pass', stdout: 'a' }]);
    const { code, out } = verify(path, '--timeout', '0.5');
    expect(out).toContain(
      'Stopped: Cell[0] took longer than 0.5 seconds and was interrupted.'
    );
    expect(code).toBe(2);
  });

  test('leaves no process behind when the user interrupts it', async () => {
    const mark = join(folder, 'pids');
    const path = notebook([
      {
        source: `import os, time\nopen(${JSON.stringify(mark)} + ".part", "w").write(f"{os.getpid()} {os.getppid()}")\nos.rename(${JSON.stringify(mark)} + ".part", ${JSON.stringify(mark)})\ntime.sleep(600)`,
        stdout: 'a'
      }
    ]);
    const child = spawn(
      process.execPath,
      [launcher, 'verify', '--in-place', path],
      { env: environment }
    );
    const ended = new Promise<number | null>(resolve => {
      child.on('close', resolve);
    });
    while (!existsSync(mark)) {
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    child.kill('SIGINT');
    expect(await ended).toBe(2);
    const pids = readFileSync(mark, 'utf8').split(' ').map(Number);
    expect(pids.filter(isAlive)).toEqual([]);
  });
});

const SOURCES = ['x = 1', 'x = x + 1', 'print(x)', 'print("other")'];
const SHOWN = [null, null, '2\n', 'other\n'];

/** A run that the document has been edited since. */
const HISTORY = {
  format: 'retrace-history',
  version: 1,
  notebook: {
    path: 'a.ipynb',
    cells: SOURCES.map((source, at) => ({
      id: `c${at}`,
      type: 'code',
      source: at === 0 ? 'x = 5' : source
    }))
  },
  runs: [
    {
      kernel: { name: 'gone', language: 'python' },
      startedAt: null,
      executions: SOURCES.map((source, at) => ({
        sequence: at + 1,
        cellId: `c${at}`,
        cellIndex: at,
        executionCount: at + 1,
        source,
        status: 'ok',
        startedAt: null,
        finishedAt: null,
        outputs:
          SHOWN[at] === null
            ? []
            : [{ output_type: 'stream', name: 'stdout', text: SHOWN[at] }],
        report: null
      }))
    }
  ]
};

inKernel('a history file', () => {
  test('is replayed as it ran, and as the document stands', () => {
    const path = save('history.json', HISTORY);
    expect(verify(path, '--in-place')).toMatchObject({
      code: 0,
      err: expect.stringContaining('“python3” is used in its place'),
      out: expect.stringContaining('2 of 2 came out again')
    });
    const document = verify(path, '--in-place', '--document');
    expect(document.out).toContain('“2” is “6” now.');
    expect(document.code).toBe(1);
  });

  test.each([
    ['lost', { outputs: null }],
    ['not all seen', { outputsArePartial: true }]
  ])('of which outputs are %s is not proven', (_, change) => {
    const [run] = HISTORY.runs;
    const executions = run?.executions.map((one, at) =>
      at === 1 ? { ...one, ...change } : one
    );
    const path = save('lost.json', {
      ...HISTORY,
      runs: [{ ...run, executions }]
    });
    expect(verify(path, '--in-place')).toMatchObject({
      code: 1,
      out: expect.stringContaining('2 of 3 came out again')
    });
  });

  test('without places of cells calls each by the number of its execution', () => {
    const [run] = HISTORY.runs;
    const executions = run?.executions.map(({ cellIndex: _, ...one }, at) => ({
      ...one,
      source: at === 2 ? 'print(x + 1)\n1 / 0' : one.source
    }));
    const path = save('placeless.json', {
      ...HISTORY,
      runs: [{ ...run, executions }]
    });
    const { out } = verify(path, '--in-place');
    expect(out).toMatch(/^ERROR +execution 3 +print\(x \+ 1\)/m);
    expect(out).toContain('Execution 3 raised ZeroDivisionError');
    expect(out).toMatch(/^same +execution 4 +print\("other"\)/m);
  });

  test('in a bundle runs beside the data of the bundle', () => {
    const text = JSON.stringify(HISTORY).replace(
      /print\(x\)/g,
      'print(open(\\"d.txt\\").read())'
    );
    const bundle = zipSync({
      'run.json': Buffer.from(text),
      'work/d.txt': Buffer.from('2')
    });
    expect(verify(save('b.zip', bundle))).toMatchObject({
      code: 0,
      out: expect.stringContaining('2 of 2 came out again')
    });
  });
});

function result(text: string) {
  return {
    output_type: 'execute_result',
    data: { 'text/plain': text },
    metadata: {},
    execution_count: 1
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test.each<[string, readonly string[], string]>([
  ['no file', [], 'One file is wanted'],
  ['two files', ['a', 'b'], 'One file is wanted'],
  ['no such file', ['nowhere.ipynb'], 'nowhere.ipynb: There is no such file'],
  ['no such option', ['--fast', 'a'], 'Unknown option'],
  ['repeats', ['--repeat', '0', 'a'], 'is not a number of repeats'],
  ['seconds', ['--timeout', '0', 'a'], 'is not a number of seconds'],
  ['policy', ['--on-error', 'x', 'a'], 'is one of stop, skip, go-on'],
  ['run', ['--run', 'x', 'a'], 'is not the number of a run'],
  ['no archive', ['nowhere.zip'], 'There is no such file'],
  ['no such run', ['--run', '7', 'h'], 'There is no run 7; there are 1'],
  ['no such cell', ['--target', 'z', 'h'], 'The cell “z” has not run'],
  [
    'no Python',
    ['--python', '/nowhere', 'h'],
    'could not be started; install it'
  ],
  ['no copy', ['b'], 'cannot be made in bash; use --in-place']
])('%s is refused with a sentence', async (_, args, reason) => {
  const b = savedNotebook([], {
    metadata: { kernelspec: { name: 'bash', language: 'bash' } }
  });
  const { code, err } = await retraceLater(['verify', ...args], {
    h: HISTORY,
    b
  });
  expect(err).toContain(reason);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(2);
});

test.each([
  ['no bundle', zipSync({ a: Buffer.from('') }), 'it has no run.json'],
  [
    'an entry that leads out',
    zipSync({ 'run.json': Buffer.from('{}'), 'work/../../x': Buffer.from('') }),
    'leads out of its folder'
  ],
  ['no archive', Buffer.from('PK'), 'could not be read'],
  ['a damaged record', zipSync({ 'run.json': Buffer.from('{') }), 'not JSON'],
  [
    'a file and a folder of one name',
    zipSync({
      'run.json': Buffer.from('{}'),
      'work/a': Buffer.from(''),
      'work/a/b': Buffer.from('')
    }),
    'The archive could not be unpacked'
  ],
  [
    'a folder and a file of one name',
    zipSync({
      'run.json': Buffer.from('{}'),
      'work/a/b': Buffer.from(''),
      'work/a': Buffer.from('')
    }),
    'The archive could not be unpacked'
  ]
])('an archive that is %s is refused', async (_, bytes, reason) => {
  const place = mkdtempSync(join(tmpdir(), 'retrace-unpack-'));
  const usual = process.env.TMPDIR;
  process.env.TMPDIR = place;
  const { code, err } = await retraceLater(['verify', 'b.zip'], {
    'b.zip': bytes
  });
  if (usual === undefined) {
    delete process.env.TMPDIR;
  } else {
    process.env.TMPDIR = usual;
  }
  expect(readdirSync(place)).toEqual([]);
  rmSync(place, { recursive: true });
  expect(err).toContain(reason);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(2);
});
