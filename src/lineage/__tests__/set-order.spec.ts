// The order in which sets give texts: another one in each process.
import { toldInOrder } from '../../testing/told-in-order';
import { analysePython } from '../../analysis';
import { aNotebook } from '../../testing/run-builder';
import { forecast } from '..';

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
    'print(set(dir(str)) - set(dir(object)))',
    'print({n for n in globals() if n != "a"})',
    'list(set(vars(str)))',
    'first, *rest = {"a", "b", "c"}\nprint(first)',
    'print(*({"a", "b"} | {"c"}))',
    'next(iter({"a", "b"}))',
    's = {"a", "b"}\ns.pop()',
    'list({("a", 1), ("b", 2)})',
    'words = "b a c".split()\nprint(set(words) - {"a"})',
    'def unique(text):\n    return list(set(text.split()))\nunique("b a")',
    'names = list({"a", "b"}); print(names)',
    'def show(): print(names)\nnames = list({"a", "b"})\nshow()',
    'names = list({"a", "b"})\nupper = [n.upper() for n in names]\nprint(upper)',
    'names = list({"a", "b"})\nif len(names) > 5:\n    names = []\nprint(names)',
    'text = ""\nfor w in {"a", "b"}:\n    text += w\nprint(text)',
    'for w in {"a", "b"}:\n    last = w\nprint(last)',
    'for w in {"a", "b"}:\n    pass\nprint(w)',
    'for w in {"a", "b"}:\n    if w.islower():\n        break\nprint(w)',
    'n = 0\nfor w in {"a", "b"}:\n    n += 1\n    if w == "b":\n        break\nprint(n)',
    'd = {}\nfor w in {"a", "b"}:\n    d[w] = len(d)\nprint(d["a"])',
    'd = {w: i for i, w in enumerate({"a", "b"})}\nprint(d["a"])',
    'd = dict(zip({"a", "b"}, range(2)))\nd["a"]',
    'from collections import Counter\nprint(Counter({"a", "b"}))',
    'from collections import Counter\nc = Counter()\nfor t in ["ab", "bc"]:\n    c.update(set(t))\nprint(c)',
    'tags = set()\nfor t in ["a", "b"]:\n    tags.add(t)\nprint(tags)',
    'one = {"x": 1, "y": 2}\ntwo = {"x": 3, "y": 4}\nprint(one.keys() & two.keys())',
    'max({"aa", "bb"}, key=len)',
    'sorted({"aa", "bb"}, key=len)',
    'print(set(map(str, range(3))))',
    'from itertools import combinations\nlist(combinations({"a", "b", "c"}, 2))',
    'import itertools\nlist(itertools.permutations({"a", "b", "c"}))',
    'import itertools\nfor pair in itertools.product({"a", "b"}, {"c", "d"}):\n    print(pair)',
    'print("%s" % {"a", "b"})',
    'print("%i of %s" % (2, {"a", "b"}))',
    'class Bag:\n    def __init__(self):\n        self.words = {c for c in "ab"}\n    def all(self):\n        return [w for w in self.words]\nBag().all()'
  ])('shows in: %s', source => {
    expect(toldInOrder(source)).toEqual(['random']);
  });

  it.each([
    '{"a", "b"}',
    'print({1, 2, 3})',
    'print({"a"})',
    'sorted({"a", "b"})',
    'sorted(w for w in {"a", "b"})',
    'print(sorted(list(set("abc"))))',
    'len(list(set("abc")))',
    'import itertools\nlen(list(itertools.permutations({"a", "b"})))',
    'import itertools\nsum(1 for _ in itertools.product({"a", "b"}, {"c", "d"}))',
    'print("%s of %i" % (sorted({"a", "b"}), len({"a", "b"})))',
    '7 % len({"a", "b"})',
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
    'd = {}\nfor w in {"a", "b"}:\n    d[w] = len(w)\nprint(sorted(d.items()), d["a"], len(d), "a" in d)',
    'import pandas as pd\ndf = pd.DataFrame({"a": [1], "b": [2]})\nfor c in set(["a", "b"]):\n    df[c] = df[c] * 2\nprint(df)',
    'ok = False\nfor s in {"a", "b"}:\n    if "abc".startswith(s):\n        ok = True\n        break\nprint(ok)',
    'found = None\nfor u in {"a", "b"}:\n    if u == "b":\n        found = u\n        break\nprint(found)',
    'longest = ""\nfor w in {"a", "bb"}:\n    if len(w) > len(longest):\n        longest = w\nprint(longest)',
    'x = {"only"}\nprint(x)\ny = set("a b".split()) & {"a"}\nprint(list(y))',
    'names = list({"a", "b"})\nnames.sort()\nprint(names)',
    'names = list({"a", "b"})\nupper = [n.upper() for n in names]\nprint(len(upper))',
    'import numpy as np\nnames = list({"a", "b"})\nprint(np.unique(names))',
    'tags = set()\ntags.add("a")\nprint(tags)',
    'for w in {"a", "b"}:\n    print("turn")',
    'n = 0\nfor w in {"a", "b"}:\n    n += len(w)\nfor w in sorted({"a", "b"}):\n    print(w)',
    'names = list({"a", "b"})\nnames = sorted(names)\nprint(names)',
    'def f():\n    n = 0\n    for i, w in enumerate({"a", "b"}):\n        x = w.upper()\n        n += len(x)\n    return n\nprint(f())',
    'total = 0\nfor w in set("abc"):\n    total = total + len(w)\nprint(total)',
    'def show(words):\n    for w in words:\n        print(w)\nshow(["a"])',
    'assert list({"a", "b"}) and max({"aa", "bb"}, key=len) != "c"\nprint("ok")',
    'def first(words):\n    return list(words)[0]\ndef test():\n    assert first({"a", "b"}) in "ab"\n    return "passed"\ntest()',
    'names = list({"a", "b"})\nassert len(names[0]) == 1\nprint("ok")',
    'def show(numbers):\n    numbers = numbers - 1\n    return list(numbers)\nshow(np.array([1, 2]))'
  ])('does not show in: %s', source => {
    expect(toldInOrder(source)).toEqual(['same']);
  });

  it.each([
    'words = words - {"a"}\n    return list(words)',
    'while len(words) > 2:\n        words = words - {max(words)}\n    return " ".join(words)',
    'rest = words & {"a", "b"}\n    return [w for w in rest]',
    'return list(words | words)',
    'assert words\n    print(list(words))'
  ])('shows in what a function of another cell does: %s', body => {
    expect(
      toldInOrder(
        `def of(words):\n    ${body}`,
        'names = set("a b c".split())',
        'of(names)',
        'of([1]) if False else 0'
      )
    ).toEqual(['same', 'same', 'random', 'same']);
  });

  it('is met by the cells below, where they look at it', () => {
    expect(
      toldInOrder(
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
      toldInOrder(
        'class Board:\n    def __init__(self):\n        self.size = 2\n        self.kinds = [k for k in {"a", "b"}]\ndef area(board):\n    return board.size ** 2',
        'board = Board()',
        'board.size',
        'area(board)'
      )
    ).toEqual(['same', 'random', 'same', 'same']);
  });

  it('is in what single values are, where these tell of places', () => {
    expect(
      toldInOrder(
        'place = {c: i for i, c in enumerate(set("hello"))}',
        'size = {c: 1 for c in set("hello")}',
        'print(len(place))',
        'print(place["h"])',
        'print(size["h"])'
      )
    ).toEqual(['random', 'random', 'same', 'random', 'same']);
  });

  it('is in what a table holds under other keys than the elements', () => {
    expect(
      toldInOrder(
        'groups = {}\nfor w in {"a", "b"}:\n    groups.setdefault(len(w), []).append(w)',
        'print(len(groups))',
        'print(groups[1])'
      ).slice(1)
    ).toEqual(['same', 'random']);
  });

  it('is gone where a frame is put in order and shown without the places of its rows', () => {
    expect(
      toldInOrder(
        'import pandas as pd\ndf = pd.DataFrame({"k": list({"a", "b"})})',
        "print(df.sort_values('k')['k'].tolist())",
        "print(df.sort_values('k'))"
      )
    ).toEqual(['same', 'same', 'random']);
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

describe('a table that was filled from a set', () => {
  const made =
    'words = "a b a".split()\nfreq = {w: words.count(w) for w in set(words)}';

  it.each([
    'w = "a"\nfreq[w]',
    'print("x" in freq)',
    'print(sorted(freq.items()))',
    'print(max(freq.values()))',
    'print(freq.get("a"))',
    'for w in words:\n    print(freq[w])',
    'print([freq[w] for w in words if w in freq])'
  ])('gives the same under a key: %s', source => {
    expect(toldInOrder(made, source)[1]).toBe('same');
  });

  it.each([
    'print(freq)',
    'list(freq)',
    '[w for w in freq]',
    'for w in freq:\n    print(w)',
    'print(list(freq.items()))'
  ])('shows its order where all of it is gone through: %s', source => {
    expect(toldInOrder(made, source)[1]).toBe('random');
  });

  it('is no list, whose items hang on the order', () => {
    expect(
      toldInOrder('names = list({"a", "b"})', 'i = 0\nprint(names[i])')[1]
    ).toBe('random');
  });
});
