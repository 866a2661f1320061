// npm run bench: every bench/*.bench.ts, each in a process of its own. Arguments choose files by a part of their name.
import './lib/require-node.mjs';

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { ensureNodePackages } from './lib/node-packages.mjs';
import { root } from './lib/places.mjs';
import { foreground, main } from './lib/run.mjs';

const folder = join(root, 'bench');
const chosen = process.argv.slice(2);
const lib = name => join(root, 'scripts', 'lib', name);

main(async () => {
  await ensureNodePackages();
  const files = readdirSync(folder)
    .filter(name => /\.bench\.(ts|mjs)$/.test(name))
    .filter(name => chosen.length === 0 || chosen.some(c => name.includes(c)));
  let status = 0;
  for (const name of files.sort()) {
    const loader = pathToFileURL(lib('typescript.mjs')).href;
    const args = ['--import', loader, lib('bench-file.mjs')];
    const code = await foreground(process.execPath, [
      ...args,
      join(folder, name)
    ]);
    status = status || code;
  }
  return status;
});
