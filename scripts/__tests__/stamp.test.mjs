// When a step may be skipped: only with the very same inputs.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { filesBelow, hashOf, isFresh, leave } from '../lib/stamp.mjs';

const folder = mkdtempSync(join(tmpdir(), 'retrace-stamp-'));
const input = join(folder, 'input');

after(() => rmSync(folder, { recursive: true }));

test('a stamp is fresh until a file that it covers changes, comes or goes', () => {
  const stamp = join(folder, 'deep', 'stamp');
  const absent = hashOf(['a'], [input]);
  assert.equal(isFresh(stamp, absent), false);
  leave(stamp, absent);
  assert.equal(isFresh(stamp, absent), true);

  writeFileSync(input, '');
  const empty = hashOf(['a'], [input]);
  assert.notEqual(empty, absent);
  writeFileSync(input, 'x');
  assert.notEqual(hashOf(['a'], [input]), empty);
  assert.notEqual(hashOf(['b'], [input]), hashOf(['a'], [input]));
});

test('lists single files and whole folders, sorted and filtered', () => {
  const found = filesBelow(['package.json', 'style'], path =>
    /\.(json|css)$/.test(path)
  );
  const names = found.map(path => path.split(/[\\/]/).at(-1));
  assert.equal(names[0], 'package.json');
  assert.ok(names.includes('base.css'));
  assert.ok(!names.includes('index.js'));
});
