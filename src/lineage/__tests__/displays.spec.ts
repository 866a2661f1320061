// Display options: which outputs hang on them, told by what the kernel saw on display.
import { analysePython } from '../../analysis';
import type { DataProfile, OutputTells } from '../../model';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast } from '..';

function told(notebook: RunBuilder): readonly string[] {
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input).cells.map(
    ({ cellId, verdict, causes }) =>
      `${cellId} ${[verdict, ...causes.map(({ kind, name }) => `${kind} ${name}`)].join(' ')}`
  );
}

const frame = (rows: number, ...types: string[]): DataProfile => ({
  kind: 'frame',
  shape: [rows, types.length],
  columns: types.map((type, place) => ({ name: `c${place}`, type, missing: 0 }))
});
const array = (type: string, ...shape: number[]): DataProfile => ({
  kind: 'array',
  shape,
  columns: [{ name: '', type, missing: 0 }]
});

/** The verdict on a cell that showed something before a cell above it that sets an option first ran. */
function after(
  setter: string,
  shown: DataProfile,
  source = 'f(x)',
  name = '_'
): string | undefined {
  const notebook = aNotebook()
    .cell('i', 'import pandas as pd\nimport numpy as np\nx = 1\nf = len')
    .cell('s', setter)
    .cell('d', source)
    .run('i')
    .run('d', null, { output: 'x', report: { profiles: { [name]: shown } } })
    .run('s');
  return told(notebook)[2];
}

const SET = 'd differs older-version @display';

it.each([
  ['pd.set_option("display.precision", 2)', frame(5, 'float64'), SET],
  ['pd.set_option("precision", 2)', frame(5, 'int64', 'float64'), SET],
  ['pd.options.display.precision = 2', frame(5, 'float64'), SET],
  ['pd.set_option("display.precision", 2)', frame(5, 'int64'), 'd same'],
  ['pd.set_option("display.precision", 6)', frame(5, 'float64'), 'd same'],
  [
    'pd.options.display.float_format = "{:.1f}".format',
    frame(5, 'float64'),
    SET
  ],
  ['pd.set_option("display.max_rows", 4)', frame(5, 'int64'), SET],
  ['pd.set_option("display.max_rows", 5)', frame(5, 'int64'), 'd same'],
  ['pd.set_option("display.max_rows", None)', frame(5, 'int64'), 'd same'],
  ['pd.set_option("display.max_rows", None)', frame(61, 'int64'), SET],
  ['pd.set_option("display.max_columns", 1)', frame(5, 'int64', 'object'), SET],
  ['pd.set_option("display.max_columns", None)', frame(5, 'object'), 'd same'],
  [
    'pd.set_option("mode.chained_assignment", None)',
    frame(5, 'float64'),
    'd same'
  ],
  ['pd.reset_option("display.precision")', frame(5, 'float64'), 'd same'],
  ['pd.set_option("display.precision", x)', frame(5, 'float64'), SET],
  ['pd.set_option("display.precision", 2)', array('float64', 3), 'd same'],
  ['np.set_printoptions(precision=3)', array('float64', 3), SET],
  ['np.set_printoptions(3)', array('float64', 3), SET],
  ['np.set_printoptions(precision=3)', array('int64', 3), 'd same'],
  ['np.set_printoptions(threshold=np.inf)', array('int64', 3), 'd same'],
  ['np.set_printoptions(threshold=np.inf)', array('int64', 2000), SET],
  ['np.set_printoptions(precision=3)', frame(5, 'float64'), 'd same']
])('%s and %j: %s', (setter, shown, verdict) => {
  expect(after(setter, shown)).toBe(verdict);
});

it('counts for what is printed, unless the cell sets the option itself', () => {
  const setter = 'pd.set_option("display.max_rows", 4)';
  const inside = 'with pd.option_context("display.max_rows", 2):\n  print(x)';
  const other = 'with pd.option_context("display.precision", 2):\n  print(x)';
  const shown = frame(5, 'int64');
  expect(after(setter, shown, 'print(x)', 'x')).toBe(SET);
  expect(after(setter, shown, 'print(len(x))', 'x')).toBe('d same');
  expect(after(setter, shown, inside, 'x')).toBe('d same');
  expect(after(setter, shown, other, 'x')).toBe(SET);
});

it.each<[OutputTells, string]>([
  [{}, 'd differs'],
  [{ isBare: true }, 'd same']
])(
  'are none where what a function gives back or prints is no table: %j',
  (tells, verdict) => {
    const types = { f: 'builtins.function' };
    const notebook = aNotebook()
      .cell('i', 'import pandas as pd\ndef f(x):\n    return pd.eval(x)')
      .cell('s', 'pd.set_option("display.max_columns", 4)')
      .cell('d', 'f(1)\nf(2)')
      .run('i')
      .run('d', null, { output: '1', tells, report: { types } })
      .run('s');
    expect(told(notebook)[2]?.startsWith(verdict)).toBe(true);
  }
);

it.each<[string, string, OutputTells, string]>([
  [
    'pd.set_option("max_rows", 4)',
    'print(f(x), x)',
    { isBare: true },
    'd same'
  ],
  ['pd.set_option("max_rows", 4)', 'print(f(x), x)', {}, 'd differs'],
  [
    'pd.set_option("max_rows", 4)',
    'y = str(x)\nprint(len(y))',
    { isBare: true },
    'd differs'
  ],
  [
    'pd.set_option("display.precision", 2)',
    'print(x.to_string(index=False))',
    { isBare: true },
    'd differs'
  ],
  ['%precision 3', 'x', { isBare: true, showsFractions: true }, 'd differs'],
  ['%precision %.3f', 'x', { showsFractions: true }, 'd differs'],
  ['%precision 3', 'x', { isBare: true }, 'd same'],
  ['%precision 0', 'x', { isBare: true }, 'd differs'],
  ['%precision 3', 'print(x)', {}, 'd differs'],
  ['%precision %.3f', 'print(x)', {}, 'd same'],
  ['%precision', 'x', { showsFractions: true }, 'd same']
])('after %s, %j that showed %j: %s', (setter, source, tells, verdict) => {
  const types = { f: 'builtins.function', x: 'mine.Thing' };
  const notebook = aNotebook()
    .cell('i', 'import pandas as pd\nfrom mine import x\ndef f(y):\n  return y')
    .cell('s', setter)
    .cell('d', source)
    .run('i')
    .run('d', null, { output: '1', tells, report: { types } })
    .run('s');
  expect(told(notebook)[2]?.startsWith(verdict)).toBe(true);
});

it('knows an option that is set again to what it was', () => {
  const report = { profiles: { _: frame(5, 'float64') } };
  const notebook = aNotebook()
    .cell('i', 'import pandas as pd\nx = 1')
    .cell('a', 'pd.set_option("display.precision", 2)')
    .cell('d', 'x', 2)
    .cell('b', 'pd.options.display.precision = 2')
    .runs('i', 'a', 'b')
    .run('d', null, { output: 'x', report });
  expect(told(notebook)[2]).toBe('d same');
});

it('shape what is shown, and not the value that is shown', () => {
  const report = { profiles: { _: array('float64', 3) }, values: { y: 'a' } };
  const notebook = aNotebook()
    .cell('i', 'import numpy as np\nx = 1')
    .cell('s', 'np.set_printoptions(precision=3)')
    .cell('d', 'y = x\ny += abs(x)\ny')
    .cell('e', 'print(max(y))')
    .run('i')
    .run('d', null, { output: 'x', report })
    .run('e', null, { output: '1' });
  expect(told(notebook).slice(2)).toEqual([
    'd differs unrun @display',
    'e same'
  ]);
});

it.each([
  ['print(x.head(2))', SET],
  ["print(f'{x}')", SET],
  ["print('v', x)", SET],
  ['print(x[:1])', SET],
  ['print(x.to_string())', SET],
  ['{"k": x}', SET],
  ['y = str(x)', SET],
  ["y = '%s' % x", SET],
  ["k = (x, '%Y-%m')\nx.shape", 'd same'],
  ["print(f'{x.shape} {len(x)}', x['a'].mean(), 1)", 'd same'],
  ['print(1)  # print(x.head(2))', 'd same'],
  ['print("str(x)", 1)', 'd same'],
  ['print(f"""all\n{x}""")', SET],
  ['print("{} rows".format(len(x)))', 'd same'],
  ['print("%d rows" % len(x))', 'd same'],
  ['print("{}".format(x))', SET],
  ['print(*map(str, [x]))', SET],
  ['x, 1', SET],
  ['k = [\n  1]\nk.append(x)\n(  # all\nk, x)', SET],
  ['with pd.option_context("display.precision", 5): print(x)', 'd same'],
  ['with pd.option_context("display.precision", 5):\n  print(x)\nprint(x)', SET]
])('%s, where the precision was set after it ran: %s', (source, verdict) => {
  const report = {
    types: { x: 'pandas.DataFrame' },
    profiles: { x: frame(5, 'float64') }
  };
  const notebook = aNotebook()
    .cell('i', 'import pandas as pd\nx = 1')
    .cell('s', 'pd.set_option("display.precision", 2)')
    .cell('d', source)
    .run('i')
    .run('d', null, { output: 'a  b', report })
    .run('s');
  expect(told(notebook)[2]?.slice(0, 6)).toBe(verdict.slice(0, 6));
});

it.each([
  [
    'np.set_printoptions(threshold=5)',
    'np.set_printoptions(edgeitems=1)',
    array('int64', 10),
    SET
  ],
  [
    'np.set_printoptions(threshold=50)',
    'np.set_printoptions(edgeitems=1)',
    array('int64', 10),
    'd same'
  ],
  [
    'pd.set_option("max_rows", 4)',
    'pd.set_option("min_rows", 2)',
    frame(5, 'int64'),
    SET
  ],
  [
    'pd.set_option("max_rows", 9)',
    'pd.set_option("max_colwidth", 9)',
    frame(5, 'object'),
    SET
  ]
])('after %s counts %s for %j: %s', (first, second, shown, verdict) => {
  const report = { profiles: { _: shown } };
  const notebook = aNotebook()
    .cell('i', 'import pandas as pd\nimport numpy as np\nx = 1')
    .cell('a', first)
    .cell('b', second)
    .cell('d', 'x')
    .run('i')
    .run('a')
    .run('d', null, { output: 'x', report })
    .run('b');
  expect(told(notebook)[3]).toBe(verdict);
});

it.each([
  ['a\nb', 'd differs older-version @display'],
  ['c = a', 'd differs older-version @display'],
  ['b', 'd same'],
  ['print(a)\nb', 'd same']
])('which expressions IPython shows counts for %j: %s', (source, expected) => {
  const setter =
    'from IPython.core.interactiveshell import InteractiveShell\nInteractiveShell.ast_node_interactivity = "all"';
  const types = { a: 'builtins.int', b: 'builtins.int' };
  const notebook = aNotebook()
    .cell('i', 'a = b = 1')
    .cell('s', setter)
    .cell('d', source)
    .run('i')
    .run('d', null, { output: '1', report: { types } })
    .run('s');
  expect(told(notebook)[2]).toBe(expected);
});
