// What functions and methods do to the values that they are handed.
import { analysePython, type CellAnalysis } from '..';

/** `name part certainty` of every update but the merely possible ones. */
function updates(source: string): string[] {
  return analysePython(source)
    .updates.filter(({ certainty }) => certainty !== 'possible')
    .map(({ name, path }) => `${name}${path ?? ''}`);
}

/** `method parameter(place) part` of every change that a definition makes to what it receives. */
function received({ definitions }: CellAnalysis, name: string): string[] {
  const definition = definitions.find(one => one.name === name);
  return (definition?.received ?? []).map(
    ({ method, parameter, place, path }) =>
      `${method ?? ''} ${parameter}(${place}) ${path ?? ''}`.trim()
  );
}

test.each([
  ['def f(d, k=1):\n    d["x"] = k', ['d(0) ["x"]']],
  ['def f(a, *, d):\n    d.append(1)', ['d(null)']],
  ['def f(d):\n    for k in d:\n        d[k] = 1', ['d(0)']],
  ['def f(d):\n    d = d.copy()\n    d["x"] = 1', []],
  ['def f(d):\n    e = [d]\n    e.append(1)', []],
  ['def f(d):\n    def g(d):\n        d["x"] = 1\n    return g', []],
  ['def f(d):\n    d.head()', []]
])(
  'a function tells what it does to its parameters: %j',
  (source, expected) => {
    expect(received(analysePython(source), 'f')).toEqual(expected);
  }
);

test('a class tells what its methods do to the instance and to others', () => {
  const source =
    'class C:\n    def __init__(self, log):\n        log.append(1)\n        self.n = 0\n' +
    '    def up(self):\n        self.n += 1\n    def read(self):\n        return self.n';
  expect(received(analysePython(source), 'C')).toEqual([
    '__init__ log(1)',
    '__init__ self(0) ["n"]',
    'up self(0) ["n"]'
  ]);
});

test.each([
  ['def f(d):\n    d["x"] = 1\nf(data)', ['data["x"]']],
  ['def f(a, d):\n    d["x"] = 1\nf(1, d=data)', ['data["x"]']],
  ['def f(a, d):\n    d["x"] = 1\nf(data, 1)', []],
  ['def f(d):\n    d["x"] = 1\ndef g(e):\n    f(e)\ng(data)', ['data["x"]']],
  ['def f(d):\n    d["x"] = 1\nf(data.part)', ['data["part"]']],
  ['def f(d):\n    d["x"] = 1\n    f(d)\nf(data)', ['data["x"]']],
  ['def f(d):\n    g(d)\ndef g(d):\n    f(d)\nf(data)', []],
  ['def f(d):\n    d["x"] = 1\ndata = {}\nf(data)', []]
])('a cell that calls its own function: %j', (source, expected) => {
  expect(updates(source)).toEqual(expected);
});

test('what is handed to callables of other cells is told with its place', () => {
  const { handovers = [] } = analysePython(
    'f(a, b[0], k=c)\nobj.up(d)\nlen(e)'
  );
  const told = handovers.map(
    ({ callee, method, name, path, place }) =>
      `${callee}${method ? '.' + method : ''} ${name}${path ?? ''} ${place}`
  );
  expect(told).toEqual([
    'f a 0',
    'f b[0] 1',
    'f c k',
    'obj.up obj 0',
    'obj.up d 1'
  ]);
});

test('a method of what a function of the cell receives is asked of the value', () => {
  const { handovers = [] } = analysePython('def f(c):\n    c.up()\nf(counter)');
  expect(handovers.map(({ callee, method }) => [callee, method])).toEqual([
    ['counter', 'up']
  ]);
});

test('a value that is local to a function stays its own', () => {
  const { handovers = [], definitions } = analysePython(
    'def f(d):\n    own = {}\n    g(own)\n    [g(x) for x in d]\n    g(d)\n    g(table)'
  );
  expect(handovers).toEqual([]);
  const [f] = definitions;
  expect(f?.handovers?.map(({ name, from }) => [name, from?.place])).toEqual([
    ['d', 0],
    ['table', undefined]
  ]);
});
