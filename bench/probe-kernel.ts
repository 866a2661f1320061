// Kernels for the benches of the probe, cell by cell in turns: bare, with the probe, and, where there is one, ipyflow's own.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { languages } from '../src/languages';

const root = process.cwd();
const ownPython = join(root, '.venv', 'bin', 'python');

const probeOf = (language: string): string =>
  languages.find(({ id }) => id === language)?.probe?.source ?? '';

const probe = probeOf('python');

/** Python that sends a message of a small report's size after each cell, by ipykernel's own way: whatever reports on a cell takes as much. */
const messageAlone = `def _begin():
    from comm import create_comm
    comm, report = create_comm(target_name="message-alone", primary=False), {"part%d" % n: [] for n in range(48)}
    get_ipython().events.register("post_run_cell", lambda result: comm.send(report))
_begin()
del _begin`;

/** What one kernel took for a cell once, in milliseconds; the processor time is that of its whole process. */
type Taken = readonly [wall: number, processor: number];

/** Whether a Python can import modules. */
export function canImport(python: string, modules: string): boolean {
  return spawnSync(python, ['-c', `import ${modules}`]).status === 0;
}

/** A Python with ipyflow is named by RETRACE_IPYFLOW_PYTHON; null when there is none. */
function ipyflowPython(): string | null {
  const python = process.env.RETRACE_IPYFLOW_PYTHON ?? '';
  return existsSync(python) && canImport(python, 'ipyflow, jupyter_client')
    ? python
    : null;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

/** Medians of one kind of time over the rounds: of the kernel itself, and beside the bare one of the same round. */
function columns(
  name: string,
  rounds: readonly (readonly [bare: number, own: number])[]
): { readonly [column: string]: number } {
  const show = (values: readonly number[], digits: number): number =>
    Number(median(values).toFixed(digits));
  return {
    [`${name} ms`]: show(
      rounds.map(([, own]) => own),
      1
    ),
    [`added ${name} ms`]: show(
      rounds.map(([bare, own]) => own - bare),
      2
    ),
    [`${name} ratio`]: show(
      rounds.map(([bare, own]) => own / bare),
      3
    )
  };
}

/** Runs cells in kernels by turns. */
function inKernels(
  python: string,
  kernels: readonly object[],
  work: {
    readonly before: readonly string[];
    readonly cells: readonly string[];
    readonly rounds: number;
  }
): readonly (readonly (readonly Taken[])[])[] {
  const { stdout, stderr, status } = spawnSync(
    python,
    [join(root, 'bench', 'probe_pairs.py')],
    {
      input: JSON.stringify({ kernels, ...work }),
      encoding: 'utf8',
      maxBuffer: 1 << 28
    }
  );
  if (status !== 0) {
    throw new Error(stderr);
  }
  return JSON.parse(stdout) as Taken[][][];
}

function line(rounds: readonly (readonly Taken[])[], kernel: number): object {
  const pairs = (kind: 0 | 1) =>
    rounds.map(
      round => [round[0]?.[kind] ?? NaN, round[kernel]?.[kind] ?? NaN] as const
    );
  return { ...columns('wall', pairs(0)), ...columns('processor', pairs(1)) };
}

const kernelOf = (python: string, install: string | null, module: string) => ({
  argv: [python, '-m', module, '-f', '{connection_file}'],
  install
});

const kernelOfR = (install: string | null) => ({
  argv: [
    'R',
    '--slave',
    '-e',
    'IRkernel::main()',
    '--args',
    '{connection_file}'
  ],
  install
});

/** How many kernels of each kind: two of one kind differ by a third of a millisecond, as their memory lies elsewhere. */
const COPIES = 3;

/** What kernels of each kind took on average, of what all of them took, kind after kind. */
function ofEachKind(taken: readonly Taken[], kinds: number): readonly Taken[] {
  const mean = (kind: number, time: 0 | 1): number =>
    taken.reduce(
      (sum, own, index) => (index % kinds === kind ? sum + own[time] : sum),
      0
    ) / COPIES;
  return Array.from({ length: kinds }, (_, kind) => [
    mean(kind, 0),
    mean(kind, 1)
  ]);
}

/** One line for each kind of kernel: the same cell, again and again, after the same cells. */
export function kernelLines(
  before: readonly string[],
  cell: string,
  rounds: number
): readonly object[] {
  const ipyflow = ipyflowPython();
  if (ipyflow === null) {
    process.stdout.write(
      'ipyflow is not measured: RETRACE_IPYFLOW_PYTHON names no Python that has it.\n'
    );
  }
  const kernels = [
    kernelOf(ownPython, null, 'ipykernel_launcher'),
    kernelOf(ownPython, probe, 'ipykernel_launcher'),
    kernelOf(ownPython, messageAlone, 'ipykernel_launcher'),
    ...(ipyflow === null ? [] : [kernelOf(ipyflow, null, 'ipyflow.kernel')])
  ];
  const all = Array.from({ length: COPIES }, () => kernels).flat();
  const [found = []] = inKernels(ownPython, all, {
    before,
    cells: [cell],
    rounds
  });
  const rows = found.map(round => ofEachKind(round, kernels.length));
  const names = [
    'without the probe',
    'with the probe',
    'with a message alone',
    'ipyflow'
  ];
  return kernels.map((_, index) => ({
    kernel: names[index],
    ...line(rows, index)
  }));
}

/** One line for each cell of a notebook: what it takes with the probe, beside a kernel without. */
export function notebookLines(
  python: string,
  cells: readonly string[],
  rounds: number
): readonly object[] {
  const kernels = [null, probe].map(install =>
    kernelOf(python, install, 'ipykernel_launcher')
  );
  return inKernels(python, kernels, { before: [], cells, rounds }).map(
    (found, index) => ({
      cell: cells[index]?.replace(/\s+/g, ' ').slice(0, 40),
      ...line(found, 1)
    })
  );
}

/** One line for each cell of R: what it takes with the probe, beside a kernel without, after the same cells. */
export function linesOfR(
  before: readonly string[],
  cells: readonly string[],
  rounds: number
): readonly object[] {
  const pair = [null, probeOf('r')].map(kernelOfR);
  const all = Array.from({ length: COPIES }, () => pair).flat();
  const found = inKernels(ownPython, all, { before, cells, rounds });
  return found.map((taken, index) => ({
    cell: cells[index]?.replace(/\s+/g, ' ').slice(0, 40),
    ...line(
      taken.map(round => ofEachKind(round, pair.length)),
      1
    )
  }));
}

/** Whether IRkernel is here. */
export function hasR(): boolean {
  return spawnSync('R', ['--slave', '-e', 'library(IRkernel)']).status === 0;
}
