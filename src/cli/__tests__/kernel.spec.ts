// The command line as others use it: its probe in a real kernel, what it reports in a history file, that file back in.
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Message = [
  channel: string,
  type: string,
  content: { readonly [name: string]: unknown }
];

type Run = readonly [cellId: string, source: string];

const root = join(__dirname, '..', '..', '..');
const interpreter = join(root, '.venv', 'bin', 'python');
const hasKernel =
  existsSync(interpreter) &&
  spawnSync(interpreter, ['-c', 'import ipykernel, jupyter_client']).status ===
    0;
// The set-up makes the environment; unit tests alone also run where it was not made.
const inKernel = hasKernel ? describe : describe.skip;

const folder = mkdtempSync(join(tmpdir(), 'retrace-cli-'));

afterAll(() => rmSync(folder, { recursive: true }));

function retrace(...args: readonly string[]) {
  const launcher = join(root, 'bin', 'retrace.mjs');
  return spawnSync(process.execPath, [launcher, ...args], { encoding: 'utf8' });
}

/** Runs cells in one kernel that has the probe; gives the messages of the installation and of each cell. */
function session(runs: readonly Run[]): Message[][] {
  const script = join(root, 'src', 'testing', 'probe_session.py');
  const install = { code: retrace('probe', 'python').stdout, silent: true };
  const cells = [install, ...runs.map(([cellId, code]) => ({ cellId, code }))];
  const { status, stdout } = spawnSync(interpreter, [script], {
    input: JSON.stringify({ cells }),
    encoding: 'utf8',
    maxBuffer: 1 << 28
  });
  expect(status).toBe(0);
  return JSON.parse(stdout) as Message[][];
}

function contentsOf(messages: readonly Message[], ...types: readonly string[]) {
  return messages.flatMap(([, type, content]) =>
    types.includes(type) ? [{ output_type: type, ...content }] : []
  );
}

function dataOf(messages: readonly Message[]): unknown {
  const comms = contentsOf(messages, 'comm_msg', 'comm_open') as {
    data?: { kind?: unknown };
  }[];
  // What the probe learns beside the cells may come first.
  return comms.find(({ data }) => /^(hello|report)$/.test(String(data?.kind)))
    ?.data;
}

/** What a headless runner writes: nothing but what the format asks for. */
function historyOf(
  runs: readonly Run[],
  document: readonly Run[],
  hasReports: boolean
): string {
  const [installed = [], ...ran] = session(runs);
  const executions = ran.map((messages, index) => {
    const [cellId, source] = runs[index]!;
    const [reply] = contentsOf(messages, 'execute_reply') as {
      status?: string;
      execution_count?: number;
    }[];
    return {
      sequence: index + 1,
      cellId,
      executionCount: reply?.execution_count,
      source,
      status: reply?.status,
      outputs: contentsOf(
        messages,
        'stream',
        'display_data',
        'execute_result',
        'error'
      ),
      ...(hasReports ? { report: dataOf(messages) } : {})
    };
  });
  const path = join(folder, `${hasReports ? 'with' : 'without'}.json`);
  const file = {
    format: 'retrace-history',
    version: 1,
    notebook: {
      path: 'nb.ipynb',
      cells: document.map(([id, source]) => ({ id, type: 'code', source }))
    },
    runs: [
      {
        kernel: { name: 'python3', language: 'python' },
        environment: dataOf(installed),
        executions
      }
    ]
  };
  writeFileSync(path, JSON.stringify(file));
  return path;
}

inKernel('a history from a real kernel', () => {
  const document: readonly Run[] = [
    ['a', 'xs = [1]'],
    ['b', 'xs.append(2)'],
    ['c', 'print(xs)'],
    ['d', 'other = 1'],
    ['e', 'print("alone")']
  ];
  const order = ['a', 'b', 'b', 'c', 'd', 'e'];
  const runs = order.map(id => document.find(([cellId]) => cellId === id)!);

  it.each([true, false])(
    'is judged and sliced, with reports (%s) and without',
    hasReports => {
      const path = historyOf(runs, document, hasReports);

      const checked = retrace('check', '--json', path);
      expect(checked.stderr).toBe('');
      expect(checked.status).toBe(1);
      const { cells, summary } = JSON.parse(checked.stdout);
      expect(
        cells.map((cell: { cellId: string; verdict: string }) => [
          cell.cellId,
          cell.verdict
        ])
      ).toEqual([
        ['a', 'same'],
        ['b', 'differs'],
        ['c', 'differs'],
        ['d', 'same'],
        ['e', 'same']
      ]);
      expect(summary.notes).toEqual([]);

      const sliced = retrace('slice', path, '--target', 'c', '--format', 'py');
      const script = join(folder, 'slice.py');
      writeFileSync(script, sliced.stdout);
      const { stdout } = spawnSync(interpreter, [script], { encoding: 'utf8' });
      expect(stdout).toBe('[1, 2, 2]\n');
      expect(sliced.stdout).not.toContain('other = 1');

      const piped = spawnSync(interpreter, ['-'], {
        input: sliced.stdout,
        encoding: 'utf8'
      });
      expect(piped.stdout).toBe('[1, 2, 2]\n');
    }
  );

  it('gives a notebook that nbformat accepts', () => {
    const path = historyOf(runs, document, true);
    const { stdout } = retrace(
      'slice',
      path,
      '--target',
      'c',
      '--format',
      'ipynb'
    );
    const check =
      'import sys, nbformat; nbformat.validate(nbformat.reads(sys.stdin.read(), 4))';
    const { status, stderr } = spawnSync(interpreter, ['-c', check], {
      input: stdout,
      encoding: 'utf8'
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('the launcher', () => {
  it('passes on what the command line says and its exit code', () => {
    const { status, stderr, stdout } = retrace('check', join(folder, 'none'));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('There is no such file.');
  });

  it('reads standard input', () => {
    const launcher = join(root, 'bin', 'retrace.mjs');
    const { status, stdout } = spawnSync(
      process.execPath,
      [launcher, 'check', '-'],
      {
        input: JSON.stringify({ nbformat: 4, metadata: {}, cells: [] }),
        encoding: 'utf8'
      }
    );
    expect(status).toBe(0);
    expect(stdout).toContain('<stdin>: ');
  });

  it('prints the probe as the extension sends it', () => {
    expect(retrace('probe', 'python').stdout).not.toMatch(/\n$/);
  });
});

const withFull = existsSync('/dev/full') ? test : test.skip;

withFull('a disk that is full is told, and is no success', () => {
  const full = openSync('/dev/full', 'w');
  const launcher = join(root, 'bin', 'retrace.mjs');
  const { status, stderr } = spawnSync(
    process.execPath,
    [launcher, 'probe', 'python'],
    { encoding: 'utf8', stdio: ['ignore', full, 'pipe'] }
  );
  closeSync(full);
  expect([status, stderr]).toEqual([
    2,
    'retrace: The disk is full, so not all was written.\n'
  ]);
});
