// Cursors and their connections: what a cursor has yet to give is its own, what it does to tables is everybody's.
import { verdictsBehind } from './told';

const START =
  "import sqlite3\nconn = sqlite3.connect(':memory:')\ncur = conn.cursor()\ncur.execute('CREATE TABLE t (n INT)')";
const ASK =
  "def total():\n    return conn.execute('SELECT sum(n) FROM t').fetchone()[0]\ntotal()";
const CHANGE = "cur.execute('UPDATE t SET n = n + 1')\ncur.rowcount";

const afterwards = (cells: readonly string[], order: string): string[] =>
  verdictsBehind(START, cells, order);

it('a question by a function changes nothing for whoever asks or changes later', () => {
  expect(afterwards([ASK, CHANGE, 'total()'], '102')).toEqual([
    'differs',
    'same',
    'same'
  ]);
});

it('a change counts for questions behind it', () => {
  expect(afterwards([ASK, 'total()', CHANGE], '021')).toEqual([
    'same',
    'differs',
    'same'
  ]);
});

it('rows that a cursor has given are gone', () => {
  const cells = ["cur.execute('SELECT n FROM t')", 'cur.fetchone()'];
  expect(afterwards(cells, '011')[1]).toBe('differs');
});
