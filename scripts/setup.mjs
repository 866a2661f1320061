// npm run setup: JupyterLab in .venv, the build tools, the extension built and installed.
import './lib/require-node.mjs';

import { main } from './lib/run.mjs';
import { setUp } from './lib/setup.mjs';

main(async () => {
  await setUp();
  console.log('Ready: `npm run lab` starts JupyterLab.');
});
