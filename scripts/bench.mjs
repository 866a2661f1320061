// npm run bench: every bench/*.bench.ts, each in a process of its own, then ui-tests/bench in the browser.
// Arguments choose files by a part of their name.
import './lib/require-node.mjs';

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { ensureNodePackages } from './lib/node-packages.mjs';
import { root } from './lib/places.mjs';
import { foreground, main } from './lib/run.mjs';
import { setUp } from './lib/setup.mjs';
import { runSpecs } from './lib/ui-tests.mjs';

const chosen = process.argv.slice(2);
const lib = name => join(root, 'scripts', 'lib', name);

/** The files of a folder with an ending that were chosen. */
function chosenIn(folder, ending) {
  return readdirSync(join(root, folder))
    .filter(name => ending.test(name))
    .filter(name => chosen.length === 0 || chosen.some(c => name.includes(c)))
    .sort();
}

main(async () => {
  await ensureNodePackages();
  const loader = pathToFileURL(lib('typescript.mjs')).href;
  let status = 0;
  for (const name of chosenIn('bench', /\.bench\.(ts|mjs)$/)) {
    const args = ['--import', loader, lib('bench-file.mjs')];
    const file = join(root, 'bench', name);
    status ||= await foreground(process.execPath, [...args, file]);
  }
  const specs = chosenIn(join('ui-tests', 'bench'), /\.spec\.ts$/);
  if (specs.length > 0) {
    await setUp();
    const outcome = await runSpecs('bench', ['--workers=1', ...specs]);
    status ||= outcome.status;
  }
  return status;
});
