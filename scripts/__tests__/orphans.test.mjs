// What was compiled from a source that moved goes; everything else in the folder stays.
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';

import { removeOrphans } from '../lib/orphans.mjs';

const folder = mkdtempSync(join(tmpdir(), 'retrace-orphans-'));
const sources = join(folder, 'src');
const compiled = join(folder, 'lib');

after(() => rmSync(folder, { recursive: true }));

function put(...paths) {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '');
  }
}

test('a file that became a folder of its name leaves nothing behind', () => {
  put('src/words/index.ts', 'src/view.tsx');
  put('lib/words.js', 'lib/words.d.ts', 'lib/words.js.map');
  put('lib/words/index.js', 'lib/view.js', 'lib/view.d.ts', 'lib/command.cjs');

  assert.deepEqual(removeOrphans(sources, compiled), [
    'words.d.ts',
    'words.js',
    'words.js.map'
  ]);
  for (const kept of ['words/index.js', 'view.js', 'view.d.ts']) {
    assert.ok(existsSync(join(compiled, kept)), kept);
  }
  assert.ok(existsSync(join(compiled, 'command.cjs')));
});

test('nothing to do where nothing was compiled yet', () => {
  assert.deepEqual(removeOrphans(sources, join(folder, 'absent')), []);
});
