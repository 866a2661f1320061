// npm run bench:exports: exports of drawn sessions against what was recorded. `--help` lists the options.
import './lib/require-node.mjs';

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { ensureNodePackages } from './lib/node-packages.mjs';
import { root } from './lib/places.mjs';
import { ensurePackages } from './lib/python.mjs';
import { foreground, main, Stop } from './lib/run.mjs';

main(async () => {
  if (process.platform === 'win32') {
    throw new Stop('Kernels are forked here, which Windows cannot do.');
  }
  await ensureNodePackages();
  await ensurePackages('requirements.txt', 'Installing JupyterLab');
  const loader = join(root, 'scripts', 'lib', 'typescript.mjs');
  const program = join(root, 'bench', 'exports', 'main.ts');
  return foreground(process.execPath, [
    '--import',
    pathToFileURL(loader).href,
    program,
    ...process.argv.slice(2)
  ]);
});
