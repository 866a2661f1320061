#!/usr/bin/env node
// Starts the command line. In a checkout it bundles it first, when the sources are newer than the bundle.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const WANTED = 20;
const major = Number(process.versions.node.split('.')[0]);
const bundle = new URL('../lib/retrace.cjs', import.meta.url);
const builder = new URL('../scripts/lib/cli.mjs', import.meta.url);
const manifest = new URL('../package.json', import.meta.url);

/** Says in one sentence why nothing can be done. */
function stop(reason) {
  process.stderr.write(`retrace: ${reason}\n`);
  process.exitCode = 2;
}

/** Sees to it that the bundle is there and as the sources are; gives the reason where it cannot. */
async function prepare() {
  if (existsSync(builder)) {
    const { bundleCli, hasBundler, isBundled } = await import(builder.href);
    if (hasBundler()) {
      try {
        if (!isBundled()) {
          await bundleCli();
        }
      } catch (error) {
        return `The command line could not be bundled: ${error.message}`;
      }
    }
  }
  return existsSync(bundle)
    ? null
    : 'The command line is not built; run “npm ci” in the checkout first.';
}

if (major < WANTED) {
  stop(
    `Node ${WANTED} or newer is needed; this is Node ${process.versions.node}.`
  );
} else {
  const reason = await prepare();
  if (reason === null) {
    const { start } = createRequire(import.meta.url)(fileURLToPath(bundle));
    const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
    process.exitCode = await start(process.argv.slice(2), version);
  } else {
    stop(reason);
  }
}
