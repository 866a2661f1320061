// The order in which sets give texts: another one in each process.
import { analysePython } from '../../analysis';
import { aNotebook } from '../../testing/run-builder';
import { forecast } from '..';

/** The verdicts of cells that ran in order and showed something, unless they only assign. */
function told(...sources: string[]): readonly string[] {
  const notebook = aNotebook();
  sources.forEach((source, index) => {
    const id = 'abcdefgh'[index] ?? '';
    const output = /^\w+ = .*$/.test(source) ? undefined : source;
    notebook.cell(id, source).run(id, null, { output });
  });
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input).cells.map(({ verdict }) => verdict);
}

describe('the order of a set of texts', () => {
  it.each([
    'print({"a", "b"})',
    'print(f"{set(\'abc\')}")',
    'print([1, {"a", "b"}])',
    'list(set("b a c".split()))',
    'print(" ".join({w.lower() for w in ["A", "B"]}))',
    'for w in {"a", "b"}:\n    print(w)',
    'for i, w in enumerate(set("ab")):\n    print(i, w)',
    'd = {}\nfor w in {"a", "b"}:\n    d[w] = 1\nd',
    '{w: len(w) for w in frozenset(["a", "bb"])}',
    '[*{"a", "b"}]',
    'first, *rest = {"a", "b", "c"}\nprint(first)',
    'print(*({"a", "b"} | {"c"}))',
    'next(iter({"a", "b"}))',
    's = {"a", "b"}\ns.pop()',
    'list({("a", 1), ("b", 2)})',
    'words = "b a c".split()\nprint(set(words) - {"a"})',
    'def unique(text):\n    return list(set(text.split()))\nunique("b a")',
    'class Bag:\n    def __init__(self):\n        self.words = {c for c in "ab"}\n    def all(self):\n        return [w for w in self.words]\nBag().all()'
  ])('shows in: %s', source => {
    expect(told(source)).toEqual(['random']);
  });

  it.each([
    '{"a", "b"}',
    'print({1, 2, 3})',
    'print({"a"})',
    'sorted({"a", "b"})',
    'sorted(w for w in {"a", "b"})',
    'print(sorted(list(set("abc"))))',
    'len(list(set("abc")))',
    '"a" in {"a", "b"}',
    '{"a", "b"} == {"b", "a"}',
    'print(len({"a", "b"} & {"a"}))',
    'min({"b", "a"})',
    'any(w == "a" for w in {"a", "b"})',
    '{w.upper() for w in {"a", "b"}}',
    'n = 0\nfor w in {"a", "b"}:\n    n += len(w)\nprint(n)',
    'seen = set()\nfor w in {"a", "b"}:\n    seen.add(w)\nlen(seen)',
    'words = list(set("abc"))\nprint(len(words), sorted(words))',
    'lookup = {w: 1 for w in {"a", "b"}}\nprint(lookup["a"])',
    'list(dict.fromkeys("abc"))',
    'print(["a", "b"])',
    'def show(words):\n    for w in words:\n        print(w)\nshow(["a"])'
  ])('does not show in: %s', source => {
    expect(told(source)).toEqual(['same']);
  });

  it('is met by the cells below, where they look at it', () => {
    expect(
      told(
        'words = "b a c".split()',
        'vocabulary = set(words)',
        'order = list(vocabulary)',
        'print(order[:2])',
        'print(len(order), sorted(order), "a" in vocabulary)',
        'print(vocabulary)',
        'vocabulary'
      )
    ).toEqual(['same', 'same', 'random', 'random', 'same', 'random', 'same']);
  });

  it('stays in an object of which a part is named, or which a function is given', () => {
    expect(
      told(
        'class Board:\n    def __init__(self):\n        self.size = 2\n        self.kinds = [k for k in {"a", "b"}]\ndef area(board):\n    return board.size ** 2',
        'board = Board()',
        'board.size',
        'area(board)'
      )
    ).toEqual(['same', 'random', 'same', 'same']);
  });

  it('is the same in each process where the hashes are', () => {
    const notebook = aNotebook()
      .cell('a', 'print({"a", "b"})')
      .run('a', null, { output: '1' })
      .build();
    const runs = notebook.runs.map(run => ({
      ...run,
      environment: {
        ...run.environment,
        details: { variables: { PYTHONHASHSEED: '0' } }
      }
    })) as unknown as typeof notebook.runs;
    const input = { ...notebook, runs, analyse: analysePython };
    expect(forecast(input).cells[0]?.verdict).toBe('same');
  });
});
