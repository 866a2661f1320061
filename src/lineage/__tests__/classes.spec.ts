// Classes: which of their methods and attributes a cell hangs on, told from the source alone.
import { analysePython, dryRuns } from '../../analysis';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast } from '..';

/** The cells that a fresh run would not show again. */
function stale(notebook: RunBuilder): string {
  const { cells } = forecast({ ...notebook.build(), analyse: analysePython });
  return cells
    .filter(({ verdict }) => verdict !== 'same')
    .map(({ cellId, verdict }) => `${cellId} ${verdict}`)
    .join(', ');
}

const SHOP = `class Shop:
    fee = open_fee()
    def __init__(self, name):
        self.name = load(name)
    def sell(self, price):
        return work(price * RATE + self.fee)
    def sign(self):
        return work(self.name)
    def __repr__(self):
        return work(self.name, STYLE)`;

function shop(): RunBuilder {
  return aNotebook()
    .cell('tools', 'from tools import open_fee, load, work')
    .cell('rate', 'RATE = open_fee(2)')
    .cell('style', 'STYLE = load("a")')
    .cell('class', SHOP)
    .cell('made', 's = Shop("x")')
    .cell('sell', 'n = s.sell(3)')
    .cell('sign', 'm = s.sign()')
    .cell('show', 's')
    .runs('tools', 'rate', 'style', 'class', 'made')
    .runs('sell', 'sign', 'show');
}

test('a name in a method counts where the method is called', () => {
  const notebook = shop().run('rate', 'RATE = open_fee(3)');
  expect(stale(notebook)).toBe('sell differs');
});

test('a name in the text of an instance counts where the instance is shown', () => {
  const notebook = shop().run('style', 'STYLE = load("b")');
  expect(stale(notebook)).toBe('show differs');
});

test('an edited method counts where it is called', () => {
  const edited = SHOP.replace('price * RATE', 'price / RATE');
  const notebook = shop().run('class', edited);
  expect(stale(notebook)).toBe('sell differs');
});

test('an attribute of the class counts where a method that runs names it', () => {
  const notebook = shop()
    .cell('patch', 'Shop.fee = 9')
    .run('patch')
    .run('sell');
  expect(stale(notebook)).toBe('sell differs');
});

test('a function that takes an instance runs the methods that it names', () => {
  const notebook = aNotebook()
    .cell('tools', 'from tools import load, work')
    .cell('rate', 'RATE = load(2)')
    .cell(
      'class',
      'class A:\n    def cost(self):\n        return work(RATE)\n    def sign(self):\n        return work(1)'
    )
    .cell('list', 'items = []')
    .cell('add', 'items.append(A())')
    .cell('f', 'def total(them):\n    return sum(one.cost() for one in them)')
    .cell('use', 'x = total(items)')
    .cell('signs', 'y = [one.sign() for one in items]')
    .runs('tools', 'rate', 'class', 'list', 'add', 'f', 'use', 'signs')
    .run('rate', 'RATE = load(3)');
  expect(stale(notebook)).toBe('use differs');
});

test('what a base does counts for the classes made from it', () => {
  const notebook = aNotebook()
    .cell('tools', 'from tools import load, work')
    .cell('rate', 'RATE = load(2)')
    .cell('base', 'class A:\n    def cost(self):\n        return work(RATE)')
    .cell('class', 'class B(A):\n    def sign(self):\n        return work(1)')
    .cell('b', 'b = B()')
    .cell('cost', 'x = b.cost()')
    .cell('sign', 'y = b.sign()')
    .runs('tools', 'rate', 'base', 'class', 'b', 'cost', 'sign')
    .run('rate', 'RATE = load(3)');
  expect(stale(notebook)).toBe('cost differs');
});

test('methods of a class from a library may be called by the library', () => {
  const notebook = aNotebook()
    .cell('tools', 'from tools import load, work, Model, fit')
    .cell('rate', 'RATE = load(2)')
    .cell(
      'class',
      'class Net(Model):\n    def step(self):\n        return work(RATE)'
    )
    .cell('net', 'net = Net()')
    .cell('fit', 'result = fit(net)')
    .runs('tools', 'rate', 'class', 'net', 'fit')
    .run('rate', 'RATE = load(3)');
  expect(stale(notebook)).toContain('fit differs');
});

test('a counter of the class does not make its instances others', () => {
  const notebook = aNotebook()
    .cell('tools', 'from tools import work')
    .cell(
      'class',
      'class A:\n    made = 0\n    def __init__(self, x):\n        A.made += 1\n        self.x = work(x)'
    )
    .cell('a', 'a = A(1)')
    .cell('b', 'b = A(2)')
    .cell('show', 'work(b.x)')
    .cell('count', 'work(A.made)')
    .runs('tools', 'class', 'a', 'a', 'b', 'show', 'count');
  expect(stale(notebook)).toBe('a differs, b differs, count differs');
});

test('what a method of a class that is not followed in thought counts is another count without it', () => {
  const shows = (output: string): { output: string } => ({ output });
  const notebook = aNotebook()
    .cell(
      'base',
      'class A:\n    calls = 0\n    def __init_subclass__(cls):\n        pass\n    def use(self, x):\n        A.calls += 1\n        return x'
    )
    .cell('made', 'class B(A):\n    pass')
    .cell('b', 'b = B()')
    .cell('one', 'b.use(1)')
    .cell('two', 'b.use(2)')
    .cell('count', 'A.calls')
    .runs('base', 'made', 'b')
    .run('one', null, shows('1'))
    .run('two', null, shows('2'))
    .run('count', null, shows('2'))
    .delete('one');
  const input = { ...notebook.build(), analyse: analysePython, dryRuns };
  const counted = forecast(input).cells.find(one => one.cellId === 'count');
  expect(counted?.verdict).toBe('differs');
});

test('what a cell changed without naming it was the same before, or is not the same after', () => {
  const changed = { report: { changed: ['p', 'items'], values: {} } };
  const notebook = aNotebook()
    .cell(
      'class',
      'class A:\n    stock = 9\n    def sell(self, n):\n        self.stock -= n'
    )
    .cell('p', 'p = A()')
    .cell('q', 'q = 1')
    .cell('items', 'items = [p, q]')
    .cell('sell', 'p.sell(4)')
    .runs('class', 'p', 'q', 'items')
    .run('sell', null, changed)
    .run('q', 'q = 2');
  expect(stale(notebook)).toContain('sell differs');
});

test.each([
  ['x', 'k differs, b differs'],
  ['y = [x]', 'k differs'],
  ['y = [x, """\n1"""]', 'k differs'],
  ['len(x)', 'k differs']
])(
  'the text of an instance is made where it is shown: %j',
  (source, expected) => {
    const notebook = aNotebook()
      .cell(
        'class',
        'class A:\n    def __init__(self): self.x = 1\n    def __repr__(self): return k'
      )
      .cell('k', 'k = "1"')
      .cell('x', 'x = A()')
      .cell('b', source)
      .runs('class', 'k', 'x')
      .run('b', null, { output: '1' })
      .edit('k', 'k = "2"');
    expect(stale(notebook)).toBe(expected);
  }
);

it('a class is made as before where its cell stops further down', () => {
  const source =
    'class M:\n    def fit(self, x):\n        self.t = len(x)\n\nm = M()\nm.fit(xs)';
  const notebook = aNotebook()
    .cell('b', source)
    .cell('a', 'xs = [1]')
    .cell('c', 'k = M()\nk.fit(xs)\nprint(k.t)')
    .runs('a', 'b')
    .run('c', null, { output: '1' });
  expect(stale(notebook)).toBe('b fails');
});
