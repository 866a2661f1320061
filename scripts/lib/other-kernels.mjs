// Kernels of other languages, which the tests run cells in: R from Debian's packages, Bash from Python's.

import { existsSync } from 'node:fs';
import { join } from 'node:path';

import * as debian from './debian.mjs';
import { pythonOf, venv } from './places.mjs';
import { ensurePackages } from './python.mjs';
import { capture, run } from './run.mjs';

async function hasR() {
  const { status } = await capture('Rscript', ['-e', 'library(IRkernel)']);
  return status === 0;
}

/** Installs R with its kernel where both can be had. */
export async function ensureR() {
  if (!(await hasR()) && debian.canInstall()) {
    await debian.install(['r-cran-irkernel']);
  }
}

/** Sees to it that there is a Bash kernel, and one of R where it can be had; tests say what they skip without it. */
export async function ensureOtherKernels() {
  await ensurePackages('requirements-test.txt', 'Installing test packages');
  if (!existsSync(join(venv, 'share', 'jupyter', 'kernels', 'bash'))) {
    const args = ['-m', 'bash_kernel.install', '--sys-prefix'];
    await run('Installing the Bash kernel', pythonOf(venv), args);
  }
  await ensureR();
}
