// Brings a checkout to where JupyterLab can start with the extension; does only what is not done yet.

import { bundleCli, isBundled } from './cli.mjs';
import { ensureExtension } from './extension.mjs';
import { ensureNodePackages } from './node-packages.mjs';
import { ensurePackages } from './python.mjs';

/** JupyterLab, a kernel and the example's packages in .venv; the build tools in node_modules; the command line. */
export async function ensureTools() {
  const outcomes = await Promise.allSettled([
    ensurePackages('requirements.txt', 'Installing JupyterLab'),
    ensureNodePackages()
  ]);
  const failed = outcomes.find(({ status }) => status === 'rejected');
  if (failed) {
    throw failed.reason;
  }
  if (!isBundled()) {
    await bundleCli();
  }
}

/** Everything that `npm run lab` needs before it starts the server. */
export async function setUp() {
  await ensureTools();
  await ensureExtension();
}
