// What outputs and values owe to the time and to other machines.
import { aNotebook } from '../../testing/run-builder';
import { cells, toldWithAdvice as told } from './told';

describe('clocks and servers', () => {
  it('the time of day is random, a measured duration of a magic is not', () => {
    const notebook = cells(
      'import time\nx = 1',
      't = time.time()',
      '%time y = x + 1',
      '%%time\nz = x + 1',
      'print(y + z)'
    );
    expect(told(notebook)).toEqual([
      'a same',
      'b random clock',
      'c same',
      'd same',
      'e same'
    ]);
  });

  it('a magic whose result is kept measures as well, and what it runs may read the clock', () => {
    const notebook = cells(
      'import time\nx = 1',
      'y = %time x + 1',
      't = %timeit -o x + 1',
      '%time z = time.time()',
      'print(y)'
    );
    expect(told(notebook)).toEqual([
      'a same',
      'b same',
      'c same',
      'd random clock',
      'e same'
    ]);
  });

  it('a file that a cell wrote is as old as that', () => {
    const asking = (write: string): string[] =>
      told(
        cells(
          'import os\nfrom pathlib import Path',
          write,
          'print(os.path.getmtime("a.txt"))',
          'size = Path("a.txt").stat().st_mtime'
        )
      ).slice(2);
    expect(asking('open("a.txt", "w").close()')).toEqual([
      'c random clock',
      'd random clock'
    ]);
    expect(asking('open("b.txt", "w").close()')).toEqual(['c same', 'd same']);
  });

  it('what code comes to that is only measured does not show', () => {
    const notebook = cells(
      'import random\ndef f():\n    return random.random()',
      '%timeit f()',
      '%%timeit\nx = random.random()',
      'y = f()',
      '%timeit y + 1\n%timeit y + 2',
      '%time f()'
    );
    expect(told(notebook)).toEqual([
      'a same',
      'b same',
      'c same',
      'd random unseeded',
      'e same',
      'f random unseeded'
    ]);
  });

  it('nor does another value, or other code, as long as it would not fail', () => {
    const notebook = cells(
      'y = 1',
      '%timeit y + 1',
      '%timeit y - 1',
      '%timeit y.append(1)'
    );
    notebook.run('a', 'y = 2').edit('c', '%timeit y + 5').delete('a');
    expect(told(notebook).map(one => one.slice(0, 7))).toEqual([
      'b fails',
      'c fails',
      'd fails'
    ]);
    notebook.cell('f', 'y = 3', 0);
    expect(told(notebook)).toEqual([
      'f unrun',
      'b same',
      'c same',
      'd differs deleted-cell'
    ]);
  });

  it.each([
    ['%timeit -n1 k + 1', 'same'],
    ['%timeit -n1 -r1 print(k)', 'differs'],
    ['%%timeit -n1 -r1\nsys.stdout.write(k)', 'differs'],
    ['%timeit -n1 f(k)', 'same'],
    ['%timeit -n1 g(k)', 'differs'],
    ['%timeit -n1 h(k)', 'differs'],
    ['%timeit -n1 s.append(k)', 'differs']
  ])('unless it is shown or kept: %j', (source, verdict) => {
    const notebook = cells(
      'import sys\ns = []\nk = 1',
      'def f(n):\n    return n',
      'def g(n):\n    print(n)',
      'def h(n):\n    return g(n)',
      source
    ).edit('a', 'import sys\ns = []\nk = 2');
    expect(told(notebook)[4]?.split(' ')[1]).toBe(verdict);
  });

  it('what a server answers is advice', () => {
    const notebook = cells(
      'import requests',
      'r = requests.get("http://localhost")',
      'print(r.text)'
    );
    expect(told(notebook)).toEqual([
      'a same',
      'b same (network)',
      'c same (network)'
    ]);
  });
});

describe('a log that begins its lines with the time', () => {
  const lines = (format: string, write: string): readonly string[] =>
    told(
      cells(
        'import logging\nlog = logging.getLogger("a")',
        format,
        `x = 1\n${write}`,
        'print(x)'
      )
    ).slice(2);

  it.each([
    ['logging.basicConfig(format="%(asctime)s %(message)s")', 'log.error("a")'],
    ['k = "{asctime} a"\nlogging.basicConfig(format=k)', 'logging.warn("a")'],
    ['f = logging.Formatter("%(asctime)s")', 'log.info("a")'],
    [
      'def tell():\n  log.error("a")',
      'logging.basicConfig(format="(asctime)")\ntell()'
    ]
  ])('gives others each time: %s, %s', (format, write) => {
    expect(lines(format, write)).toEqual(['c random clock', 'd same']);
  });

  it.each([
    ['logging.basicConfig(format="%(message)s")', 'log.error("a")'],
    [
      'logging.basicConfig(format="%(asctime)s", filename="a")',
      'log.error("a")'
    ],
    ['logging.basicConfig(format="%(asctime)s")', 'print(x)'],
    ['logging.basicConfig(format="%(asctime)s")', 'frame.info()']
  ])('and no other does: %s, %s', (format, write) => {
    expect(lines(format, write)[0]).toMatch(/^c (?!random)/);
  });

  it('looks as the last cell that set it up left it', () => {
    const notebook = cells(
      'import logging',
      'logging.basicConfig(format="a %(message)s")',
      'logging.error("b")'
    ).edit('b', 'logging.basicConfig(format="c %(message)s")');
    expect(told(notebook)[2]).toBe('c differs edited');
  });

  it('hangs on the levels and the handlers that are set', () => {
    const notebook = (level: string): ReturnType<typeof aNotebook> =>
      aNotebook()
        .cell('a', 'import logging\nlog = logging.getLogger("a")')
        .cell('b', 'log.setLevel(10)')
        .cell('c', 'log.info("a")')
        .runs('a', 'b', 'b')
        .run('c', null, { output: 'a' })
        .edit('b', `log.setLevel(${level})`);
    expect(told(notebook('10'))[2]).toBe('c same');
    expect(told(notebook('50'))[2]).toBe('c differs edited');
  });

  it('is set up once by a cell that runs twice', () => {
    const source = 'f = logging.Formatter("%(asctime)s")\nlog.error("a")';
    const notebook = aNotebook()
      .cell('a', 'import logging\nlog = logging.getLogger("a")')
      .cell('b', source)
      .runs('a', 'b', 'b');
    expect(told(notebook)[1]).toBe('b same');
  });
});

it.each([
  ['from time import time', 'print(time())', 'random'],
  ['from time import *', 'print(time_ns())', 'random'],
  ['from random import random', 'print(random())', 'random'],
  ['import time', 'print(time)', 'same'],
  ['import random', 'x = [random]\nprint(x)', 'same']
])('a function that is called like its module: %s, %s', (load, use, is) => {
  const notebook = aNotebook()
    .cell('a', load)
    .cell('b', use)
    .run('a')
    .run('b', null, { output: 'x' });
  expect(told(notebook)[1]).toContain(`b ${is}`);
});
