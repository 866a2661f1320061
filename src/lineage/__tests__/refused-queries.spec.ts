import { analysePython } from '../../analysis';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast } from '..';

const verdicts = (notebook: RunBuilder): readonly string[] =>
  forecast({ ...notebook.build(), analyse: analysePython }).cells.map(
    ({ cellId, verdict }) => `${cellId} ${verdict}`
  );

/** A cell that ran once more, and ended in what SQLite says, before another asks. */
const asked = (
  source: string,
  output: string,
  failedLine = 1,
  status: 'error' | 'ok' = 'error'
): RunBuilder =>
  aNotebook()
    .cell(
      'a',
      "import sqlite3\ncon = sqlite3.connect(':memory:')\ncur = con.cursor()"
    )
    .cell('c', source)
    .cell('q', "cur.execute('SELECT COUNT(*) FROM t').fetchone()")
    .run('a')
    .run('c')
    .run('c', null, { status, output, tells: { failedLine } })
    .run('q', null, { output: '(0,)' });

const EXISTS = 'OperationalError: table t already exists';
const CREATE = "cur.execute('CREATE TABLE t (n)')";

describe('a statement that a database refuses', () => {
  it('changes nothing: what is asked below comes out again', () => {
    expect(verdicts(asked(CREATE, EXISTS))[2]).toBe('q same');
  });

  it.each([
    [CREATE, EXISTS, 'ok'],
    [CREATE, 'OperationalError: database is locked', 'error'],
    ["cur.executescript('INSERT INTO t; CREATE TABLE t')", EXISTS, 'error']
  ] as const)('%s is no such one with %j, %s', (source, output, status) => {
    expect(verdicts(asked(source, output, 1, status))[2]).toBe('q differs');
  });

  it('leaves what the statements above it in the cell changed', () => {
    const source = `cur.execute('INSERT INTO s VALUES (1)')\n${CREATE}`;
    expect(verdicts(asked(source, EXISTS, 2))[2]).toBe('q differs');
  });

  it('leaves alone what a fresh run has refused as well', () => {
    const notebook = aNotebook()
      .cell('a', "import sqlite3\ncur = sqlite3.connect('x.db').cursor()")
      .cell('c', "cur.execute('SELECT * FROM gone')")
      .cell('q', "cur.execute('SELECT 1').fetchone()")
      .cell('z', 'z = 1')
      .run('a')
      .run('c', null, {
        status: 'error',
        output: 'OperationalError: no such table: gone',
        tells: { failedLine: 1 }
      })
      .run('z')
      .run('q', null, { output: '(1,)' });
    expect(verdicts(notebook)).toEqual([
      ...['a same', 'c same', 'q same', 'z same']
    ]);
  });
});
