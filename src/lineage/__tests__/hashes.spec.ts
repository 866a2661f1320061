// Hashes that code shows: those of texts are others in each process.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

const NAMES = [
  "key = 'John'",
  'num = 3',
  "pair = (1, 'a')",
  'names = ["a", "b"]',
  'sizes = [1, 2]'
].join('\n');

/** The verdict of a cell that shows something, with what the kernel told of the names, and without. */
const verdicts = (source: string): string[] => {
  const types = {
    key: 'builtins.str',
    num: 'builtins.int',
    pair: 'builtins.tuple',
    names: 'builtins.list',
    sizes: 'builtins.list'
  };
  const bound = Object.keys(types);
  const report = { bound, types, texts: ['pair', 'names'] };
  return [{ report }, {}].map(
    outcome =>
      told(
        aNotebook()
          .cell('a', NAMES)
          .cell('b', source)
          .run('a', null, outcome)
          .run('b', null, { output: '1' })
      )[1] ?? ''
  );
};

it.each([
  "hash('a')",
  'hash(key)',
  'key.__hash__()',
  'h = key.__hash__()\nprint(h)',
  "k = 'x'\nprint('bin', hash(k) % 7)",
  "hash((1, 'a'))",
  'hash(pair)',
  'hash(frozenset(names))',
  '[hash(n) % 5 for n in names]',
  'for n in names:\n    print(hash(n))',
  'table = [[] for _ in sizes]\nfor n in names:\n    table[hash(n) % 2].append(n)\ntable',
  'def slot(k):\n    return hash(k) % 8\nslot(key)',
  "class P:\n    def __init__(self):\n        self.n = 'x'\n    def slot(self):\n        return hash(self.n) % 4\nP().slot()"
])('come out otherwise: %j', source => {
  expect(verdicts(source)).toEqual([
    'b random hash-order',
    'b random hash-order'
  ]);
});

it.each([
  'hash(num)',
  'num.__hash__()',
  'hash(3)',
  'hash((1, 2))',
  '[hash(n) % 5 for n in sizes]',
  "hash('a') == hash('a')",
  'hash(key) != hash(names[0])',
  'try:\n    hash(sizes)\nexcept TypeError as e:\n    print(e)'
])('come out again: %j', source => {
  expect(verdicts(source)).toEqual(['b same', 'b same']);
});
