// Files outlast a kernel: what a fresh run finds that a cell run before did not.
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { told } from './told';

/** What becomes of a cell that printed something before another one ran. */
function judged(source: string, output: string, ...others: string[]): string {
  const notebook = aNotebook().cell('a', source).run('a', null, { output });
  others.forEach((other, index) => {
    const id = 'bcd'[index] ?? '';
    notebook.cell(id, other).run(id);
  });
  return told(notebook)[0] ?? '';
}

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
  ['!ls', 'old.txt', '!touch made.txt']
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

it.each(['import os\nos.remove("made.txt")', '!rm made.txt', '%rm made.txt'])(
  'nothing is said where files were taken away: %j',
  take => {
    expect(judged('!ls', 'old.txt', WRITE, take)).toBe('a same');
  }
);

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

it('an identifier that was drawn for a display is another one in each run', () => {
  const id = '208b84c54e09313be5a2b7300ab38fd1';
  const notebook = aNotebook()
    .cell('a', 'handle')
    .run('a', null, { output: 'handle', tells: { hasDrawnId: true } });
  expect(told(notebook)).toEqual(['a random drawn-id']);
  expect(judged('handle', id)).toBe('a same');
});
