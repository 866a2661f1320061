// Methods of classes that syntax, builtins and libraries call by no name count where they may do so.
import { analysePython } from '../../analysis';
import { aNotebook } from '../../testing/run-builder';
import { forecast } from '..';

const BAG = `class Bag:
    def __init__(self, x):
        self.x = work(x)
    def __METHOD__(self, *rest):
        return old()
    def total(self):
        return work(self.x)`;

/** True where a use of an instance counts as another one after the edit of the class. */
function counts(use: string, code: string, edited: string): boolean {
  const notebook = aNotebook()
    .cell(
      'tools',
      'from tools import work, old, new, Base, BaseEstimator, Tool, nn, fit'
    )
    .cell('class', code)
    .cell('made', 'b = Bag(work(1))')
    .cell('use', use)
    .runs('tools', 'class', 'made')
    .run('use')
    .run('class', edited);
  const { cells } = forecast({ ...notebook.build(), analyse: analysePython });
  return cells.find(one => one.cellId === 'use')?.verdict !== 'same';
}

function countsOperator(method: string, use: string): boolean {
  const code = BAG.replace('METHOD', method);
  return counts(use, code, code.replace('old', 'new'));
}

test.each([
  ['add', 'b + b'],
  ['radd', 'sum([b, b])'],
  ['mul', 'b * 2'],
  ['len', 'len(b)'],
  ['len', 'print(1 if b else 2)'],
  ['bool', 'not b'],
  ['getitem', 'b[0]'],
  ['getitem', 'list(b)'],
  ['iter', 'for x in b:\n    print(x)'],
  ['iter', 'x, y = b'],
  ['contains', '3 in b'],
  ['eq', 'b == 3'],
  ['lt', 'sorted([b, b])'],
  ['hash', '{b: 1}[b]'],
  ['eq', 'work(1)[b]'],
  ['eq', 'work(1).get(b)'],
  ['hash', 'work(1).add(b)'],
  ['enter', 'with b as x:\n    print(x)'],
  ['call', 'b(1)'],
  ['abs', 'abs(b)'],
  ['float', 'float(b)'],
  ['deepcopy', 'import copy\ncopy.deepcopy(b)'],
  ['getattr', 'b.other'],
  ['add', 'fit(b)'],
  ['len', 'eval("b")']
])('__%s__ counts for %s', (method, use) => {
  expect(countsOperator(method, use)).toBe(true);
});

test.each([
  ['add', 'b.total()'],
  ['len', 'b.total()'],
  ['getitem', 'b.x'],
  ['iter', 'print(b.total())'],
  ['eq', 'b.total() + 1'],
  ['enter', 'b.total()'],
  ['lt', 'b.total()'],
  ['hash', 'b.total()']
])('__%s__ does not count for %s', (method, use) => {
  expect(countsOperator(method, use)).toBe(false);
});

test.each([
  ["getattr(b, 'to_' + work('tal'))()", true],
  ["getattr(b, 'to_' 'tal')()", true],
  ["getattr(b, 'x')", false],
  ["getattr(b, 'x', None)", false]
])('a method counts where its name is put together: %s', (use, isCounted) => {
  const code = BAG.replace('__METHOD__', 'to_tal');
  expect(counts(use, code, code.replace('old', 'new'))).toBe(isCounted);
});

test('an operator counts where a method that runs uses it', () => {
  const code = BAG.replace('METHOD', 'len').replace(
    'work(self.x)',
    'len(self)'
  );
  expect(counts('b.total()', code, code.replace('old', 'new'))).toBe(true);
});

test.each(['BaseEstimator', 'Base.Module', 'nn.Module'])(
  'a method that %s does not call counts where the notebook calls it',
  base => {
    const code = BAG.replace('Bag', `Bag(${base})`).replace(
      '__METHOD__',
      'helper'
    );
    const edited = code.replace('old', 'new');
    expect(counts('fit(work(1), b.total())', code, edited)).toBe(false);
    expect(counts('b.helper()', code, edited)).toBe(true);
  }
);

test.each([
  ['nn.Module', 'forward'],
  ['nn.Module', '__getattr__'],
  ['BaseEstimator', 'transform'],
  ['Tool', 'anything'],
  ['work(1)', 'anything'],
  ['BaseEstimator, Tool', 'anything']
])('what heirs of %s have as %s may be called by it', (base, method) => {
  const code = BAG.replace('Bag', `Bag(${base})`).replace('__METHOD__', method);
  expect(counts('work(b.x)', code, code.replace('old', 'new'))).toBe(true);
});
