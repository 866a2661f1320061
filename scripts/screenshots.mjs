// npm run screenshots: takes the pictures of docs/images from the real thing. Arguments go on to Playwright.
import './lib/require-node.mjs';

import { main } from './lib/run.mjs';
import { setUp } from './lib/setup.mjs';
import { runSpecs } from './lib/ui-tests.mjs';

main(async () => {
  await setUp();
  const { status } = await runSpecs('screenshots', process.argv.slice(2));
  return status;
});
