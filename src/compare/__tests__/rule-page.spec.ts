// The page that tells what the rules let pass is as the rules are.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { allRules } from '..';

const page = readFileSync(
  join(__dirname, '..', '..', '..', 'docs', 'comparison.md'),
  'utf8'
);

test('every rule has its row, and every row its rule', () => {
  const [, table = ''] = page.split('<!-- rules -->');
  const rows = table
    .split('\n')
    .filter(line => /^\| `/.test(line))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim())
    );
  expect(rows).toEqual(
    allRules.map(({ id, label, blind }) => [`\`${id}\``, label, blind])
  );
});
