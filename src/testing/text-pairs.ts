// Pairs of texts that a comparison has to tell: equal by some rules, or not equal. Times are those of `compare`'s tests.

/** Equal by the rules with these ids, with blanks between them; none can be left out. */
export const EQUAL_TEXTS: readonly (readonly [
  rules: string,
  a: string,
  b: string
])[] = [
  ['ansi-colours', '\u001b[31mred\u001b[0m', 'red'],
  ['ansi-colours', '\u001b]8;;http://a\u001b\\link\u001b]8;;\u001b\\', 'link'],
  ['overwritten-text', ' 10%\r 50%\r100%\n', '  5%\r100%\n'],
  ['overwritten-text', 'ab\bc', 'ac'],
  ['overwritten-text', 'one\r\ntwo\r\n', 'one\ntwo\n'],
  ['set-order', "{'b', 'a', 'c'}", "{'c', 'a', 'b'}"],
  ['set-order', "frozenset({'b, c', 'a'})", "frozenset({'a', 'b, c'})"],
  ['set-order', "[{'b', 'a'}, {(1, 2), 'x'}]", "[{'a', 'b'}, {'x', (1, 2)}]"],
  ['set-order', "{'aaaa',\n 'bbbb'}", "{'bbbb',\n 'aaaa'}"],
  ['dict-order', "{'b': 1, 'a': [2, 3]}", "{'a': [2, 3], 'b': 1}"],
  ['dict-order set-order', "{'b': {1, 2}, 'a': 0}", "{'a': 0, 'b': {2, 1}}"],
  [
    'warning-place',
    '/home/a/lib/x.py:12: FutureWarning: old\n',
    'C:\\lib\\x.py:14: FutureWarning: old\n'
  ],
  [
    'progress-timing',
    '100%|███| 10/10 [00:01<00:00,  9.50it/s]',
    '100%|███| 10/10 [00:00<00:00, 123.1it/s]'
  ],
  ['progress-timing', '10it [00:00, 9.5it/s]', '10it [00:01, 7it/s]'],
  [
    'progress-timing',
    '32/32 - 3s 12ms/step - loss: 0.5',
    '32/32 - 1s 9ms/step - loss: 0.5'
  ],
  [
    'duration',
    'CPU times: user 3 ms, sys: 0 ns, total: 3 ms\nWall time: 3.4 ms',
    'CPU times: user 1.5 s, sys: 10 ns, total: 1.51 s\nWall time: 1min 3s'
  ],
  [
    'duration',
    '1.2 ms ± 30 µs per loop (mean ± std. dev. of 7 runs, 1,000 loops each)',
    '13 μs ± 2 ns per loop (mean ± std. dev. of 7 runs, 100,000 loops each)'
  ],
  [
    'duration timeit-note',
    'The slowest run took 5.49 times longer than the fastest. This could mean a cache.\n9.1 µs ± 2 ns per loop (mean of 3 runs)',
    '9.8 µs ± 1 ns per loop (mean of 3 runs)'
  ],
  ['duration', 'Training took 3.2 seconds', 'Training took 12 seconds'],
  ['duration', 'Elapsed time: 0.0132', 'Elapsed time: 1.5'],
  ['duration', 'Elapsed: 0:00:01.234', 'Elapsed: 0:01:13'],
  ['duration', 'done in 3.1s.', 'done in 0.7s.'],
  [
    'duration',
    '[CV] END C=1; total time=   0.0s',
    '[CV] END C=1; total time=   0.3s'
  ],
  ['date-time', 'at 2026-03-01 10:00:00.5', 'at 2026-11-26 20:45:01'],
  ['date-time', 'Sun Mar  1 10:00:00 2026', 'Thu Nov 26 20:45:01 2026'],
  ['date-time', 'Date: Sun, 01 Mar 2026', 'Date: Thu, 26 Nov 2026'],
  [
    'date-time',
    'datetime.datetime(2026, 3, 1, 10, 0, 0, 1)',
    'datetime.datetime(2026, 11, 26, 20, 45)'
  ],
  ['date-time', '[10:00:02] start', '[20:45:04] start'],
  ['date-time', 't=1772359200.25', 't=1795725900.1'],
  ['date-time', 'out_20260301-100000.csv', 'out_20261126-204500.csv'],
  [
    'random-uuid',
    'id 0b6f7c9e-4a5d-4c3b-9a1f-0123456789ab',
    'id 1c6f7c9e-4a5d-4c3b-8a1f-0123456789ab'
  ],
  ['memory-address', '<A at 0x7f3a5c0b9d90>', '<A at 0x7fffffffffff>'],
  [
    'memory-address',
    '<sklearn.tree...x7f1b04eca720>',
    '<sklearn.tree...x7f3ac0b9fff0>'
  ],
  [
    'temporary-path',
    "wrote '/tmp/tmpab12/x.csv'",
    "wrote '/var/folders/9a/T/x.csv'"
  ],
  [
    'temporary-path',
    '/home/me/project/data/a.csv',
    '/tmp/retrace-replay-x1/data/a.csv'
  ],
  ['temporary-path', 'cwd /home/me/project', 'cwd /tmp/retrace-replay-x1'],
  ['process-id', 'pid=312', 'pid=4'],
  ['process-id', 'tcp://127.0.0.1:41231', 'tcp://127.0.0.1:55555'],
  ['prompt-count', 'Cell In[3], line 1', 'Cell In[12], line 1'],
  ['float-tolerance', '0.9833333333333334', '0.9833333333333333'],
  [
    'float-tolerance',
    'a 0.1  b 1e-5',
    'a 0.1000000000001  b 1.0000000000001e-05'
  ],
  ['float-tolerance', '[[0.1 0.30000000000000004]]', '[[0.1 0.3]]']
];

/** Pairs that mean something else, however alike they look. */
export const DIFFERENT_TEXTS: readonly (readonly [a: string, b: string])[] = [
  ['1.0', '1.1'],
  ['0.93', '0.9300001'],
  ['1', '1.0'],
  ['1000000000', '1000000001'],
  ['version 1.2.3', 'version 1.2.4'],
  ['1e-20', '1e-15'],
  ['-0.5', '0.5'],
  ["{'a', 'b'}", "{'a', 'c'}"],
  ["{'a', 'b'}", "{'a', 'b', 'c'}"],
  ["{'a': 1, 'b': 2}", "{'a': 2, 'b': 1}"],
  ["['a', 'b']", "['b', 'a']"],
  ['(1, 2)', '(2, 1)'],
  ["{'a': [1, 2]}", "{'a': [2, 1]}"],
  ['\\frac{1, 2}{3}', '\\frac{2, 1}{3}'],
  ['max 2019-05-01', 'max 2019-05-02'],
  ['born 1990-01-01', 'born 1991-01-01'],
  ['due 2027-01-01', 'due 2028-01-01'],
  ['opens 10:00:00', 'opens 11:30:00'],
  ['half-life 3.2 s', 'half-life 3.3 s'],
  ['waits 5 minutes', 'waits 6 minutes'],
  ['0xdeadbeef', '0xdeadbeee'],
  ['color 0xff0000', 'color 0x00ff00'],
  [
    'id 0b6f7c9e-4a5d-5c3b-9a1f-0123456789ab',
    'id 1c6f7c9e-4a5d-5c3b-8a1f-0123456789ab'
  ],
  ['d41d8cd98f00b204e9800998ecf8427e', 'd41d8cd98f00b204e9800998ecf8427f'],
  ['/home/me/a.csv', '/home/me/b.csv'],
  ['/home/me/a.csv', '/tmp/retrace-replay-x1/b.csv'],
  ['/tmp/a.csv', '/tmp/a.png'],
  [' 50%|█ | 5/10 [00:01<00:01, 5it/s]', '100%|██| 10/10 [00:02<00:00, 5it/s]'],
  ['32/32 - 3s 12ms/step - loss: 0.5', '32/32 - 3s 12ms/step - loss: 0.6'],
  ['x.py:1: FutureWarning: old', 'x.py:1: FutureWarning: new'],
  ['10\r20\n', '10\r30\n'],
  ['a\n', 'a\nb\n'],
  ['x', ''],
  ['Array[3]', 'Array[4]'],
  ['port 127.0.0.1:80', 'port 127.0.0.1:81'],
  ['\ufdd0', '0.5']
];
