// Installs what is missing on Debian and its kin, where we may.

import { existsSync } from 'node:fs';

import { run } from './run.mjs';

const APT = '/usr/bin/apt-get';

/** Whether packages can be installed without asking anybody. */
export function canInstall() {
  return existsSync(APT) && process.getuid?.() === 0;
}

/** Refreshes the list of packages and installs some. */
export async function install(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const title = `Installing ${packages.join(', ')}`;
  console.log(`${title} …`);
  await run(title, APT, ['update', '-qq'], { env });
  await run(
    title,
    APT,
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    { env }
  );
}
