// The pages about hazards say what the rules' files say, and no page is left of a rule that is gone.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { root } from '../lib/places.mjs';

// The packages may not be there yet when the scripts are tested.
const skip = existsSync(join(root, 'node_modules', 'prettier'))
  ? false
  : 'needs Prettier';

test(
  'all pages are up to date: else run npm run docs:hazards',
  { skip },
  async () => {
    const { hazardPages } = await import('../lib/hazard-pages.mjs');
    const pages = await hazardPages(root);
    for (const [path, text] of pages) {
      const file = join(root, path);
      assert.ok(existsSync(file), `${path} is missing`);
      assert.equal(readFileSync(file, 'utf8'), text, path);
    }
    const wanted = [...pages.keys()]
      .filter(path => path.startsWith('docs/'))
      .map(path => path.slice(path.lastIndexOf('/') + 1));
    const found = readdirSync(join(root, 'docs', 'hazards'));
    assert.deepEqual(found.sort(), wanted.sort());
  }
);
