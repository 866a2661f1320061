// Files outlast a kernel: what a fresh run finds that a cell run before did not.
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { cells, judgedBefore as judged, told } from './told';

const WRITE = 'open("made.txt", "w").write("x")';

it.each([
  ['import os\nos.listdir()', "['old.txt']", WRITE],
  ['import os\nos.listdir(".")', "['old.txt']", WRITE],
  ['import glob\nglob.glob("*.txt")', "['old.txt']", WRITE],
  ['!ls', 'old.txt', WRITE],
  ['%ls', 'old.txt', WRITE],
  ['ls', 'old.txt', '%%writefile made.txt\nx'],
  ['!ls data', 'old.txt', 'open("data/made.txt", "w").write("x")'],
  ['!ls $home', 'old.txt', '%%writefile $home/made.txt\nx'],
  ['!ls', 'old.txt', '!echo "a > b" > made.txt'],
  ['!ls', 'old.txt', '!touch made.txt'],
  ['import os\nos.listdir()', "['old.txt']", 'open("C:\\\\made.txt", "w")'],
  ['import os\nos.listdir()', "['old.txt']", 'open(r"D:\\made.txt", "w")']
])('%j showed %j before %j', (source, output, write) => {
  expect(judged(source, output, write)).toBe('a differs file-left');
});

it.each([
  ['import os\nos.listdir()', "['made.txt']", WRITE],
  ['import os\nos.listdir("data")', "['old.txt']", WRITE],
  ['import glob\nglob.glob("*.csv")', "['old.csv']", WRITE],
  ['!ls', 'old.txt', 'open("data/made.txt", "w").write("x")'],
  ['!ls | wc -l', '1', WRITE],
  ['!ls', 'old.txt', '!echo "a > made.txt"'],
  ['print("ls")', 'ls', WRITE]
])('%j that showed %j shows the same after %j', (source, output, write) => {
  expect(judged(source, output, write)).toBe('a same');
});

it.each([
  'import os\nos.remove("made.txt")',
  '!rm made.txt',
  '%rm made.txt',
  'import os\nos.remove(path)',
  'import shutil\nshutil.rmtree(folder)',
  '!rm *.txt',
  '!git clean -f',
  '%%bash\nmv made.txt other'
])('nothing is said of files that may have been taken away: %j', take => {
  expect(judged('!ls', 'old.txt', WRITE, take)).toBe('a same');
});

it.each([
  'import os\nos.remove("other.txt")',
  '!rm other.txt',
  'notes = """\ngit status\n"""'
])('is there where others were taken away: %j', take => {
  expect(judged('!ls', 'old.txt', WRITE, take)).toBe('a differs file-left');
});

it.each([
  ["['old.txt']", 'differs'],
  ["['made.txt']", 'same']
])(
  'a cell above that never ran makes its file in a fresh run: %j',
  (output, verdict) => {
    const notebook = aNotebook()
      .cell('w', WRITE)
      .cell('b', 'import os\nos.listdir()')
      .run('b', null, { output });
    expect(told(notebook)[1]).toMatch(`b ${verdict}`);
  }
);

it('a cell that failed may have written nothing', () => {
  const notebook = aNotebook()
    .cell('v', 'text = "x"')
    .cell('w', 'open("made.txt", "w").write(text)')
    .cell('b', 'import os\nos.listdir()')
    .fails('w')
    .run('v')
    .run('b', null, { output: "['old.txt']" });
  expect(told(notebook)[2]).toMatch('b differs');
});

it('a file that a cell above wrote before is no other one', () => {
  const notebook = aNotebook()
    .cell('w', WRITE)
    .cell('b', 'import os\nlen(os.listdir())')
    .run('w')
    .run('b', null, { output: '1' });
  expect(told(notebook)).toEqual(['w same', 'b same']);
});

it('a cell above that takes files away in a fresh run leaves them unknown', () => {
  const notebook = aNotebook()
    .cell('a', '!rm made.txt')
    .cell('b', '!ls')
    .cell('c', WRITE)
    .run('a')
    .run('b', null, { output: 'old.txt' })
    .run('c');
  expect(told(notebook)[1]).toBe('b same');
});

it('a cell that Python refuses takes nothing away', () => {
  const notebook = aNotebook()
    .cell('a', '!ls')
    .cell('b', WRITE)
    .cell('c', '!rm *.txt\nz = [+.')
    .run('a', null, { output: 'old.txt' })
    .run('b')
    .run('c', null, {
      status: 'error',
      output: 'SyntaxError: invalid syntax (123.py, line 2)'
    });
  expect(told(notebook)[0]).toBe('a differs file-left');
});

describe('a file that was read before it was written', () => {
  const read = 'print(open("made.txt").read())';

  it('is another one in a fresh run', () => {
    expect(judged(read, 'old', WRITE)).toBe('a differs file-left');
    expect(judged('!cat made.txt', 'old', WRITE)).toBe('a differs file-left');
    expect(judged(read, 'old', '!touch other.txt')).toBe('a same');
  });

  it('may not have been read where the code does without it', () => {
    const keep = [
      'import os',
      'if os.path.exists("made.txt"):',
      '    print(open("made.txt").read())',
      'else:',
      '    open("made.txt", "w").write("x")',
      '    print("x")'
    ].join('\n');
    expect(judged(keep, 'x')).toBe('a same');
  });

  it('is what it was where the run before wrote the same', () => {
    const notebook = aNotebook()
      .cell('a', read)
      .cell('b', WRITE)
      .run('a', null, { output: 'old' })
      .run('b')
      .restart()
      .run('a', null, { output: 'x' })
      .run('b');
    expect(told(notebook)[0]).toBe('a same');
  });
});

it('the time at which a file was written shows in a long listing alone', () => {
  const notebook = (list: string): RunBuilder =>
    aNotebook()
      .cell('a', WRITE)
      .cell('b', list)
      .run('a')
      .run('b', null, { output: '-rw-r--r-- 1 me 1 Nov 27 04:43 made.txt' });
  expect(told(notebook('!ls -lh made.txt'))[1]).toBe('b random clock');
  expect(told(notebook('!ls -l'))[1]).toBe('b random clock');
  expect(told(notebook('!ls made.txt'))[1]).toBe('b same');
  expect(told(notebook('!ls -l data'))[1]).toBe('b same');
});

it('an error that names the texts in a set names them in another order in each run', () => {
  const notebook = aNotebook()
    .cell('a', 'score("x")')
    .run('a', null, {
      status: 'error',
      output: 'no',
      tells: { saysSet: true }
    });
  expect(told(notebook)).toEqual(['a random hash-order']);
});

it('an identifier that was drawn for a display is another one in each run', () => {
  const id = '208b84c54e09313be5a2b7300ab38fd1';
  const notebook = aNotebook()
    .cell('a', 'handle')
    .run('a', null, { output: 'handle', tells: { hasDrawnId: true } });
  expect(told(notebook)).toEqual(['a random drawn-id']);
  expect(judged('handle', id)).toBe('a same');
});

describe('a file that a cell adds to', () => {
  const add = 'with open("log.txt", "a") as f:\n    f.write("line")';
  const read = 'text = open("log.txt").read()\nprint(text)';
  const verdicts = (...sources: string[]): string[] => told(cells(...sources));

  it('is longer after each run, for those that read it and what hangs on them', () => {
    expect(verdicts(add, read, 'print(len(text))', '1')).toEqual([
      'a same',
      'b differs file-left',
      'c differs file-left',
      'd same'
    ]);
    expect(verdicts('!echo x >> log.txt', '!cat log.txt')[1]).toBe(
      'b differs file-left'
    );
    expect(verdicts('%%writefile -a log.txt\nx', read)[1]).toBe(
      'b differs file-left'
    );
    const log = 'import logging\nlogging.basicConfig(filename="log.txt")';
    expect(verdicts(log, read)[1]).toBe('b differs file-left');
  });

  it('is longer for the cell itself, where it reads it', () => {
    expect(verdicts(`${add}\n${read}`, 'print(text)')).toEqual([
      'a differs file-changed',
      'b differs file-changed'
    ]);
    const both =
      'with open("log.txt", "a+") as f:\n    f.seek(0)\n    print(f.read())';
    expect(verdicts(both)).toEqual(['a differs file-changed']);
    expect(verdicts(`open("log.txt", "w").close()\n${add}\n${read}`)).toEqual([
      'a same'
    ]);
    expect(verdicts(add, 'print(1)')).toEqual(['a same', 'b same']);
  });

  it('is the same where a cell above writes it anew, or takes it away', () => {
    expect(verdicts('open("log.txt", "w").close()', add, read)[2]).toBe(
      'c same'
    );
    expect(verdicts('import os\nos.remove("log.txt")', add, read)[2]).toBe(
      'c same'
    );
    expect(verdicts('%rm *.txt', add, read)[2]).toBe('c same');
  });

  it('is the same where a cell below takes it away', () => {
    expect(verdicts(add, read, '!rm log.txt')[1]).toBe('b same');
    expect(verdicts(add, read, '!rm *.txt')[1]).toBe('b same');
    expect(
      verdicts(add, read, 'import shutil, d\nshutil.rmtree(d.where())')[1]
    ).toBe('b same');
  });

  it('is what the kernel before left of it, and more', () => {
    const notebook = cells(add, read).restart().runs('a');
    expect(told(notebook.run('b', null, { output: 'x' }))[1]).toBe(
      'b differs file-left'
    );
  });
});

describe('a file that a cell wrote before another read it', () => {
  const read = 'print(open("made.txt").read())';
  const notebook = (): RunBuilder =>
    aNotebook().cell('w', WRITE).cell('a', read);

  it('is there when the cell is gone', () => {
    const gone = notebook().run('w').run('a', null, { output: 'x' });
    expect(told(gone.delete('w'))).toEqual(['a same']);
  });

  it('is there when the cell stands below', () => {
    const moved = notebook().run('w').run('a', null, { output: 'x' });
    expect(told(moved.move('w', 1))).toEqual(['a same', 'w same']);
  });

  it('is another one once it was written over', () => {
    const over = notebook()
      .cell('v', 'open("made.txt", "w").write("y")')
      .run('w')
      .run('a', null, { output: 'x' })
      .run('v')
      .delete('w');
    expect(told(over)[0]).toBe('a differs deleted-cell');
  });

  it('may be gone once files were taken away', () => {
    const taken = notebook()
      .cell('t', '!rm -r .')
      .run('w')
      .run('a', null, { output: 'x' })
      .run('t')
      .delete('w');
    expect(told(taken)[0]).toMatch(/^a differs/);
  });
});

describe('a file that a cell moves, and stopped for want of', () => {
  const MOVE = "import shutil\nshutil.move('C:\\\\here\\\\made.txt', 'there')";
  const missing = (path: string): string =>
    `FileNotFoundError: [Errno 2] No such file or directory: '${path}'`;
  const stopped = (output: string): RunBuilder =>
    aNotebook().cell('a', MOVE).run('a', null, { status: 'error', output });

  it('is not there in a fresh run either', () => {
    const notebook = stopped(missing('C:\\\\here\\\\made.txt'));
    expect(told(notebook)).toEqual(['a same']);
  });

  it('may be there once another cell has made it', () => {
    const notebook = stopped(missing('C:\\\\here\\\\made.txt'))
      .cell('b', "open('C:\\\\here\\\\made.txt', 'w').write('x')")
      .run('b');
    expect(told(notebook)[0]).toBe('a differs file-left');
  });
});

it.each([
  ["sed: can't read app.cfg: No such file or directory", 'same'],
  ['', 'differs']
])(
  'a file that a command did not find is not written by it: %j',
  (says, verdict) => {
    const missing = 'cat: app.cfg: No such file or directory';
    const notebook = aNotebook()
      .cell('a', '!cat app.cfg')
      .cell('b', "!sed -i 's/a/b/' app.cfg\nprint(1)")
      .run('a', null, { output: missing })
      .run('b', null, { output: `${says}1` });
    expect(told(notebook)[0]?.split(' ')[1]).toBe(verdict);
  }
);
