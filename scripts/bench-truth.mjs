// npm run bench:truth: the forecast against what real kernels do. `--help` lists the options.
import './lib/require-node.mjs';

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { ensureNodePackages } from './lib/node-packages.mjs';
import { ensureR } from './lib/other-kernels.mjs';
import { root } from './lib/places.mjs';
import { ensurePackages } from './lib/python.mjs';
import { foreground, main, Stop } from './lib/run.mjs';

main(async () => {
  if (process.platform === 'win32') {
    throw new Stop('Kernels are forked here, which Windows cannot do.');
  }
  await ensureNodePackages();
  await ensurePackages('requirements.txt', 'Installing JupyterLab');
  if (process.argv.slice(2).some(arg => /^(--language=)?r$|\.R$/.test(arg))) {
    await ensureR();
  }
  const loader = join(root, 'scripts', 'lib', 'typescript.mjs');
  const program = join(root, 'bench', 'truth', 'main.ts');
  return foreground(process.execPath, [
    '--import',
    pathToFileURL(loader).href,
    program,
    ...process.argv.slice(2)
  ]);
});
