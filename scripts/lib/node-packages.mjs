// Installs what package-lock.json lists, when node_modules holds anything else.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './places.mjs';
import { npm, run } from './run.mjs';

/** The packages that a lock file lists, by their place. */
function packagesOf(path) {
  return existsSync(path)
    ? JSON.parse(readFileSync(path, 'utf8')).packages
    : null;
}

/** Whether a package may be absent, because it is for another platform or an extra. */
function isOptional(entry) {
  return Boolean(entry.optional || entry.devOptional || entry.peer);
}

/** Whether node_modules holds the versions of the lock; npm leaves an account of what it installed there. */
export function isInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  return (
    present !== null &&
    Object.entries(wanted)
      .filter(([place]) => place.includes('node_modules/'))
      .every(([place, entry]) =>
        present[place]
          ? entry.link || present[place].version === entry.version
          : isOptional(entry)
      )
  );
}

/** Sees to it that node_modules matches the lock. Browsers come from the system, see browser.mjs. */
export async function ensureNodePackages() {
  if (isInstalled()) {
    return;
  }
  const title = 'Installing build tools';
  console.log(`${title} …`);
  const { command, args } = npm(['ci', '--loglevel=error']);
  await run(title, command, args, {
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
    shell: command === 'npm' && process.platform === 'win32'
  });
}
