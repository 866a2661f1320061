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
