// Sets of texts that functions hand to functions, of their cell and of others.
import { toldInOrder } from '../../testing/told-in-order';

const LISTED =
  'def listed(ws):\n    out = []\n    for w in ws:\n        out.append(w)\n    return out';
const WORDS = 'def words(text):\n    return set(text.split())';
const MADE = 'def made():\n    return listed(words("a b"))';
const GRAPH = 'graph = {"A": {"B", "C"}, "B": {"A"}, "C": {"A"}}';
const WALK =
  'def walk(g, at, seen=None):\n    if seen is None:\n        seen = []\n    seen.append(at)\n    for n in g[at]:\n        if n not in seen:\n            walk(g, n, seen)\n    return seen';
const SHOW =
  'def show(g, at):\n    print(at)\n    for n in g[at]:\n        show(g, n)';

describe('sets that bodies hand over', () => {
  it.each([
    [`${LISTED}\n${WORDS}\n${MADE}`, 'print(made())'],
    [`${MADE}\n${WORDS}\n${LISTED}`, 'print(made())'],
    [LISTED, WORDS, MADE, 'print(made())'],
    [LISTED, WORDS, MADE, 'x = made()', 'x'],
    [LISTED, WORDS, 'listed(words("a b"))'],
    [LISTED, 'listed({"a", "b"} | {"c"})'],
    ['list({"a", "b"}) + ["q"]'],
    ['[w for w in {"a", "b"}] or [0]'],
    ['max(list({"a", "b"})[0], "a")'],
    [
      'def kept(ws):\n    x = "".join(set(ws))\n    return "ab" in x',
      'kept(["a", "b"])'
    ],
    [
      LISTED,
      'def kept(ws):\n    x = listed(set(ws))\n    return x',
      'kept(["a", "b"])'
    ],
    [
      LISTED,
      'def kept(ws):\n    x = listed(set(ws))\n    print(x)\n    x.sort()',
      'kept(["a", "b"])'
    ],
    [
      LISTED,
      'def kept(ws):\n    x = listed(set(ws))\n    x.sort(key=len)\n    return x',
      'kept(["a", "b"])'
    ],
    [
      LISTED,
      'def kept(ws):\n    x = listed(set(ws))\n    y = sorted(x)\n    return x[0]',
      'kept(["a", "b"])'
    ],
    [
      LISTED,
      'def kept(ws):\n    x = listed(set(ws))\n    if len(x) > 1:\n        x = sorted(x)\n    return x',
      'kept(["a", "b"])'
    ],
    [LISTED, 'x = listed({"a", "b"})\nx = x[1:]\nprint(x)'],
    [LISTED, 'x = listed({"a", "b"})\nprint(x)\nx = sorted(x)'],
    [LISTED, 'x = listed({"a", "b"})\nif x:\n    x = sorted(x)\nprint(x)'],
    [LISTED, 'listed(ws={"a", "b"})'],
    [
      LISTED,
      'def show(ws):\n    for w in listed(set(ws)):\n        print(w)',
      'show(["a", "b"])'
    ],
    [LISTED, MADE, WORDS, 'def again():\n    return made()', 'again()'],
    [GRAPH, WALK, 'walk(graph, "A")'],
    [
      'def keep(ws):\n    global x\n    x = list(set(ws))\n    return len(x)',
      'keep(["a", "b"])\nprint(x)'
    ],
    [
      'def kept(ws):\n    x = list(zip(set(ws), [1, 2]))\n    return sorted(x)',
      'kept(["a", "b"])'
    ],
    ['def kept(ws):\n    x = list(set(ws))\n    return x', 'kept(["a", "b"])'],
    [GRAPH, SHOW, 'show(graph, "A")'],
    [
      'def fill(out, ws):\n    for w in ws:\n        out.append(w)',
      'out = []\nfill(out, {"a", "b"})\nprint(out)'
    ]
  ])('show their order: %#', (...sources) => {
    expect(toldInOrder(...sources).at(-1)).toBe('random');
  });

  it.each([
    [`${LISTED}\n${WORDS}\n${MADE}`, 'listed(["a", "b"])'],
    [`${LISTED}\n${WORDS}\n${MADE}`, 'len(made())'],
    [`${LISTED}\n${WORDS}\n${MADE}`, 'sorted(made())'],
    [LISTED, WORDS, MADE, 'sorted(made())'],
    [LISTED, WORDS, MADE, 'len(made())'],
    [LISTED, WORDS, MADE, 'listed(["a", "b"])'],
    [LISTED, 'listed({3, 1})'],
    ['max([len(w) for w in {"a", "b"}] or [0])'],
    ['sorted(list({"a", "b"}) + ["q"])'],
    ['sorted([w for w in {"a", "b"}] if 1 else [])'],
    [
      LISTED,
      'def kept(ws):\n    x = listed(set(ws))\n    x.sort()\n    return x',
      'kept(["a", "b"])'
    ],
    [
      LISTED,
      'def kept(ws):\n    x = listed(set(ws))\n    x = sorted(x)\n    return x',
      'kept(["a", "b"])'
    ],
    [
      LISTED,
      'def kept(ws):\n    x = listed(set(ws))\n    return {w: len(w) for w in sorted(x)}',
      'kept(["a", "b"])'
    ],
    [
      LISTED,
      'def kept(ws):\n    x = listed(set(ws))\n    return "a" in x, len(x)',
      'kept(["a", "b"])'
    ],
    [
      'def kept(ws):\n    x = list(set(ws))\n    x.sort()\n    return x',
      'kept(["a", "b"])'
    ],
    [
      'def kept(ws):\n    x = [w for w in set(ws)]\n    return sorted(x)',
      'kept(["a", "b"])'
    ],
    [LISTED, 'x = listed({"a", "b"})\nx.sort()\nprint(x)'],
    [LISTED, 'x = listed({"a", "b"})\nx = sorted(x)\nprint(x)'],
    [LISTED, 'x = listed({"a", "b"})\nx = sorted(x)\nprint(len(x))', 'x'],
    [LISTED, 'x = listed({"a", "b"})\nx.sort()\nprint(x)', 'x'],
    [LISTED, WORDS, 'sorted(listed(words("a b")))'],
    [
      LISTED,
      'def kept(ws):\n    return sorted(listed(set(ws)))',
      'kept(["a", "b"])'
    ],
    [
      LISTED,
      'def count(ws):\n    n = 0\n    for w in listed(set(ws)):\n        n += 1\n    return n',
      'count(["a", "b"])'
    ],
    [
      LISTED,
      'def check(ws):\n    assert "a" in listed(set(ws))\n    return "passed"',
      'check(["a", "b"])'
    ],
    [GRAPH, WALK, 'len(walk(graph, "A"))'],
    ['graph = {1: {2, 3}, 2: {1}, 3: {1}}', WALK, 'walk(graph, 1)'],
    ['graph = {"A": ["B", "C"], "B": ["A"]}', WALK, 'walk(graph, "A")']
  ])('show nothing of it: %#', (...sources) => {
    expect(toldInOrder(...sources).at(-1)).toBe('same');
  });
});
