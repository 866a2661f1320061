// Kernels for the benches of the probe: bare, with the probe, and, where there is one, ipyflow's own.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { languages } from '../src/languages';

const root = process.cwd();
const ownPython = join(root, '.venv', 'bin', 'python');
const probe = languages.find(({ id }) => id === 'python')?.probe?.source ?? '';

/** A Python with ipyflow is named by RETRACE_IPYFLOW_PYTHON; null when there is none. */
function ipyflowPython(): string | null {
  const python = process.env.RETRACE_IPYFLOW_PYTHON ?? '';
  const found =
    existsSync(python) &&
    spawnSync(python, ['-c', 'import ipyflow, jupyter_client']).status === 0;
  return found ? python : null;
}

/** Starts a kernel, runs the cells in it, and gives the run of one more cell. */
async function kernelOf(
  python: string,
  name: string,
  cells: readonly string[],
  cell: string
): Promise<() => Promise<void>> {
  const script = join(root, 'bench', 'probe_kernel.py');
  const child = spawn(python, [script, name], {
    stdio: ['pipe', 'pipe', 'ignore']
  });
  const lines = createInterface({ input: child.stdout })[
    Symbol.asyncIterator
  ]();
  const run = async (code: string, silent = false): Promise<void> => {
    // The kernel keeps this process alive only while an answer is due.
    child.ref();
    (child.stdout as unknown as { ref(): void }).ref();
    child.stdin.write(`${JSON.stringify({ code, silent })}\n`);
    const { value } = await lines.next();
    (child.stdout as unknown as { unref(): void }).unref();
    child.unref();
    if (value !== 'ok') {
      throw new Error(`A cell failed: ${String(value)}`);
    }
  };
  if (name === 'probe') {
    await run(probe, true);
  }
  for (const code of cells) {
    await run(code);
  }
  return () => run(cell);
}

/** The cases of one bench: the same cell, after the same cells, in each kind of kernel. */
export function kernelCases(
  cells: readonly string[],
  cell: string
): { [name: string]: () => Promise<() => Promise<void>> } {
  const ipyflow = ipyflowPython();
  if (ipyflow === null) {
    process.stdout.write(
      'ipyflow is not measured: RETRACE_IPYFLOW_PYTHON names no Python that has it.\n'
    );
  }
  return {
    'without the probe': () => kernelOf(ownPython, 'bare', cells, cell),
    'with the probe': () => kernelOf(ownPython, 'probe', cells, cell),
    ...(ipyflow !== null && {
      ipyflow: () => kernelOf(ipyflow, 'ipyflow', cells, cell)
    })
  };
}
