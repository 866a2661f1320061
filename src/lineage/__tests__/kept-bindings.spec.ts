// Names that a cell binds on some ways only, to the very object that they have: no kernel tells that they were bound again.
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { told } from './told';

const IMPORT = `try:
    import lib as web
    THERE = True
except ImportError:
    THERE = False
`;
const NOTE = 'def note(text):\n    print(text)\n';
const LOUD = NOTE.replace('(text)\n', '(text * 2)\n');
const AT_FIRST = {
  bound: ['THERE', 'note', 'web'],
  values: { THERE: 't', note: 'n', web: 'w' },
  types: { web: 'builtins.module' }
};
const AGAIN = {
  rebound: ['note'],
  unchanged: ['THERE'],
  values: { THERE: 't', note: 'm', web: 'w' },
  types: { web: 'builtins.module' }
};

/** A cell that ran, was edited below its condition and ran again, and one that uses what the condition left. */
function edited(
  before: string,
  after: string,
  use: string,
  first: object = AT_FIRST,
  again: object = AGAIN
): RunBuilder {
  return aNotebook()
    .cell('a', before)
    .run('a', null, { report: first })
    .run('a', after, { report: again })
    .cell('b', use)
    .run('b', null, { output: 'shown', report: {} });
}

test('an import that comes out as it did binds again what it bound', () => {
  const use = 'if THERE:\n    print(web.get(1))';
  expect(told(edited(IMPORT + NOTE, IMPORT + LOUD, use))).toEqual([
    'a same',
    'b same'
  ]);
});

test('so does a condition of which nothing has changed', () => {
  const set = 'import lib\nif lib.there():\n    mode = 1\n';
  const first = { bound: ['lib', 'mode', 'note'], values: { mode: 'm' } };
  const again = {
    rebound: ['note'],
    unchanged: ['mode'],
    values: first.values
  };
  const cells = edited(set + NOTE, set + LOUD, 'print(mode)', first, again);
  expect(told(cells)).toEqual(['a same', 'b same']);
});

test('an edited condition may leave what was there, so what it bound before is gone', () => {
  const set = 'if lib.there(1):\n    mode = 1\n';
  const first = { bound: ['mode'], values: { mode: 'm' } };
  const again = { unchanged: ['mode'], values: first.values };
  const cells = edited(
    `import lib\n${set}`,
    `import lib\n${set.replace('1', '2')}`,
    'print(mode)',
    first,
    again
  );
  expect(told(cells)[1]).toMatch(/^b fails /);
});
