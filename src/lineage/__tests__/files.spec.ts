import { analysePython } from '../../analysis';
import type { FileUse } from '../../model';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast, type ForecastInput } from '..';

const use = (
  path: string,
  mode: FileUse['mode'],
  hash: string | null,
  size = 1
): FileUse => ({ path, mode, size, modified: 5, hash });

function told(
  notebook: RunBuilder,
  files?: ForecastInput['files']
): readonly string[] {
  const input = { ...notebook.build(), analyse: analysePython, files };
  return forecast(input).cells.map(({ cellId, verdict, causes, advice = [] }) =>
    [cellId, verdict, ...causes, ...advice]
      .map(one =>
        typeof one === 'string' ? one : `${one.kind} ${one.name ?? '-'}`
      )
      .join(' ')
  );
}

const reading = (hash: string): { report: { files: FileUse[] } } => ({
  report: { files: [use('in.csv', 'read', hash)] }
});

const table = (): RunBuilder =>
  aNotebook()
    .cell('i', 'import pandas as pd')
    .cell('a', 'df = pd.read_csv("in.csv")')
    .cell('b', 'print(df)')
    .cell('c', 'other = pd.read_csv("in.csv").size');

const writing = (path: string, ...more: string[]): RunBuilder => {
  const notebook = aNotebook().cell('a', `%%writefile ${path}\nk = 1`);
  more.forEach((source, at) => notebook.cell('bcd'[at] ?? '', source));
  return notebook;
};

describe('a cell that says that it made a file', () => {
  it.each(['m.py', './m.py', '-a m.py'])(
    'says another time that it overwrites it: %s',
    path => {
      const name = path.replace('-a ', '');
      const notebook = writing(path).run('a', null, {
        output: `Writing ${name}\n`
      });
      expect(told(notebook)).toEqual(['a differs file-made @file:m.py']);
    }
  );

  it('says the same where it says so already, and where it is told by other words', () => {
    const again = writing('m.py').run('a', null, {
      output: 'Overwriting m.py\n'
    });
    expect(told(again)).toEqual(['a same']);
    const printed = aNotebook()
      .cell('a', 'open("m.py", "w").close()\nprint("Writing m.py")')
      .run('a', null, { output: 'Writing m.py\n' });
    expect(told(printed)).toEqual(['a same']);
  });

  it('says so in the first of two kernels alone, which is no chance', () => {
    const notebook = writing('m.py')
      .run('a', null, { output: 'Writing m.py\n' })
      .restart()
      .run('a', null, { output: 'Overwriting m.py\n' });
    expect(told(notebook)).toEqual(['a same']);
  });

  it.each(['!rm m.py', 'import os\nos.remove("m.py")'])(
    'may make it once more where a cell removes it: %s',
    source => {
      const notebook = writing('m.py', source)
        .run('a', null, { output: 'Writing m.py\n' })
        .run('b');
      expect(told(notebook)).toEqual(['a same', 'b same']);
    }
  );

  it('makes it once more where it is gone', () => {
    const notebook = writing('m.py').run('a', null, {
      output: 'Writing m.py\n'
    });
    const gone = new Map([['m.py', { size: null, modified: null }]]);
    expect(told(notebook, gone)).toEqual(['a same']);
  });
});

describe('a module that a cell writes', () => {
  const made = (above = '1'): RunBuilder =>
    aNotebook()
      .cell('s', above)
      .cell('a', '%%writefile m.py\nk = 1')
      .cell('b', 'import random, m as q\ny = 1')
      .cell('c', 'print(q.k)')
      .cell('d', 'from m import k\nz = k')
      .cell('e', 'print(random, y)')
      .runs('s', 'a', 'b', 'c', 'd', 'e');
  const other = '%%writefile m.py\nk = 2';
  const verdicts = (notebook: RunBuilder): string =>
    told(notebook)
      .map(one => one.split(' ').slice(0, 2).join(' '))
      .join(', ');

  it('is what it was written to be', () => {
    expect(verdicts(made())).toBe(
      's same, a same, b same, c same, d same, e same'
    );
  });

  it('is another one for those that use it once the cell writes another one', () => {
    const stale = 's same, a same, b same, c differs, d differs, e same';
    expect(verdicts(made().run('a', other))).toBe(stale);
    expect(told(made().run('a', other))[3]).toBe(
      'c differs older-version @file:m.py'
    );
    const edited = made().edit('a', other);
    expect(verdicts(edited)).toBe(stale.replace('a same', 'a differs'));
  });

  it('stays what it was where it is imported again in one process', () => {
    const again = made().run('a', other).runs('b', 'c', 'd');
    expect(verdicts(again)).toBe(
      's same, a same, b same, c differs, d differs, e same'
    );
    const fresh = made().run('a', other).restart();
    expect(verdicts(fresh.runs('s', 'a', 'b', 'c', 'd', 'e'))).toBe(
      's same, a same, b same, c same, d same, e same'
    );
  });

  it('stays what it was where a text speaks of reloading', () => {
    const notebook = made('# reload it\nprint("reload")');
    expect(verdicts(notebook.run('a', other).runs('b', 'c', 'd'))).toContain(
      'c differs'
    );
  });

  it('is not followed where modules are loaded again', () => {
    const notebook = made('%load_ext autoreload\n%autoreload 2');
    expect(verdicts(notebook.run('a', other).runs('b', 'c'))).toContain(
      'c same'
    );
  });
});

describe('files', () => {
  it('are still there after a cell above that would fail before it writes them', () => {
    const left = (mode: FileUse['mode']): { report: { files: FileUse[] } } => ({
      report: { files: [use('out.json', mode, '1')] }
    });
    const notebook = aNotebook()
      .cell('a', 'heights = [1]')
      .cell('b', 'tall = max(heights)')
      .cell('c', 'open("out.json", "w").write(str(tall))')
      .cell('d', 'print(open("out.json").read())')
      .run('a')
      .run('b')
      .run('c', null, left('write'))
      .run('d', null, left('read'))
      .delete('a');
    const lost = 'fails deleted-cell heights';
    expect(told(notebook)).toEqual([`b ${lost}`, `c ${lost}`, 'd same']);
  });

  it('that are written again with the content of before leave their readers the same', () => {
    const left = (mode: FileUse['mode']): { report: { files: FileUse[] } } => ({
      report: { files: [use('out.txt', mode, '1')] }
    });
    const notebook = aNotebook()
      .cell('a', 'open("out.txt", "w").write("1")')
      .cell('b', 'text = open("out.txt").read()')
      .cell('c', 'print(text)')
      .run('a', null, left('write'))
      .run('b', null, left('read'))
      .run('c')
      .run('a', 'open("out.txt", "w").write(str(1))', left('write'));
    expect(told(notebook)).toEqual(['a same', 'b same', 'c same']);
  });

  it('that a cell reads and takes away are read as they were', () => {
    const gone = { ...use('in.txt', 'update', null), size: null };
    const notebook = aNotebook()
      .cell('a', 'open("in.txt", "w").write("1")')
      .cell('b', 'import shutil\nshutil.move("in.txt", "out.txt")')
      .cell('c', 'x = 1')
      .run('c')
      .run('a', null, { report: { files: [use('in.txt', 'write', '1')] } })
      .run('b', null, {
        report: { files: [use('out.txt', 'write', '1'), gone] }
      });
    expect(told(notebook)).toEqual(['a same', 'b same', 'c same']);
    notebook.edit('a', 'open("in.txt", "w").write("2")');
    expect(told(notebook)[1]).toMatch(/^b differs/);
  });

  it('hold what one report read when another at the same size and time could not', () => {
    const left = (
      mode: FileUse['mode'],
      hash: string | null
    ): { report: { files: FileUse[] } } => ({
      report: { files: [use('out.bin', mode, hash)] }
    });
    const notebook = aNotebook()
      .cell('a', 'open("out.bin", "wb").write(b"1")')
      .cell('b', 'data = open("out.bin", "rb").read()')
      .run('a', null, left('write', null))
      .run('b', null, left('read', null))
      .run(
        'a',
        'open("out.bin", "wb").write(bytes([49]))',
        left('write', 'ab')
      );
    expect(told(notebook)).toEqual(['a same', 'b same']);
  });

  it('leave everything the same while nobody changes them', () => {
    const notebook = table()
      .run('i')
      .run('a', null, reading('1'))
      .run('b')
      .run('c', null, reading('1'))
      .run('a', null, reading('1'))
      .run('b');
    const now = new Map([['in.csv', { size: 1, modified: 6 }]]);
    expect(told(notebook, now)).toEqual([
      'i same',
      'a same',
      'b same',
      'c same'
    ]);
  });

  it('that changed between two looks make the first look stale, and what hangs on it', () => {
    const notebook = table()
      .run('i')
      .run('a', null, reading('1'))
      .run('b')
      .run('c', null, reading('2'));
    const cause = 'differs file-changed @file:in.csv';
    expect(told(notebook)).toEqual([
      'i same',
      `a ${cause}`,
      `b ${cause}`,
      'c same'
    ]);
  });

  it('that changed since are told from their present state', () => {
    const notebook = table().run('i').run('b', 'print(1)');
    notebook.run('a', null, reading('1')).run('c', null, reading('1'));
    const now = new Map([['in.csv', { size: 2, modified: 9 }]]);
    const cause = 'differs file-changed @file:in.csv';
    expect(told(notebook, now)).toEqual([
      'i same',
      `a ${cause}`,
      'b same',
      `c ${cause}`
    ]);
  });

  it('are read from the cell that writes them', () => {
    const notebook = aNotebook()
      .cell('w', 'open("log.txt", "w").write("1")')
      .cell('r', 'print(open("log.txt").read())')
      .runs('w', 'r', 'w', 'r');
    expect(told(notebook)).toEqual(['w same', 'r same']);
    expect(told(notebook.edit('w', 'open("log.txt", "w").write("2")'))).toEqual(
      ['w differs edited -', 'r differs edited -']
    );
  });

  it('grow with each turn of a cell that appends', () => {
    const notebook = aNotebook()
      .cell('w', 'open("log.txt", "w").write("1")')
      .cell('a', 'open("log.txt", "a").write("2")')
      .cell('r', 'print(open("log.txt").read())')
      .runs('w', 'a', 'a', 'r');
    const [w, a, r] = told(notebook);
    expect([w, a]).toEqual(['w same', 'a same']);
    expect(r).toMatch(/^r differs/);
  });

  it('under absolute paths are advice', () => {
    const notebook = aNotebook()
      .cell('a', 'text = open("/data/in.txt").read()')
      .run('a');
    expect(told(notebook)).toEqual(['a same absolute-path @file:/data/in.txt']);
  });

  it('under relative paths are advice where the notebook has changed its folder', () => {
    const notebook = aNotebook()
      .cell('early', 'first = open("a.txt").read()')
      .cell('cd', '%cd data')
      .cell('late', 'text = open("a.txt").read()')
      .runAll();
    expect(told(notebook)).toEqual([
      'early same',
      'cd same',
      'late same directory @file:a.txt'
    ]);
  });
});

describe('installing packages', () => {
  it('is advice', () => {
    const notebook = aNotebook().cell('a', '%pip install numpy').run('a');
    expect(told(notebook)).toEqual(['a same environment-changed -']);
  });
});
