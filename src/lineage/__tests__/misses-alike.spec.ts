// Cells that stop for want of an attribute, an argument or a name, and in a fresh run for want of the same.
import { analysePython } from '../../analysis';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast } from '..';

function told(notebook: RunBuilder): string | undefined {
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input).cells[2]?.verdict;
}

const failing = (
  output: string,
  types: Record<string, string> = {},
  line = 1
): object => ({
  status: 'error' as const,
  output,
  tells: { failedLine: line },
  report: { types, bound: [] }
});

/** The cell fails after a function above it ran, which is then edited and run again. */
function edited(
  before: string,
  after: string,
  error: string,
  cell: string
): string | undefined {
  const imports = 'import numpy as np\nimport mine';
  const notebook = aNotebook()
    .cell('i', imports)
    .cell('f', before)
    .cell('c', cell)
    .run('i', null, { report: { bound: ['np', 'mine'] } })
    .run('f', null, { report: { bound: ['work'] } })
    .run('c', null, failing(error))
    .edit('f', after)
    .run('f', null, { report: { bound: [] } });
  return told(notebook);
}

const PRODUCT = "AttributeError: module 'numpy' has no attribute 'product'";

describe('a function that was edited', () => {
  it.each([
    [
      'def work(x):\n  return np.product([x, 1])',
      'def work(x):\n  return np.product([x, 2])',
      PRODUCT
    ],
    [
      'def work(x):\n  return x + gone',
      'def work(x):\n  return 2 * x + gone',
      "NameError: name 'gone' is not defined"
    ]
  ])('asks for what it asked for: %j, then %j', (before, after, error) => {
    expect(edited(before, after, error, 'work(1)')).toBe('same');
  });

  it.each<[string, string, string, string?]>([
    [
      'def work(x):\n  return np.product([x, 1])',
      'def work(x):\n  return np.prod([x, 1])',
      PRODUCT
    ],
    [
      'def work(x):\n  return x + gone',
      'def work(x):\n  return x + 1',
      "NameError: name 'gone' is not defined"
    ],
    [
      'def work(x):\n  return x',
      'def work(x, y=1):\n  return x',
      "TypeError: work() got an unexpected keyword argument 'y'",
      'work(1, y=2)'
    ],
    [
      'def work(x):\n  return None',
      'def work(x):\n  return [x]',
      "AttributeError: 'NoneType' object has no attribute 'append'",
      'work(1).append(2)'
    ]
  ])(
    'may ask for it no more: %j, then %j',
    (before, after, error, cell = 'work(1)') => {
      expect(edited(before, after, error, cell)).not.toBe('same');
    }
  );
});

/** The cell fails after `value` was bound below it, as one type, and above it as another. */
function ofTypes(
  above: string,
  below: string,
  error: string,
  cell = 'value.draw()',
  line = 1
): string | undefined {
  const notebook = aNotebook()
    .cell('i', 'from lib import one, two')
    .cell('j', 'value = one()')
    .cell('c', cell)
    .cell('d', 'value = two()')
    .run('i', null, { report: { bound: ['one', 'two'] } })
    .run('j', null, { report: { bound: ['value'], types: { value: above } } })
    .run('d', null, { report: { bound: ['value'], types: { value: below } } })
    .run('c', null, failing(error, { value: below }, line));
  return told(notebook);
}

const DRAW = "AttributeError: 'Frame' object has no attribute 'draw'";

it('a value of the same type lacks the same', () => {
  expect(ofTypes('lib.Frame', 'lib.Frame', DRAW)).toBe('same');
  expect(ofTypes('lib.Other', 'lib.Frame', DRAW)).not.toBe('same');
});

it('what is in a list is of any type', () => {
  const cell = 'value[0].draw()';
  const list = 'builtins.list';
  expect(ofTypes(list, list, DRAW, cell)).not.toBe('same');
});

const GONE = "NameError: name 'gone' is not defined";
const LIST = 'builtins.list';
const TEXT = 'builtins.str';

it.each([
  ['of a list', LIST, 'for one in value:\n  one.draw()', 2],
  ['of a list, one of', LIST, 'one = value[0]\none.draw()', 2],
  ['chosen by', TEXT, 'if value == "a":\n  (3).draw()', 2],
  ['tried by', TEXT, 'if value == "a":\n  gone', 2, GONE]
])(
  'a line hangs on what decides what it works with: %s',
  (_, type, cell, line, error = DRAW) => {
    expect(ofTypes(type, type, error, cell, line)).not.toBe('same');
  }
);

it('a line at the margin hangs on what it names', () => {
  const cell = 'print(len(value))\nlib.one.draw()';
  expect(ofTypes(LIST, LIST, DRAW, cell, 2)).toBe('same');
});

it('what was shown before hangs on more than types', () => {
  const { runs, document } = aNotebook()
    .cell('i', 'k = 1')
    .cell('c', 'print(k)\nnp.product(1)')
    .cell('d', 'k = 2')
    .runs('i', 'd')
    .run('c', null, failing(PRODUCT, {}, 2))
    .build();
  const verdict = (outputCount: number): string | undefined => {
    const shown = runs.map(run => ({
      ...run,
      executions: run.executions.map(one =>
        one.error ? { ...one, outputCount } : one
      )
    }));
    const input = { runs: shown, document, analyse: analysePython };
    return forecast(input).cells[1]?.verdict;
  };
  expect(verdict(1)).toBe('same');
  expect(verdict(2)).not.toBe('same');
});

it('takes files whatever signs stand in their names', () => {
  const write = (text: string): string =>
    `with open("data(1.csv", "w") as f:\n    f.write("${text}")`;
  const cell = 'open("data(1.csv").read().upperr()';
  const error = "AttributeError: 'str' object has no attribute 'upperr'";
  expect(() => edited(write('a'), write('b'), error, cell)).not.toThrow();
});
