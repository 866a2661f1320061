import { marked, readOf, unmarked } from './summary';

/** Each text shows a source with marks under all that is read from the notebook, and under nothing else. */
const texts = [
  `
x = x + y
    ^   ^
x = x + 1
`,
  `
y = 1
print(y)
`,
  `
f(a, b=c, *d, **e)
^ ^    ^   ^    ^
`,
  `
print(f"{a!r:>{b}} {c=} {d['k']} {{e}} {f'{g}'}")
         ^     ^    ^    ^                 ^
`,
  `
[i * k for i in xs if i > t for j in g(i)]
     ^          ^^        ^          ^
`,
  `
def f(a, b=c, *args: d) -> e:
           ^         ^     ^
    return a + b + free
`,
  `
@deco(1)
 ^^^^
class A(B, metaclass=M):
        ^            ^
    x = y
        ^
    z = x
    def m(self):
        return free
`,
  `
lambda a, b=c: a + free
            ^      ^^^^
`,
  `
for i in rows:
         ^^^^
    total += i
    ^^^^^
`,
  `
with opened(p) as h, other:
     ^^^^^^ ^        ^^^^^
    h.read()
`,
  `
def f():
    global a
    a = 1
f()
print(a)
`,
  `
ε = 1
print(ϵ, µ)
         ^
`,
  `
try:
    risky
    ^^^^^
except Mine as e:
       ^^^^
    print(e)
`,
  `
match shape:
      ^^^^^
    case Point(x=0, y=top) if top > limit:
         ^^^^^                      ^^^^^
        print(top)
    case Colour.RED | {"k": v, **rest}:
         ^^^^^^
        print(v, rest)
`,
  `
if (n := count()) > n:
         ^^^^^
    print(n)
`,
  `
del gone, kept.part[key]
    ^^^^            ^^^
`,
  `
import a.b, c as d
from e import f as g
print(a, d, g)
`,
  `
type X[T] = list[T] | Free
x: Annotated = 1
   ^^^^^^^^^
`,
  `
a.b.c[d](e).f
^     ^  ^
`
];

it.each(texts)('marks what is read: %s', text => {
  const expected = text.slice(1, -1);
  expect(marked(unmarked(text), analysis => analysis.references)).toBe(
    expected
  );
});

it.each([
  [
    'the part that is read',
    'df["a"] + df.b.mean() + d[0]',
    'df["a"] df["b"] d[0]'
  ],
  ['the whole, where the part is computed', 'd[k] + d[-1] + d[1:2]', 'd k d d'],
  ['the whole, for methods', 'df.mean()', 'df'],
  ['the whole, for what depends on all parts', 'df.shape', 'df'],
  ['doubt in branches', 'if c:\n    a\nelse:\n    b', 'c a? b?'],
  ['no doubt in what surely runs', 'if __name__ == "__main__":\n    a', 'a'],
  ['no doubt in a loop that surely runs', 'for i in range(3):\n    a', 'a'],
  [
    'doubt after a possible break',
    'while True:\n    if c: break\n    a',
    'c a?'
  ],
  ['doubt on the right of and', 'a and b', 'a b?'],
  ['doubt in both arms', 'a if c else b', 'c a? b?'],
  [
    'doubt where a handler covers it',
    'try:\n    a\nexcept NameError:\n    a = 1',
    'a?'
  ],
  [
    'no doubt where the handler is for other things',
    'try:\n    a\nexcept KeyError:\n    pass',
    'a'
  ],
  ['doubt for names of globals()', 'if "a" in globals():\n    a', 'a? a?'],
  ['names bound in one branch only', 'if c:\n    a = 1\na', 'c a?'],
  [
    'no names bound in all branches',
    'if c:\n    a = 1\nelse:\n    a = 2\na',
    'c'
  ],
  [
    'no names bound in every case',
    'match s:\n    case 1:\n        a = 1\n    case _:\n        a = 2\na',
    's'
  ],
  [
    'no names bound before each break',
    'while True:\n    a = f()\n    if a: break\na',
    'f'
  ],
  [
    'names of a former turn',
    'for i in r:\n    if i: use(old)\n    old = i',
    'r use? old?'
  ],
  [
    'no name over which a loop above went',
    'for i, (a, *b) in r:\n    c = a\nelse:\n    i\nprint(i, a, b, c)',
    'r c?'
  ],
  ['a name over which a while may go', 'while r:\n    a = 1\na', 'r a?'],
  [
    'names after a failed try',
    'try:\n    a = f()\nexcept E:\n    pass\na',
    'f E? a?'
  ],
  [
    'none after a handler that leaves',
    'try:\n    a = f()\nexcept E:\n    raise\na',
    'f E?'
  ],
  ['names that a call in the cell needs', 'def f():\n    return a\nf()', 'a?'],
  [
    'none that the cell bound before the call',
    'def f():\n    return a\na = 1\nf()',
    ''
  ],
  ['nothing of what is only defined', 'def f():\n    return a', ''],
  ['no deleted name', 'a = 1\ndel a\na', ''],
  ['no name that is bound or deleted', 'a = 1\nif c: del a\na', 'c'],
  [
    'no caught exception whose name was bound',
    'a = 1\ntry: pass\nexcept E as a: pass\na',
    'E?'
  ],
  [
    'no name that a try binds again',
    'a = 1\ntry: a = f()\nexcept E: a',
    'f E?'
  ],
  ['no local that is only annotated', 'def f():\n    a: int\n    a\nf()', ''],
  ['defaults before annotations', 'def f(a: b = (b := c)): pass', 'c'],
  ['what a comprehension changes', '[0 for a.b in c]', 'c'],
  [
    'no class names through type parameters',
    'class A:\n    B = 1\n    def f[T](self, a: B): pass',
    ''
  ]
])('reads %s', (_, source, expected) => {
  expect(readOf(source)).toBe(expected);
});
