// npm run test:ui: the tests in the browser alone. Arguments go on to Playwright: `-- smoke`, `-- --grep flags`.
import './lib/require-node.mjs';

import { ensureOtherKernels } from './lib/other-kernels.mjs';
import { main } from './lib/run.mjs';
import { setUp } from './lib/setup.mjs';
import { runSpecs } from './lib/ui-tests.mjs';

main(async () => {
  await setUp();
  await ensureOtherKernels();
  const { status } = await runSpecs('tests', process.argv.slice(2));
  return status;
});
