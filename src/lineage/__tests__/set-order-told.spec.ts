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
