// Code that draws, or asks for the time, and shows nothing but how many values came out and of which type.
import { cells, told } from './told';

const judged = (source: string): string | undefined =>
  told(cells('import numpy as np, random, secrets, time, uuid', source))[1];

describe('what is shown', () => {
  it.each([
    'np.random.rand(3).shape',
    'print(np.random.default_rng(0).random(2), len(np.random.permutation(4)))',
    'isinstance(random.random(), float)',
    'len(secrets.token_hex(4))',
    'type(time.time())',
    'def f():\n  return np.random.randn(2, 3).ndim\nf()'
  ])('hangs on no chance where its form alone is looked at: %j', source => {
    expect(judged(source)).toBe('b same');
  });

  it.each([
    'np.random.rand(3)',
    'np.random.rand(3).mean()',
    'len(random.choice(["a", "bc"]))',
    'type(random.choice([1, "a"]))',
    'len(str(time.time()))',
    'np.zeros(np.random.randint(5)).shape',
    'print(np.random.rand(3).shape, np.random.rand())'
  ])('does where it is more: %j', source => {
    expect(judged(source)).toMatch(/^b random/);
  });

  it('goes on with what was drawn all the same', () => {
    const notebook = cells(
      'import numpy as np\nnp.random.seed(1)',
      'np.random.rand(3).shape',
      'np.random.rand()'
    ).edit('b', 'np.random.rand(4).shape');
    expect(told(notebook)[2]).toMatch(/^c differs/);
  });
});
