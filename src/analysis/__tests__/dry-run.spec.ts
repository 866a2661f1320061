// Holds what cells do in thought against what Python does with them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, held } from '../../testing/python-answers';
import { tricky } from '../../testing/tricky-programs';
import { parsePercent } from '../../testing/truth/percent';

const root = join(__dirname, '..', '..', '..');

const PROGRAMS: readonly (readonly string[])[] = [
  [
    'x = 10',
    'y = x * 2 + 7 // 2 - 9 % 4 ** 2',
    'print(x, y, x / y, -x // 3, -x % 3)'
  ],
  [
    'a = [3, 1, 2]\nb = a\nb.append(4)',
    'a.sort(reverse=True)\nc = a[1:] + a[::-1]',
    'a[0], a[-1] = 9, 8\ndel a[1]\nprint(a, b, c, len(a))'
  ],
  [
    'd = {"a": 1, "b": [2]}\nd["c"] = d.get("z", 0)',
    'for k, v in d.items():\n    print(k, v)\nd["b"].append(3)',
    'e = {**d, "a": 5}\nprint(sorted(e), max(e, key=lambda k: str(e[k])))'
  ],
  [
    'def f(n, k=2, *rest, z=1, **more):\n    return n * k + sum(rest) + z + len(more)',
    'print(f(1), f(1, 2, 3, 4), f(1, z=5, q=6), f(*[1, 2], **{"z": 3}))'
  ],
  [
    'def counter():\n    n = 0\n    def tick(by=1):\n        nonlocal n\n        n += by\n        return n\n    return tick',
    't = counter()\nt()\nu = counter()',
    'print(t(5), t(), u())'
  ],
  [
    'class A:\n    size = 1\n    def __init__(self, x):\n        self.x = x\n    def double(self):\n        return self.x * 2\n    def __repr__(self):\n        return f"A<{self.x}>"',
    'class B(A):\n    def __init__(self, x):\n        super().__init__(x + 1)\n    @property\n    def half(self):\n        return self.x / 2\n    def double(self):\n        return super().double() + self.size',
    'b = B(3)\nA.size = 7\nprint(b, b.double(), b.half, isinstance(b, A), [b, A(1)])'
  ],
  [
    'class A(object):\n    def __init__(self, x=2):\n        super().__init__()\n        self.x = x\nclass B(A):\n    y = 3',
    'b = B(4)\nobject = A\nclass C(object):\n    z = 5',
    'print(b.x, b.y, C().x, C().z, isinstance(C(), A), isinstance(b, C))'
  ],
  [
    'class H:\n    known = {}\n    calls = 0\n    def __init_subclass__(cls, **rest):\n        H.known[cls.__name__] = cls\n    def handle(self, text):\n        H.calls += 1\n        return text',
    'class U(H):\n    pass',
    'u = U()\nu.handle("a")',
    'print(H.calls, len(H.known))',
    'H.calls = 7',
    'u.handle("b")',
    'print(H.calls)'
  ],
  [
    'from copy import copy\nclass A:\n    x = 1\n    def f(self):\n        return self.x',
    'B = copy(A)',
    'a = A()\nB.x = 2',
    'print(A.x, a.f())',
    'with open("/dev/null") as file:\n    A.f = lambda self: 9',
    'print(a.f())'
  ],
  [
    's = "Hello, World"\nprint(s.lower().split(", "), s[::-1], s.count("l"), s.find("z"), "-".join(sorted(set(s.lower()))))',
    'print(f"{s!r:>20}|{3.14159:.2f}|{1234567:,}|{0.256:.1%}|{5:03d}|{s:<15}|{s=}")'
  ],
  [
    'squares = {n: n ** 2 for n in range(5) if n % 2}\npairs = [(a, b) for a in "xy" for b in range(2)]',
    'total = sum(v for v in squares.values())\nprint(squares, pairs, total, any(v > 8 for v in squares.values()))'
  ],
  [
    'def g(x):\n    try:\n        return 1 / x\n    except ZeroDivisionError as e:\n        return str(e)\n    finally:\n        print("done", x)',
    'print(g(0), g(4))',
    'raise ValueError("no")',
    'z = undefined_name',
    'print([1][5])'
  ],
  [
    'i = 0\nwhile True:\n    i += 1\n    if i % 2:\n        continue\n    if i > 6:\n        break\nelse:\n    i = -1',
    'for j in range(3):\n    pass\nelse:\n    j = 10',
    'print(i, j)'
  ],
  [
    'from collections import Counter, defaultdict\nc = Counter("banana")\nd = defaultdict(list)\nfor w in ["ab", "a", "bc"]:\n    d[len(w)].append(w)',
    'print(c.most_common(2), dict(d), c["z"], sum(c.values()))'
  ],
  [
    'from dataclasses import dataclass, field\n@dataclass(order=True)\nclass Item:\n    price: float\n    name: str = field(compare=False)\n    tags: list = field(default_factory=list, compare=False)',
    'items = [Item(3.5, "pen"), Item(1.0, "clip")]\nitems.sort()\nitems[0].tags.append("x")',
    'print(items, min(items), items[0] == Item(1.0, "other"))'
  ],
  [
    'import math\nprint(math.sqrt(16), math.floor(2.7), math.pi, math.factorial(5), round(2.5), round(2.675, 2), round(-0.5))',
    'print(1e16, 1e-5, 0.1 + 0.2, 1.0, 100.0, 1e22, 123456789012345678, 2 ** 70, 7 / 2, 10 // 3.0)'
  ],
  [
    'a, *b = 1, 2, 3\n(c, d), e = (4, 5), 6\nx = y = []\nx.append(1)',
    'print(a, b, c, d, e, y, 1 < a + 1 <= 2, not a, a and b, None or "z", 3 in b, None is None)'
  ],
  [
    'from functools import reduce, lru_cache\n@lru_cache(maxsize=None)\ndef fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)',
    'print(fib(30), reduce(lambda a, b: a * b, [1, 2, 3], 1), list(map(str, range(3))), list(zip("ab", [1, 2])), list(enumerate("ab", 1)))'
  ],
  [
    'import functools\nfrom functools import wraps\ndef twice(f):\n    @wraps(f)\n    def inner(*a, **k):\n        return 2 * f(*a, **k)\n    return inner',
    'def plain(f):\n    @functools.wraps(wrapped=f)\n    def inner(*a):\n        return f(*a)\n    return inner',
    '@twice\ndef g(x, y=1):\n    return x + y',
    '@plain\ndef h(x):\n    return x',
    'print(g(3), g(3, y=2), g.__name__)',
    'print(h(3), h.__name__)'
  ],
  [
    'g = (n * n for n in range(4))\nfirst = next(g)\nrest = list(g)\nagain = list(g)',
    'print(first, rest, again, sum([0.1, 0.2]) > 0.3, list(filter(None, [0, 1])), list(reversed([1, 2])))'
  ],
  [
    'x = 5\ndef h():\n    global x\n    x += 1\n    return x',
    'h()\nh()',
    'print(x)',
    'def broken():\n    print(v)\n    v = 1\nbroken()'
  ],
  [
    'import numpy as np\nxs = [1, 2]\nys = xs\nm = np.mean(xs)',
    'np.put(xs, 0, 5)',
    'print(ys)',
    'k = 3\nprint(k)'
  ],
  [
    'line = "the quick brown fox"\nprint(line.center(30), line.center(31, "-"), "ab".center(5), "a".center(4), "abc".center(2))',
    'print(line.rfind("o"), line.rfind("z"), line.rindex("o"), (2.0).is_integer(), 2.5.is_integer())',
    'line.rindex("z")',
    'line.index("z")'
  ],
  [
    'import re\npattern = "\\s+\\w"\nprint(len(pattern), pattern, "\\d", "a\\"b", f"\\.{1}")',
    'def f():\n    return "\\."',
    'print(f(), re.findall(pattern, "a b  c"))'
  ],
  [
    'from collections import deque\nd = deque([1, 2])\ne = d\ne.appendleft(0)\ne.extend("ab")\ne.extendleft([8, 9])',
    'print(d, len(d), d[0], d[-1], list(d), 2 in d, bool(deque()), d.pop(), d.popleft(), d, sorted(deque([2, 1])))',
    'for x in d:\n    print(x)',
    'd.reverse()\nf = d.copy()\nf.clear()\nprint(d, f)',
    'f.popleft()',
    'print(d == deque(d), d == [1])',
    'for x in d:\n    d.append(x)',
    'while d:\n    d.pop()',
    'print(d)'
  ],
  [
    'from collections import deque\nimport numpy as np\nxs = [1]\nd = deque([xs])\nys = np.sort(d)\nnp.put(d, 0, 1)',
    'print(xs, len(d))'
  ],
  [
    'class Log:\n    def __init__(self):\n        self.lines = []\n    def __enter__(self):\n        self.lines.append("in")\n        return self\n    def __exit__(self, kind, error, trace):\n        self.lines.append(kind)\n        return True',
    'log = Log()\nwith log as l:\n    l.lines.append(1)\n    x = len(l.lines)',
    'with log:\n    pass\nprint(log.lines, x)',
    'with log:\n    y = 1\n    1 / 0',
    'print(log.lines[-1] is None, y)',
    'def g():\n    with Log() as l:\n        return l\nprint(g().lines)',
    'with log, Log() as other:\n    z = 1',
    'print(z, log.lines)'
  ],
  [
    'from typing import Tuple\nRow = Tuple[int, ...]\ndef later(): ...',
    'print(later(), 3)'
  ],
  [
    'class Stack:\n    def __init__(self):\n        self.items = []\n    def __len__(self):\n        return len(self.items)\n    def __eq__(self, other):\n        return self.items == other.items\n    def push(self, x):\n        self.items.append(x)\n        return self',
    's = Stack().push(1).push(2)\nprint(len(s), s == Stack(), bool(Stack()), [k for k in dir(s)][:0])'
  ],
  [
    'text = """a b\nc"""\nwords = {}\nfor w in text.split():\n    words[w] = words.get(w, 0) + 1',
    'print(words, text.splitlines(), "a" * 3, "%d" % 3)',
    'print("{} {:>4} {n}".format(1, 2, n=3), "x".zfill(3), " p ".strip())'
  ]
];

describe('a dry run', () => {
  it('knows nothing that Python does not do, in programs of many kinds', () => {
    const answers = ask(PROGRAMS);
    const all = PROGRAMS.map((cells, index) =>
      held(cells, answers[index] ?? [])
    );
    expect(all.flatMap(({ wrong }) => wrong)).toEqual([]);
    const followed = all.reduce((sum, one) => sum + one.followed, 0);
    expect(followed).toBeGreaterThan(40);
  });

  it('rather knows nothing than something wrong where values are easily mistaken', () => {
    const notebooks = tricky.map(source => [source]);
    const answers = ask(notebooks);
    const all = notebooks.map((cells, index) =>
      held(cells, answers[index] ?? [])
    );
    expect(all.flatMap(({ wrong }) => wrong)).toEqual([]);
    const followed = all.reduce((sum, one) => sum + one.followed, 0);
    expect(followed).toBeGreaterThan(60);
  });

  it('knows nothing wrongly about the notebooks of the truth bench', () => {
    const folder = join(root, 'bench', 'truth', 'notebooks');
    const pure =
      /^(?:bank|closures|config|graph|inventory|machine|memo|parse_match|plugins|records|redefined|scopes|shapes|text|todo|vectors)\.py$/;
    const notebooks = readdirSync(folder)
      .filter(name => pure.test(name))
      .map(name => parsePercent(name, readFileSync(join(folder, name), 'utf8')))
      .map(({ cells }) => cells.map(({ sources }) => sources[0] ?? ''));
    const answers = ask(notebooks);
    const all = notebooks.map((cells, index) =>
      held(cells, answers[index] ?? [])
    );
    expect(all.flatMap(({ wrong }) => wrong)).toEqual([]);
    const followed = all.reduce((sum, one) => sum + one.followed, 0);
    expect(followed).toBeGreaterThan(80);
  });
});
