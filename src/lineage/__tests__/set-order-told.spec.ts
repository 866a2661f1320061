// The order of sets of which only the kernel tells what they hold.
import { analysePython } from '../../analysis';
import type { ExecutionReport } from '../../model';
import { aNotebook } from '../../testing/run-builder';
import { forecast } from '..';

/** A cell, and what the kernel told of its execution. */
type Told = readonly [source: string, report?: Partial<ExecutionReport>];

/** The verdict of the last of cells that ran in order and showed something, unless they only assign. */
function last(...cells: readonly Told[]): string | undefined {
  const notebook = aNotebook();
  cells.forEach(([source, report], index) => {
    const id = 'abcdefgh'[index] ?? '';
    const output = /^\w+ = .*$/.test(source) ? undefined : source;
    notebook.cell(id, source).run(id, null, { output, report });
  });
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input).cells.slice(-1)[0]?.verdict;
}

const frame = (type: string): Told => [
  'import pandas as pd\ndf = pd.read_csv("towns.csv")',
  {
    bound: ['df', 'pd'],
    types: { df: 'pandas.DataFrame' },
    texts: [],
    profiles: {
      df: {
        kind: 'frame',
        shape: [6, 2],
        columns: [
          { name: 'town', type, missing: 0 },
          { name: 'size', type: 'int64', missing: 0 }
        ]
      }
    }
  }
];

const left = (
  name: string,
  type: string,
  texts: readonly string[]
): Partial<ExecutionReport> => ({
  bound: [name],
  types: { [name]: type },
  texts
});

describe('a set of what a column holds', () => {
  it.each([
    'for t in set(df["town"]):\n    print(t)',
    'print(list(set(df.town)))',
    'list(set(df["town"].unique()))',
    '{t: i for i, t in enumerate(set(df["town"]))}',
    'print(set(df.columns))',
    'def count(frame):\n    return {t: 1 for t in set(frame["town"])}\ncount(df)',
    'def names(towns):\n    return list(set(towns))\nnames(df["town"])',
    'def names(frame, by):\n    found = set(frame.town)\n    return [t for t in found]\nnames(by=1, frame=df)'
  ])('varies where it holds texts: %s', source => {
    expect(last(frame('object'), [source])).toBe('random');
    expect(last(frame('str'), [source])).toBe('random');
  });

  it.each([
    'for t in set(df["size"]):\n    print(t)',
    'sorted(set(df["town"]))',
    'len(set(df.town))',
    'def names(sizes):\n    return list(set(sizes))\nnames(df["size"])',
    'def names(towns):\n    return sorted(set(towns))\nnames(df["town"])'
  ])('does not vary else: %s', source => {
    expect(last(frame('object'), [source])).toBe('same');
  });

  it('does not vary where the column holds no texts', () => {
    const source = 'list(set(df["town"]))';
    expect(last(frame('int64'), [source])).toBe('same');
  });

  it('varies where the column was made by a cell of its own', () => {
    const made = frame('int64');
    const [, report] = frame('object');
    const more: Told = [
      'df["town"] = df["town"].astype(str)',
      { ...report, bound: [], changed: ['df'] }
    ];
    expect(last(made, more, ['print(list(set(df["town"])))'])).toBe('random');
  });
});

describe('a set of what nobody knows', () => {
  const load: Told = ['from mine import load\nthings = load()'];

  it.each<[string, string, readonly string[], string]>([
    ['for t in set(load()):\n    print(t)', 't', [], 'builtins.str'],
    ['names = list(set(load()))\nprint(names)', 'names', ['names'], 'list'],
    ['places = {t: 1 for t in set(load())}\nplaces', 'places', ['places'], ''],
    ['kinds = {t for t in load()}\nprint(str(kinds))', 'x', [], '']
  ])('is told by what the code leaves: %s', (source, name, texts, type) => {
    const isTold = texts.length > 0 || type !== '';
    expect(last(load, [source, left(name, type, texts)])).toBe(
      isTold ? 'random' : 'same'
    );
    expect(last(load, [source, left(name, 'builtins.int', [])])).toBe('same');
  });

  it('is told by the result', () => {
    const source = 'list(set(load()))';
    expect(last(load, [source, { types: {}, texts: ['_'] }])).toBe('random');
    expect(last(load, [source, { types: {}, texts: [] }])).toBe('same');
  });

  it('is not told by what is made of its elements', () => {
    const source = 'names = [str(n) for n in set(load())]\nprint(len(names))';
    expect(last(load, [source, left('names', 'list', ['names'])])).toBe('same');
  });

  it('is told by the set that another cell keeps', () => {
    const kept = (texts: readonly string[]): Told => [
      'kinds = {t for t in load()}',
      left('kinds', 'builtins.set', texts)
    ];
    expect(last(load, kept(['kinds']), ['print(kinds)'])).toBe('random');
    expect(last(load, kept([]), ['print(kinds)'])).toBe('same');
    expect(last(load, kept(['kinds']), ['sorted(kinds)'])).toBe('same');
  });

  it('is no set where the kernel saw a list', () => {
    const kept: Told = ['kinds = load()', left('kinds', 'list', ['kinds'])];
    expect(last(load, kept, ['for k in kinds:\n    print(k)'])).toBe('same');
  });
});

describe('a set that an own function gives back', () => {
  const words: Told = ['words = "b a c".split()'];
  const numbers: Told = ['numbers = [3, 1, 2]'];
  const unique: Told = ['def unique(x):\n    return set(x)'];
  const listed: Told = ['def unique(x):\n    return list(set(x))'];
  const placed: Told = [
    'def unique(x):\n    return {w: i for i, w in enumerate(set(x))}'
  ];
  const grown: Told = [
    'def unique(x):\n    seen = set()\n    for w in x:\n        seen.add(w)\n    return seen'
  ];

  it.each([
    'print(unique(words))',
    'list(unique(words))[:3]',
    'for w in unique(words):\n    print(w)',
    'names = list(unique(words))\nprint(names)',
    'def first(x):\n    return next(iter(set(x)))\nfirst(unique(words))'
  ])('shows in: %s', source => {
    expect(last(words, unique, [source])).toBe('random');
    expect(last(words, grown, [source])).toBe('random');
    const both = `${unique[0]}\n${source}`;
    expect(last(words, [both])).toBe('random');
  });

  it('does not vary where it holds no texts', () => {
    expect(last(numbers, unique, ['print(unique(numbers))'])).toBe('same');
    const own = 'print(len(unique("b a".split())))';
    expect(last(numbers, [`${listed[0]}\n${own}`], ['unique(numbers)'])).toBe(
      'same'
    );
  });

  it.each([
    'len(unique(words))',
    'sorted(unique(words))',
    '"a" in unique(words)',
    'names = unique(words)\nprint(len(names))',
    'sum(len(w) for w in unique(words))'
  ])('does not show in: %s', source => {
    expect(last(words, unique, [source])).toBe('same');
    expect(last(words, listed, [source])).toBe('same');
    expect(last(words, [`${listed[0]}\n${source}`])).toBe('same');
  });

  it.each([
    'unique(words)',
    'unique(words)[0]',
    'names = unique(words)\nprint(names)',
    'print(len(unique(words)), unique(words))'
  ])('shows as a list in: %s', source => {
    expect(last(words, listed, [source])).toBe('random');
  });

  it('shows where the function is handed on', () => {
    const abc: Told = ['def unique(x):\n    return list(set("cab"))'];
    expect(last(abc, ['list(map(unique, [1]))'])).toBe('random');
  });

  it('shows as places wherever items are looked at', () => {
    expect(last(words, placed, ['unique(words)["a"]'])).toBe('random');
    expect(last(words, placed, ['len(unique(words))'])).toBe('same');
  });

  it('shows where the function itself shows it', () => {
    const loud: Told = [
      'def unique(x):\n    names = list(set(x))\n    print(names)\n    return names'
    ];
    expect(last(words, loud, ['len(unique(words))'])).toBe('random');
  });

  it('is in what keeps it', () => {
    const kept: Told = ['names = unique(words)'];
    expect(last(words, listed, kept, ['len(names)'])).toBe('same');
    expect(last(words, listed, kept, ['"a" in names'])).toBe('same');
    expect(last(words, listed, kept, ['names[0]'])).toBe('random');
  });
});

describe('a set that is kept in something', () => {
  const graph: Told = ['graph = {"a": {"b", "c"}, "b": {"d", "e"}}'];
  const lists: Told = ['graph = {"a": ["b", "c"], "b": {3, 4}}'];
  const walk: Told = [
    'def walk(g, at):\n    found = []\n    for one in g[at]:\n        found.append(one)\n    return found'
  ];

  it('shows its order where it is gone through', () => {
    const source =
      'for key in graph:\n    for one in graph[key]:\n        print(one)';
    expect(last(graph, [source])).toBe('random');
    expect(last([`${graph[0]}\n${source}`])).toBe('random');
    expect(last(graph, ['list(graph["a"])'])).toBe('random');
    expect(last(graph, walk, ['walk(graph, "a")'])).toBe('random');
    expect(last(graph, walk, ['len(walk(graph, "a"))'])).toBe('same');
  });

  it('shows in the next turn of a loop around', () => {
    const search: Told = [
      'def search(g, at):\n    found, queue = [], [at]\n    while queue:\n        at = queue.pop(0)\n        found.append(at)\n        for one in g.get(at, []):\n            queue.append(one)\n    return found'
    ];
    const byKey: Told = [search[0].replace('.get(at, [])', '[at]')];
    expect(last(graph, byKey, ['search(graph, "a")'])).toBe('random');
    const inOrder: Told = [search[0].replace('g.get(at, [])', 'sorted(g[at])')];
    expect(last(graph, inOrder, ['search(graph, "a")'])).toBe('same');
  });

  it('does not where it is a list, or holds no texts', () => {
    const source =
      'for key in graph:\n    for one in graph[key]:\n        print(one)';
    expect(last(lists, [source])).toBe('same');
    expect(last(lists, walk, ['walk(graph, "a")'])).toBe('same');
    expect(last(graph, ['graph = {"a": [1]}'], [source])).toBe('same');
  });

  const bag = (method: string): Told => [
    `class Bag:\n    def __init__(self):\n        self.words = set()\n    def terms(self):\n        return ${method}\n    def feed(self, text):\n        self.words = set(text.split())\nbag = Bag()`
  ];

  it('shows where a method gives it back', () => {
    expect(last(bag('self.words'), ['print(bag.terms())'])).toBe('random');
    expect(last(bag('list(self.words)'), ['bag.terms()'])).toBe('random');
    expect(last(bag('self.words'), ['sorted(bag.terms())'])).toBe('same');
    expect(last(bag('len(self.words)'), ['print(bag.terms())'])).toBe('same');
    expect(last(bag('sorted(self.words)'), ['print(bag.terms())'])).toBe(
      'same'
    );
  });
});

describe('a set that an own function made of what it was given', () => {
  const unique: Told = ['def unique(xs):\n    return set(xs)'];

  it.each([
    ['random', [['xs = ["a", "b"]'], ['s = unique(xs)'], ['print(s)']]],
    ['random', [['xs = ["a", "b"]\ns = unique(xs)'], ['print(s)']]],
    [
      'random',
      [['def f():\n    return {"a", "b"}'], ['s = f()'], ['print(s)']]
    ],
    ['same', [['def f():\n    return ["a", "b"]'], ['s = f()'], ['print(s)']]],
    ['same', [['def f():\n    return {1, 2}'], ['s = f()'], ['print(s)']]],
    ['same', [['xs = ["a", "b"]'], ['s = unique(xs)'], ['print(sorted(s))']]],
    ['same', [['xs = [1, 2]'], ['s = unique(xs)'], ['print(s)']]],
    ['same', [['xs = ["a"]\nks = [1]'], ['s = unique(ks)'], ['print(s)']]]
  ] as [string, Told[]][])('is %s: %j', (expected, rest) => {
    expect(last(unique, ...rest)).toBe(expected);
  });
});
