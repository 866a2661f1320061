// Calls of methods that values do not have: the cell stops there, and the value stays as it was.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

const LACKS = "AttributeError: 'Table' object has no attribute 'append'";

/** What is told of a cell that shows `xs`, after one that appends what the clock says to it. */
function toldOf(
  types: { readonly [name: string]: string },
  source: string,
  output: string | null
): string | undefined {
  const report = (bound: string[], unchanged: string[] = []): object => ({
    report: { bound, unchanged, types }
  });
  const notebook = aNotebook()
    .cell('a', 'import time, tool')
    .cell('b', 'xs = tool.make()')
    .cell('c', source)
    .cell('d', 'xs')
    .run('a')
    .run('b', null, report(['xs']))
    .run('c', null, {
      ...(output === null ? {} : { status: 'error', output }),
      ...report([])
    })
    .run('d', null, { output: '[]', ...report([], ['xs']) });
  return told(notebook)[3];
}

it.each<[string, { [name: string]: string }, string, string | null, string]>([
  [
    'leave it as it was',
    { xs: 'tool.Table' },
    'xs.append(time.time())',
    LACKS,
    'd same'
  ],
  [
    'leave it as it was where nobody tells the type',
    {},
    'xs.append(time.time())',
    LACKS,
    'd same'
  ],
  [
    'are not those of another type',
    { xs: 'builtins.list' },
    'xs.append(time.time())\ntool.other().append(1)',
    LACKS,
    'd random clock'
  ],
  [
    'are not all changes that the cell makes',
    { xs: 'tool.Table' },
    'xs[0] = time.time()\nxs.append(1)',
    LACKS,
    'd random clock'
  ],
  [
    'are none where nothing failed',
    { xs: 'tool.Table' },
    'xs.append(time.time())',
    null,
    'd random clock'
  ]
])('they %s', (_, types, source, output, expected) => {
  expect(toldOf(types, source, output)).toBe(expected);
});
