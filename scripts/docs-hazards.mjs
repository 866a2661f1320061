// npm run docs:hazards: writes the pages about hazards from the files of the rules.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { hazardPages } from './lib/hazard-pages.mjs';
import { root } from './lib/places.mjs';

for (const [path, text] of await hazardPages(root)) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
