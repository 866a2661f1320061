// Builds sdist and wheel in a place of their own and checks what they carry.
import './lib/require-node.mjs';

import { checkPackage } from './lib/package.mjs';
import { main } from './lib/run.mjs';
import { ensureTools } from './lib/setup.mjs';

main(async () => {
  await ensureTools();
  await checkPackage();
  console.log('The Python package is complete.');
});
