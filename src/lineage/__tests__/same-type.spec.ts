// Attributes that values lack: whether a fresh run lacks them hangs on their types, or on what was set in the values themselves.
import { analysePython } from '../../analysis';
import type { ExecutionReport, OutputTells } from '../../model';
import { aNotebook, type Outcome } from '../../testing/run-builder';
import { forecast } from '..';

const lacks = (type: string, attribute: string): object => ({
  status: 'error' as const,
  output: `AttributeError: '${type}' object has no attribute '${attribute}'`,
  tells: { failedLine: 1 }
});

/** The verdict on a cell that failed before the one above it, which changes the value in place, had run. */
function failedFirst(
  change: string,
  cell: string,
  error: object,
  type?: string
): string | undefined {
  const told = (report: Partial<ExecutionReport>): Outcome =>
    type === undefined ? {} : { report: { ...report, types: { value: type } } };
  const notebook = aNotebook()
    .cell('i', 'from lib import made')
    .cell('m', 'value = made()')
    .cell('u', change)
    .cell('c', cell)
    .run('i')
    .run('m', null, told({ bound: ['value'] }))
    .run('c', null, { ...error, ...told({ bound: [] }) })
    .run('u', null, told({ changed: ['value'] }));
  return forecast({ ...notebook.build(), analyse: analysePython }).cells[3]
    ?.verdict;
}

it.each([
  ['value.fit()', 'value.coef_', lacks('Model', 'coef_'), 'lib.Model'],
  ['value["b"] = 3', 'value.b', lacks('DataFrame', 'b'), 'pandas.DataFrame'],
  ['value.b = 3', 'value.b', lacks('Thing', 'b'), undefined]
])(
  'what is set in a value may be there in a fresh run: %s, then %s',
  (change, cell, error, type) => {
    expect(failedFirst(change, cell, error, type)).toBe('differs');
  }
);

it.each([undefined, 'pandas.DataFrame'])(
  'a method that the type lacks is lacked whatever was set: told type %s',
  type => {
    const error = lacks('DataFrame', 'append');
    expect(failedFirst('value["b"] = 3', 'value.append(1)', error, type)).toBe(
      'same'
    );
  }
);

/** The verdict on a cell that failed, after an input of its value was edited. */
function editedInput(maker: string, cell: string, error: object): unknown {
  const notebook = aNotebook()
    .cell('p', 'given = 1')
    .cell('m', maker)
    .cell('c', cell)
    .run('p')
    .run('m')
    .run('c', null, error)
    .edit('p', 'given = 2');
  return forecast({ ...notebook.build(), analyse: analysePython }).cells[2]
    ?.verdict;
}

const MAKER = 'from lib import made\nvalue = made(given)';

it('the same code makes values of one type, or nothing', () => {
  const frame = lacks('DataFrame', 'append');
  expect(editedInput(MAKER, 'value.append(1)', frame)).toBe('same');
  const nothing = lacks('NoneType', 'append');
  expect(editedInput(MAKER, 'value.append(1)', nothing)).toBe('differs');
});

it('what is in a value may be of another type by then', () => {
  const inner = lacks('Thing', 'append');
  expect(editedInput(MAKER, 'value[0].append(1)', inner)).toBe('differs');
});

it.each<[cell: string, tells: OutputTells, verdict: string]>([
  ['%time work(value)', { showsTimesAlone: true }, 'same'],
  ['%%time\nwork(value)', { showsTimesAlone: true }, 'same'],
  ['print(value)\nwork(value)', {}, 'random']
])(
  'how long it took until it failed is nothing that counts: %j %j',
  (cell, shown, verdict) => {
    const { runs, document } = aNotebook()
      .cell('i', 'import random')
      .cell('v', 'value = random.random()')
      .cell('c', cell)
      .run('i')
      .run('v')
      .run('c', null, {
        status: 'error',
        output: "NameError: name 'work' is not defined",
        tells: { failedLine: 1, ...shown }
      })
      .build();
    const timed = runs.map(run => ({
      ...run,
      executions: run.executions.map(one =>
        one.error ? { ...one, outputCount: 2 } : one
      )
    }));
    const input = { runs: timed, document, analyse: analysePython };
    expect(forecast(input).cells[2]?.verdict).toBe(verdict);
  }
);

it.each([
  ['what it hands on', 'y = 1', 'y = [1]', 'x = y'],
  ['a part of it', 'k = "a"', 'k = ["a"]', 'x = frame[k]'],
  ['what a text holds', 's = "1"', 's = "[1]"', 'x = json.loads(s)'],
  ['one of two', 'f = 1', 'f = 2', 'x = 1 if f < 2 else [1]']
])('the same code may make values of other types: %s', (_, one, two, maker) => {
  const notebook = aNotebook()
    .cell('i', 'import json\nfrom lib import frame')
    .cell('p', one)
    .cell('m', maker)
    .cell('c', 'x.append(2)');
  ['i', 'p', 'm'].forEach(id => notebook.run(id));
  notebook.run('c', null, lacks('int', 'append')).edit('p', two);
  const { cells } = forecast({ ...notebook.build(), analyse: analysePython });
  expect(cells[3]?.verdict).toBe('differs');
});

it('what is read and made alike from other constants is of one type', () => {
  const notebook = aNotebook()
    .cell('i', 'import pandas as pd')
    .cell('p', 'table = pd.read_csv("a.csv")')
    .cell('m', 'table = table.dropna()')
    .cell('c', 'table.append(table)');
  ['i', 'p', 'm'].forEach(id => notebook.run(id));
  notebook
    .run('c', null, lacks('DataFrame', 'append'))
    .edit('p', 'table = pd.read_csv("b.csv")');
  const { cells } = forecast({ ...notebook.build(), analyse: analysePython });
  expect(cells[3]?.verdict).toBe('same');
});

it.each([
  'value.foo = len',
  'type(value).foo = len',
  'setattr(value, "foo", len)'
])('a method that a cell above sets may be there: %s', change => {
  const error = lacks('Thing', 'foo');
  expect(failedFirst(change, 'value.foo(1)', error, 'lib.Thing')).toBe(
    'differs'
  );
});

it.each(['lib.foo = len', 'setattr(lib, "foo", len)'])(
  'what a cell above sets in a module may be there: %s',
  change => {
    const notebook = aNotebook()
      .cell('i', 'import lib')
      .cell('u', change)
      .cell('c', 'lib.foo([1])')
      .run('i')
      .run('c', null, {
        status: 'error',
        output: "AttributeError: module 'lib' has no attribute 'foo'",
        tells: { failedLine: 1 }
      })
      .run('u');
    const { cells } = forecast({ ...notebook.build(), analyse: analysePython });
    expect(cells[2]?.verdict).toBe('differs');
  }
);

it.each([
  ['n and lib.foo()', 'differs'],
  ['y = lib.foo() if n else 5', 'differs'],
  ['[lib.foo() for i in range(n)]', 'differs'],
  ['if lib.foo(n): y = 5', 'same'],
  ['lib.foo(n)', 'same']
])(
  'a line that chooses by what changed may not come to ask: %s',
  (line, verdict) => {
    const notebook = aNotebook()
      .cell('i', 'import lib')
      .cell('n', 'n = 5')
      .cell('c', line)
      .run('i')
      .run('n')
      .run('c', null, {
        status: 'error',
        output: "AttributeError: module 'lib' has no attribute 'foo'",
        report: { bound: [], types: {} },
        tells: { failedLine: 1 }
      })
      .edit('n', 'n = 0');
    const { cells } = forecast({ ...notebook.build(), analyse: analysePython });
    expect(cells[2]?.verdict).toBe(verdict);
  }
);

it('a definition asks for nothing', () => {
  const notebook = aNotebook()
    .cell('n', 'n = 5')
    .cell(
      'f',
      'def inner(a):\n    return a\ndef work(n):\n    if n > 3:\n        return inner(1, 2)'
    )
    .cell('c', 'work(n)')
    .run('n', null, { report: { types: { n: 'builtins.int' } } })
    .run('f')
    .run('c', null, {
      status: 'error',
      output: 'TypeError: inner() takes 1 positional argument but 2 were given',
      report: { bound: [], types: { n: 'builtins.int' } },
      tells: { failedLine: 1 }
    })
    .edit('n', 'n = 1')
    .run('n', null, { report: { types: { n: 'builtins.int' } } });
  const { cells } = forecast({ ...notebook.build(), analyse: analysePython });
  expect(cells[2]?.verdict).toBe('differs');
});

it.each([
  [
    'if n > 3:\n        return lib.foo(n)\n    return n',
    'builtins.int',
    'differs'
  ],
  ['if n > 3: return lib.foo(n)', undefined, 'differs'],
  ['if n.size > 3:\n        return lib.foo(n)', 'numpy.ndarray', 'same'],
  ['for i in range(3):\n        lib.foo(n)', 'builtins.int', 'same'],
  ['return lib.foo(n)', 'builtins.int', 'same']
])(
  'a body may not come to ask where a plain value decides: %j, %s',
  (body, type, verdict) => {
    const types: Record<string, string> = type === undefined ? {} : { n: type };
    const notebook = aNotebook()
      .cell('i', 'import lib')
      .cell('n', 'n = 5')
      .cell('f', `def work(n):\n    ${body}`)
      .cell('c', 'work(n)');
    ['i', 'n', 'f'].forEach(id => notebook.run(id));
    notebook
      .run('c', null, {
        status: 'error',
        output: "AttributeError: module 'lib' has no attribute 'foo'",
        report: { bound: [], types },
        tells: { failedLine: 1 }
      })
      .edit('n', 'n = 1');
    const { cells } = forecast({ ...notebook.build(), analyse: analysePython });
    expect(cells[3]?.verdict).toBe(verdict);
  }
);
