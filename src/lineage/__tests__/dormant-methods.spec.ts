// Methods that draw, of classes whose instances the same cell makes: they count only where something can call them.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

const CLASS = [
  'class Walker:',
  '    def __init__(self, size):',
  '        self.size = size',
  '',
  '    def step(self):',
  '        return random.random() * self.size',
  '',
  '    def show(self):',
  '        print(self.size)',
  '',
  ''
].join('\n');

const toldOf = (source: string): string | undefined => {
  const notebook = aNotebook()
    .cell('a', 'import random\nimport tool\nfrom tool import simulate, note')
    .cell('b', source)
    .run('a')
    .run('b', null, { output: '3' });
  return told(notebook)[1];
};

it.each([
  'w = Walker(3)\nw.show()',
  'print(Walker(3))',
  'w = Walker(3)\nnote("made")\nw.show()',
  'ws = [Walker(n) for n in range(3)]\nfor w in ws:\n    w.show()',
  'ws = []\nws.append(Walker(3))\nprint(len(ws))'
])(
  'a method that nothing names and nobody else gets at does not: %j',
  source => {
    expect(toldOf(CLASS + source)).toBe('b same');
  }
);

it.each([
  'w = Walker(3)\nprint(w.step())',
  'w = Walker(3)\nsimulate(w)',
  'ws = [Walker(n) for n in range(3)]\nsimulate(ws)',
  'w = Walker(3)\nother = w\ntool.run(other)',
  'ws = [Walker(n) for n in range(3)]\nfor w in ws:\n    simulate(w)',
  'tool.run(Walker(3))',
  'w = Walker(3)\nprint(getattr(w, "st" + "ep")())'
])('one that something may call does: %j', source => {
  expect(toldOf(CLASS + source)).toBe('b random unseeded');
});

it('a base that nobody knows may call it', () => {
  const heir = CLASS.replace('Walker:', 'Walker(tool.Agent):');
  expect(toldOf(`${heir}w = Walker(3)\nw.show()`)).toBe('b random unseeded');
});

it('one that makes the instance, or shows it, does', () => {
  const made = CLASS.replace('self.size = size', 'self.size = random.random()');
  expect(toldOf(`${made}w = Walker(3)\nw.show()`)).toBe('b random unseeded');
  const shown = CLASS.replace('def step', 'def __repr__');
  expect(toldOf(`${shown}w = Walker(3)\nw`)).toBe('b random unseeded');
});
