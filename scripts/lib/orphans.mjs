// Compiled modules whose source has moved or gone: left lying, they would be bundled in the place of the new ones.

import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const COMPILED = /(\.d\.ts|\.js|\.js\.map)$/;

/** Removes what was compiled from sources that are no more; returns the paths below the compiled folder. */
export function removeOrphans(sources, compiled) {
  if (!existsSync(compiled)) {
    return [];
  }
  const orphans = readdirSync(compiled, { recursive: true })
    .filter(path => COMPILED.test(path))
    .filter(path => {
      const stem = join(sources, path.replace(COMPILED, ''));
      return !existsSync(`${stem}.ts`) && !existsSync(`${stem}.tsx`);
    });
  for (const path of orphans) {
    rmSync(join(compiled, path));
  }
  return orphans.sort();
}
