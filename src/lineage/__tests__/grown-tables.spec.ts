// Rows that each run adds to a database in a file are there in the next one.
import { cells, told } from './told';

const OPEN = 'import sqlite3\ncon = sqlite3.connect("d.db")';
const KEEP =
  'con.execute("CREATE TABLE IF NOT EXISTS t (n INTEGER, word TEXT)")';
const ADD = 'con.execute("INSERT INTO t VALUES (1, \'a\')")\ncon.commit()';
const SHOW = 'print(con.execute("SELECT count(*) FROM t").fetchone())';

const last = (...sources: string[]): string | undefined =>
  told(cells(...sources)).pop();

it('more rows show in a fresh run', () => {
  expect(last(OPEN, KEEP, ADD, SHOW)).toBe('d differs file-left');
  expect(last([OPEN, KEEP, ADD, SHOW].join('\n'))).toBe('a differs file-left');
  expect(
    last(
      OPEN,
      KEEP,
      ADD,
      'import pandas as pd\npd.read_sql("SELECT * FROM T", con)'
    )
  ).toBe('d differs file-left');
  const many =
    'rows = [(1, "a")]\ncon.executemany("""\n  INSERT INTO t (n, word)\n  VALUES (?, ?)\n""", rows)\ncon.commit()';
  expect(last(OPEN, KEEP, many, SHOW)).toBe('d differs file-left');
  const frame = 'df.to_sql("t", con, if_exists="append")';
  expect(last(OPEN, 'df = make()', frame, SHOW)).toBe('d differs file-left');
  const engine =
    'from sqlalchemy import create_engine\ncon = create_engine("sqlite:///d.db")';
  expect(last(engine, 'df = make()', frame, SHOW)).toBe('d differs file-left');
});

it('are added below as well', () => {
  expect(told(cells(OPEN, KEEP, SHOW, ADD))[2]).toBe('c differs file-left');
});

it.each([
  ['nothing is added', [OPEN, KEEP, SHOW]],
  [
    'a server keeps it',
    [OPEN.replace(/sqlite3/g, 'psycopg2'), KEEP, ADD, SHOW]
  ],
  [
    'nobody keeps what is added',
    [OPEN, KEEP, ADD.replace('\ncon.commit()', ''), SHOW]
  ],
  [
    'it is added where there is none alone',
    [
      OPEN,
      KEEP,
      `if not con.execute("SELECT count(*) FROM t").fetchone()[0]:\n    ${ADD.replace('\n', '\n    ')}`,
      SHOW
    ]
  ],
  [
    'all are taken away in the end',
    [OPEN, KEEP, ADD, SHOW, 'con.execute("DELETE FROM t")\ncon.commit()']
  ],
  [
    'it is in memory by its address',
    [OPEN.replace('d.db', 'file::memory:'), KEEP, ADD, SHOW]
  ],
  ['it is in memory', [OPEN.replace('d.db', ':memory:'), KEEP, ADD, SHOW]],
  ['its path is not told', [OPEN.replace('"d.db"', 'path()'), KEEP, ADD, SHOW]],
  [
    'the file is taken away',
    [
      'import os\nif os.path.exists("d.db"): os.remove("d.db")',
      OPEN,
      KEEP,
      ADD,
      SHOW
    ]
  ],
  ['the file is taken away in the end', [OPEN, KEEP, SHOW, ADD, '!rm d.db']],
  [
    'another file takes its place',
    ['import shutil\nshutil.copy("empty.db", "d.db")', OPEN, KEEP, ADD, SHOW]
  ],
  [
    'the table is taken away',
    [OPEN, 'con.execute("DROP TABLE IF EXISTS t")', KEEP, ADD, SHOW]
  ],
  [
    'the table is emptied',
    [OPEN, KEEP, 'con.execute("DELETE FROM t")', ADD, SHOW]
  ],
  [
    'a key forbids it',
    [OPEN, KEEP.replace('n INTEGER', 'n INTEGER PRIMARY KEY'), ADD, SHOW]
  ],
  [
    'a row takes the place of its former',
    [OPEN, KEEP, ADD.replace('INSERT', 'INSERT OR REPLACE'), SHOW]
  ],
  [
    'rows are added to another table',
    [OPEN, KEEP, ADD.replace('INTO t', 'INTO other'), SHOW]
  ],
  ['it is not known who made it', [OPEN, 'pass', ADD, SHOW]],
  [
    'the first rows show',
    [
      OPEN,
      KEEP,
      ADD,
      'import pandas as pd\npd.read_sql("SELECT * FROM t", con).head()'
    ]
  ],
  [
    'some rows show',
    [OPEN, KEEP, ADD, SHOW.replace('FROM t', 'FROM t WHERE n = 1')]
  ]
])('are not told where %s', (_, sources) => {
  expect(told(cells(...sources)).find(line => line.includes('differs'))).toBe(
    undefined
  );
});

it('are added where the key is left to the database', () => {
  const keep = KEEP.replace(
    '(n INTEGER',
    '(id INTEGER PRIMARY KEY AUTOINCREMENT, n INTEGER'
  );
  expect(
    last(OPEN, keep, ADD.replace('INTO t', 'INTO t (n, word)'), SHOW)
  ).toBe('d differs file-left');
  expect(
    last(OPEN, keep, ADD.replace('INTO t', 'INTO t (id, n, word)'), SHOW)
  ).toBe('d same');
});
