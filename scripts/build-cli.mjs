// npm run build:cli: bundles the command line. With `--if-possible` it says why not and succeeds where it cannot.
import './lib/require-node.mjs';

import { bundleCli, hasBundler } from './lib/cli.mjs';
import { main, Stop } from './lib/run.mjs';

main(async () => {
  if (hasBundler()) {
    await bundleCli();
    return;
  }
  const reason = 'The command line was not bundled: @rspack/core is missing.';
  if (!process.argv.includes('--if-possible')) {
    throw new Stop(reason);
  }
  console.log(reason);
});
