// npm run clean: removes what the build made; with `-- --all` also what was installed.
import './lib/require-node.mjs';

import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './lib/places.mjs';

const BUILT = [
  'build',
  'lib',
  'tsconfig.tsbuildinfo',
  'jupyterlab_retrace/labextension',
  'jupyterlab_retrace/_version.py'
];

const INSTALLED = [
  '.eslintcache',
  '.stylelintcache',
  '.venv',
  'dist',
  'node_modules',
  'ui-tests/test-results'
];

const isAll = process.argv.includes('--all');

for (const path of [...BUILT, ...(isAll ? INSTALLED : [])]) {
  rmSync(join(root, path), { recursive: true, force: true });
}
