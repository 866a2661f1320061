// A table that a run made in a database in a file is there in the next one, which cannot make it.
import { aNotebook } from '../../testing/run-builder';
import { cells, told } from './told';

const OPEN = 'import sqlite3\ncon = sqlite3.connect("d.db")';
const MAKE = 'con.execute("CREATE TABLE t (n INTEGER)")';

it('fails in a fresh run', () => {
  expect(told(cells(OPEN, MAKE))).toEqual(['a same', 'b fails file-left']);
  expect(
    told(
      cells(
        `${OPEN}\ncur = con.cursor()\ncur.execute('''\n  CREATE TABLE t (n)''')\ncon.commit()`
      )
    )
  ).toEqual(['a fails file-left']);
  expect(told(cells(OPEN, 'frame.to_sql("t", con)'))[1]).toBe(
    'b fails file-left'
  );
});

it.each([
  ['is in memory', [OPEN.replace('d.db', ':memory:'), MAKE]],
  [
    'is taken away above',
    [OPEN, 'con.execute("DROP TABLE IF EXISTS t")', MAKE]
  ],
  ['is taken away below', [OPEN, MAKE, 'con.execute("DROP TABLE t")']],
  [
    'is made where it is not there',
    [OPEN, MAKE.replace('TABLE', 'TABLE IF NOT EXISTS')]
  ],
  [
    'may be there',
    [OPEN, `try:\n    ${MAKE}\nexcept sqlite3.Error as e:\n    print(e)`]
  ],
  ['goes with its file', [OPEN, MAKE, 'import os\nos.remove("d.db")']],
  ['goes with its file above', ['!rm -f d.db', OPEN, MAKE]],
  ['is kept by a server', [OPEN.replace(/sqlite3/g, 'psycopg2'), MAKE]]
])('is made again where it %s', (_, sources) => {
  expect(
    told(cells(...sources)).filter(line => line.includes('file-left'))
  ).toEqual([]);
});

it('fails again where it failed', () => {
  const notebook = aNotebook()
    .cell('a', OPEN)
    .cell('b', MAKE)
    .run('a')
    .run('b', null, {
      status: 'error',
      output: 'OperationalError: table t already exists'
    });
  expect(told(notebook)[1]).toBe('b same');
});

it('grows by what cells below add', () => {
  const add = 'con.execute("INSERT INTO t VALUES (1)")\ncon.commit()';
  const show = 'con.execute("SELECT * FROM t").fetchall()';
  expect(told(cells(OPEN, MAKE, add, show))[3]).toBe('d differs file-left');
  expect(told(cells(OPEN, `${MAKE}\n${add}`, show))[2]).toBe('c same');
});
