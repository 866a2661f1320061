// What readers look at of values that hang on chance: all, their items in whatever order, or no more than their form.
import { analysePython, analyseR } from '../../analysis';
import { aNotebook } from '../../testing/run-builder';
import { forecast } from '..';

/** The verdict on a cell that reads `x`, which another cell made by chance. */
function verdictOn(maker: string, reader: string): string | undefined {
  const notebook = aNotebook()
    .cell('a', 'import random\nimport numpy as np\ny = [1, 2]\nw = [3, 4]')
    .cell('b', maker)
    .cell('c', reader)
    .run('a')
    .run('b')
    .run('c', null, { output: '1' });
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input).cells[2]?.verdict;
}

describe('items that were put into another order', () => {
  const maker = 'x = [1, 2, 3]\nrandom.shuffle(x)';

  it.each([
    'print(sorted(x), sum(x))',
    'print(sorted(x, key=lambda v: -v))',
    'print(sorted(list(x)))',
    'print(sum(2 * v for v in x if v > 1))',
    'print(sum(2 * x))',
    'print({v % 2 for v in x} == {0, 1})',
    `print(max(x${', 0'.repeat(99)}))`
  ])('do not show in %j', reader => {
    expect(verdictOn(maker, reader)).toBe('same');
  });

  it.each([
    'print(x[0])',
    'print(sorted(x, key=len))',
    'print(sum(w * x))',
    'print(sorted(y, key=x))',
    'print("max(", x)',
    'print(x, ")")  # (',
    'print(x, # .sum()\n)',
    'print([x])'
  ])('show in %j', reader => {
    expect(verdictOn(maker, reader)).toBe('random');
  });
});

describe('values that were drawn', () => {
  const maker = 'x = np.random.rand(3)';

  it.each([
    'print(type(x), min(x) >= 0)',
    'print(0 <= min(x))',
    'all(0 <= v < 1 for v in x)',
    'all([0 <= v < 1 for v in x])',
    'np.allclose(x / 2 + x / 2, x)',
    'print(all(x == y))',
    'print(max(abs(x - y)) < 1e-9)',
    'assert max(x) < 3, "too large"\nprint("good")',
    'assert (x < k).all()\nprint("good")',
    'print(f"{x.shape[0]}")',
    'x.base is y',
    'print(y is not x.data.obj)',
    'x.info()',
    'print(f"{len(x):>{2}}")',
    'print(x \\\n  .shape)',
    'print(x[:2].shape, x.T.ndim, (x - x.mean()).size)',
    'np.hstack([x, x]).reshape(-1).shape',
    'x.astype(int).dtype',
    'np.zeros(x.shape).shape',
    'type(x[0])',
    'try:\n    x[7]\nexcept E as e:\n    print(e)',
    'try:\n    # nothing there\n    x[7]\nexcept E as e:\n    print(e)'
  ])('do not show in %j', reader => {
    expect(verdictOn(maker, reader)).toBe('same');
  });

  it.each([
    'print(min(x))',
    'print(x >= 0.5)',
    'print(all(x > 0.5))',
    'print(any(v > k for v in x))',
    'print(any(x == 3))',
    'x.best is None',
    'x is y',
    'f(x) is y.z',
    'print(max(x) > 0.5)',
    'print(max(x) > k)',
    'if max(x) > 0.5:\n    print("large")',
    'assert k, max(x)\nprint(max(x))',
    'print("len(", x)',
    'print(x, "len(")',
    'len(set(x))',
    'len(np.unique(x))',
    'len(list(f(x)))',
    'x[x > 0.5].shape',
    'np.unique(x).shape',
    'len(str(x))',
    'np.bincount(x).shape',
    'np.zeros(x[0]).shape',
    'SVC().fit(x, y).support_vectors_.shape',
    'len(ConvexHull(x).vertices)',
    'pd.cut(x, 3).dtype',
    "x.astype('category').dtype",
    'x[:2].mean()',
    'len([v for v in x if v > 0.5])',
    'print("(", min(x), ") < 1")',
    'try:\n    print(x[7])\nexcept E as e:\n    print(e)',
    '"""\nwhile True:"""\nx["a"]'
  ])('show in %j', reader => {
    expect(verdictOn(maker, reader)).toBe('random');
  });
});

describe('a column of rows that were chosen by what was drawn', () => {
  const maker =
    "import pandas as pd\nt = pd.DataFrame({'a': np.random.rand(9), 'b': 1})\nx = t[t.a > 0.5]";

  it.each(["x['b'].dtype", "type(x['a'])", 'isinstance(x.b, pd.Series)'])(
    'has the type that it has: %j',
    reader => {
      expect(verdictOn(maker, reader)).toBe('same');
    }
  );

  it.each(["x['b'].shape", "len(x['a'].values)", 'x.T.shape'])(
    'is as long as it comes: %j',
    reader => {
      expect(verdictOn(maker, reader)).toBe('random');
    }
  );
});

describe('how much there is', () => {
  it.each([
    ['x = np.zeros(n)', 'random'],
    ['x = np.arange(n)', 'random'],
    ['x = np.full(n, 1)', 'random'],
    ['x = np.full(3, n)', 'same'],
    ['x = np.array(range(n))', 'random'],
    ['x = np.zeros(3) + n', 'same']
  ])('hangs on the number that tells it: %j is %s', (made, verdict) => {
    const maker = `n = random.randint(3, 9)\n${made}`;
    for (const reader of ['x.shape', 'x.T.shape', 'len(x)']) {
      expect([reader, verdictOn(maker, reader)]).toEqual([reader, verdict]);
    }
  });
});

it.each([
  ['x = random.sample(y, len(y))', 'max(x)', 'same'],
  ['x = random.sample(y, 2)', 'max(x)', 'random'],
  ['x = np.random.permutation(9)', 'x.sum() + x.max()', 'same'],
  ['x = np.random.permutation(9)[:2]', 'x.sum()', 'random'],
  ['x = np.random.permutation(9) * np.arange(9)', 'x.sum()', 'random'],
  ['x = [1, 2]\nrandom.shuffle(x)  # again', 'max(x)', 'same'],
  ['x = [1, 2]; random.shuffle(x)', 'max(x)', 'same'],
  ['x = random.sample(y,\n  k=len(y))', 'max(x)', 'same'],
  [
    't = []\ndef f(x):\n    random.shuffle(x)\n    return x[0]\nx = f([1, 2])',
    'max(x, 0)',
    'random'
  ],
  [
    'x = {1: 0, 2: 0}\nfor v in [1, 2]:\n    # count it\n    x[random.choice(y)] += 1',
    'sum(x.values())',
    'same'
  ]
])('after %j, %j comes out %s', (maker, reader, verdict) => {
  expect(verdictOn(maker, reader)).toBe(verdict);
});

describe('what was drawn in R', () => {
  it.each([
    ['print(length(x))', 'same'],
    ['stopifnot(all(x > 0))', 'same'],
    ['min(x) >= 0', 'same'],
    ['print(x)', 'random'],
    ['sum(x) > 1', 'random']
  ])('in %j', (reader, verdict) => {
    const notebook = aNotebook()
      .language('R')
      .cell('a', 'x <- runif(3)')
      .cell('b', reader)
      .run('a')
      .run('b', null, { output: '1' });
    const input = { ...notebook.build(), analyse: analyseR };
    expect(forecast(input).cells[1]?.verdict).toBe(verdict);
  });
});
