// Skips a step whose inputs have not changed: a stamp keeps the hash of what went into it.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { root } from './places.mjs';

/** All files below the given files and folders of the checkout that `keep` accepts, sorted. */
export function filesBelow(paths, keep = () => true) {
  const list = path => {
    if (!existsSync(path)) {
      return [];
    }
    const entries = readdirSync(path, { withFileTypes: true });
    return entries.flatMap(entry => {
      const child = join(path, entry.name);
      return entry.isDirectory() ? list(child) : [child];
    });
  };
  return paths
    .map(path => join(root, path))
    .flatMap(path => (/\.[a-z]+$/.test(path) ? [path] : list(path)))
    .filter(path => keep(relative(root, path).replaceAll('\\', '/')))
    .sort();
}

/** Hash over texts and the names and contents of files; a file that is absent counts as such. */
export function hashOf(texts, files = []) {
  const hash = createHash('sha256').update(JSON.stringify(texts));
  for (const file of files) {
    hash.update(`\0${relative(root, file)}\0`);
    hash.update(existsSync(file) ? readFileSync(file) : '\0absent');
  }
  return hash.digest('hex');
}

/** Whether the stamp at a path was left by a step with the same inputs. */
export function isFresh(stamp, hash) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

/** Leaves a stamp: the step with these inputs is done. */
export function leave(stamp, hash) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}
