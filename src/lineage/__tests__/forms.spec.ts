// Lengths and columns stay as they are while the parts of a value change.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

const column = (name: string) => ({ name, type: 'int64', missing: 0 });
const FRAME = {
  types: { x: 'pandas.DataFrame' },
  profiles: {
    x: { kind: 'frame', shape: [3, 2], columns: ['a', 'b'].map(column) }
  }
} as const;
const DICT = { types: { x: 'builtins.dict' } };

/** The verdict on a reader that ran before a change above it ran again or first. */
function after(
  report: typeof FRAME | typeof DICT,
  change: string,
  reader: string
): string | undefined {
  const notebook = aNotebook()
    .cell('i', 'x = abs(1)')
    .cell('c', change)
    .cell('r', reader)
    .run('i', null, { report })
    .run('r', null, { output: '1' })
    .run('c', null, { report: { types: report.types, changed: ['x'] } });
  return told(notebook)[2];
}

it.each([
  [FRAME, 'x["a"] *= 2', 'print(x.columns.tolist(), len(x))', 'r same'],
  [FRAME, 'x["a"] *= 2', 'x.shape', 'r same'],
  [FRAME, 'x["a"] *= 2', 'x["b"].sum()', 'r same'],
  [FRAME, 'x["a"] *= 2', 'x.sum()', 'r differs older-version'],
  [FRAME, 'x["a"] *= 2', 'print(len(x), x)', 'r differs older-version'],
  [FRAME, 'x["a"] *= 2', 'x.columns', 'r differs older-version'],
  [FRAME, 'x["a"] *= 2', 'list(x.columns)', 'r same'],
  [FRAME, 'x["c"] = 2', 'list(x.columns)', 'r differs older-version'],
  [FRAME, 'x["c"] = 2', 'x.columns', 'r differs older-version'],
  [FRAME, 'del x["a"]', 'x.columns', 'r differs older-version'],
  [
    FRAME,
    'x.drop_duplicates(inplace=True)',
    'len(x)',
    'r differs older-version'
  ],
  [DICT, 'x["a"] = 2', 'x["b"]', 'r same'],
  [DICT, 'x["a"] = 2', 'len(x)', 'r differs older-version']
])('%j %s, %s: %s', (report, change, reader, verdict) => {
  expect(after(report as typeof DICT, change, reader)).toBe(verdict);
});

it('a dict has the same keys whichever of its values came last', () => {
  const report = DICT;
  const notebook = aNotebook()
    .cell('i', 'x = {}')
    .cell('a', 'x["a"] = 1')
    .cell('b', 'x["a"] = 2')
    .cell('r', 'print(len(x))')
    .run('i', null, { report })
    .run('a', null, { report })
    .run('r', null, { output: '1' })
    .run('b', null, { report });
  expect(told(notebook)[3]).toBe('r same');
});

it('frames of one size are one to who asks for it', () => {
  const made = (rows: number, print: string) => ({
    report: {
      types: { x: 'pandas.DataFrame' },
      values: { x: print },
      profiles: {
        x: { kind: 'frame', shape: [rows, 1], columns: [column('a')] }
      }
    } as const
  });
  const notebook = aNotebook()
    .cell('k', 'k = 1')
    .cell('i', 'x = abs(k)')
    .cell('r', 'print(len(x))')
    .cell('s', 'x.shape')
    .cell('v', 'print(x)')
    .run('k')
    .run('i', null, made(3, 'p'))
    .run('k', 'k = 2')
    .run('i', null, made(3, 'q'))
    .run('r', null, { output: '3' })
    .run('s', null, { output: '(3, 1)' })
    .run('v', null, { output: 'x' })
    .edit('k', 'k = 1');
  expect(
    told(notebook)
      .slice(2)
      .map(one => one.slice(0, 9))
  ).toEqual(['r same', 's same', 'v differs']);
});

it.each([
  ['print(x.columns.tolist())', 'r differs'],
  ['print(len(x))', 'r same']
])('columns have an order: %s', (reader, verdict) => {
  const notebook = aNotebook()
    .cell('i', 'x = abs(1)')
    .cell('b', 'x["d"] = 1')
    .cell('a', 'x["c"] = 1')
    .cell('r', reader)
    .run('i', null, { report: FRAME })
    .run('a', null, { report: { types: FRAME.types } })
    .run('b', null, { report: { types: FRAME.types } })
    .run('r', null, { output: 'x' });
  expect(told(notebook)[3]?.slice(0, verdict.length)).toBe(verdict);
});
