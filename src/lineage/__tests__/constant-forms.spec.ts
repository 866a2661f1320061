// How large a table is and of which types hangs on how its constants look, and not on which they are.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

const table = (constants: string): string =>
  `import pandas as pd\ndata = {"a": ["x", "y"], "b": [${constants}]}\ndf = pd.DataFrame(data)`;

/** The verdict on a cell that ran before the constants were edited and ran again. */
const after = (one: string, other: string, show: string): string | undefined =>
  told(
    aNotebook()
      .cell('a', table(one))
      .cell('b', show)
      .run('a')
      .run('b', null, { output: show })
      .edit('a', table(other))
      .run('a')
  )[1]?.split(' ')[1];

it.each(['df.dtypes', 'df.shape', 'len(df)', 'df.isnull().sum()', 'df["a"]'])(
  '%s',
  show => {
    expect(after('1.5, 64', '1.5, -128', show)).toBe('same');
    expect(after('1.5, 64.3', '1.5, 6e3', show)).toBe('same');
    expect(after('"one", "two"', '"one", "six"', show)).toBe('same');
  }
);

it.each([
  ['1, 64', '1, 64.5', 'df.dtypes'],
  ['1, 64', '1, None', 'df.isnull().sum()'],
  ['1, 64', '1, "64"', 'df.dtypes'],
  ['1, 64', '1, 12345678901234567890', 'df.dtypes'],
  ['1, 64', '1, 2j', 'df.dtypes'],
  ['1, 1_000', '1, 1.5', 'df.dtypes'],
  ['1, 12345678901234567890', '1, 1.5', 'df.dtypes'],
  ['1, 64', '1, 128', 'df'],
  ['1, 64', '1, 128', 'df["b"]'],
  ['1, 64', '1, 128', 'df.describe()']
])('%s is another one than %s for %s', (one, other, show) => {
  expect(after(one, other, show)).toBe('differs');
});

it.each([
  ['t = "abc"', 't = "abcd"', 'len(t)'],
  ['n = 3\nt = [0] * n', 'n = 4\nt = [0] * n', 'len(t)'],
  ['t = [0] * 3', 't = [0] * 4', 'len(t)'],
  ['t = list(range(3))', 't = list(range(4))', 'len(t)'],
  ['t = np.zeros(3)', 't = np.zeros(4)', 'len(t)']
])('%s; %s; %s: sizes count', (one, other, show) => {
  const notebook = aNotebook()
    .cell('a', `import numpy as np\n${one}`)
    .cell('b', show)
    .run('a')
    .run('b', null, { output: show })
    .edit('a', `import numpy as np\n${other}`)
    .run('a');
  expect(told(notebook)[1]).toMatch(/^b differs/);
});
