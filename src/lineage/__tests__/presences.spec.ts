// Cells that ask whether a file is there, or make one: a fresh run finds what this one made.
import { aNotebook } from '../../testing/run-builder';
import { judgedBefore as judged, told } from './told';

const OS = 'import os\n';
const PATHS = 'from pathlib import Path\n';
const WRITE = 'open("out.txt", "w").write("x")';
const UNLESS =
  'if not os.path.exists("out"):\n    os.makedirs("out")\n    print("made it")';

it.each([
  [`${OS}print(os.path.exists("out.txt"))`, 'False', WRITE],
  [`${OS}os.path.isfile("out.txt")`, 'False', WRITE],
  [`${PATHS}p = Path("out.txt")\np.exists()`, 'False', WRITE],
  [`${OS}os.path.exists("out")`, 'False', 'open("out/a.txt", "w").close()'],
  [`${OS}os.path.exists("out")`, 'False', `${OS}os.makedirs("out")`],
  [`${OS}${UNLESS}`, 'made it'],
  [`${OS}d = "out"\n${UNLESS.replace(/"out"/g, 'd')}`, 'made it'],
  [
    `${OS}if os.path.exists("o.csv"):\n    print("old")\nelse:\n    save("o.csv")`,
    'saved'
  ],
  [
    `${OS}try:\n    os.mkdir("out")\n    print("new")\nexcept FileExistsError:\n    print("old")`,
    'new'
  ],
  [
    'try:\n    print(open("out.txt").read())\nexcept FileNotFoundError:\n    print("none")',
    'none',
    WRITE
  ]
])('%j that showed %j shows something else', (source, output, ...others) => {
  expect(judged(source, output, ...others)).toBe('a differs file-left');
});

it.each([
  [`${OS}print(os.path.exists("out.txt"))`, 'True', WRITE],
  [`${OS}print(os.path.exists("out.txt"))`, 'False', '1'],
  [`${OS}print(os.path.exists("out.txt"))`, 'False', WRITE, '!rm out.txt'],
  [`${OS}print(os.path.exists("out.txt"))`, 'False', WRITE, '!rm *'],
  [`${OS}${UNLESS}`, 'done'],
  [`${OS}os.rmdir("out")\n${UNLESS}`, 'made it'],
  [`${OS}if not os.path.exists("out"):\n    print("missing")`, 'missing'],
  [`${OS}os.path.exists("a"), os.path.exists("out.txt")`, '(True, False)', '1']
])('%j that showed %j shows it again', (source, output, ...others) => {
  expect(judged(source, output, ...others)).toBe('a same');
});

it('the path may come from another cell', () => {
  const notebook = (path: string): string[] =>
    told(
      aNotebook()
        .cell('a', `folder = ${path}\nimport os`)
        .cell('b', UNLESS.replace(/"out"/g, 'folder'))
        .run('a')
        .run('b', null, { output: 'made it' })
    );
  expect(notebook('"out"')[1]).toBe('b differs file-left');
  expect(notebook('choose()')[1]).toBe('b same');
});

it('a folder under a name of another cell is made once, and looked through', () => {
  const notebook = (folder: string): string[] =>
    told(
      aNotebook()
        .cell('a', `import os, glob\nfolder = ${folder}\nall = "*.txt"`)
        .cell('b', 'os.mkdir(folder)')
        .cell('c', 'glob.glob(all)')
        .cell('d', 'open("new.txt", "w").close()')
        .run('a')
        .run('b')
        .run('c', null, { output: '[]' })
        .run('d')
    );
  expect(notebook('"out"').slice(1, 3)).toEqual([
    'b fails file-left',
    'c differs file-left'
  ]);
  expect(notebook('choose()')[1]).toBe('b same');
});

it.each([
  `${OS}os.mkdir("out")`,
  `${OS}os.makedirs("out")`,
  `${PATHS}Path("out").mkdir()`,
  'open("out", "x").write("x")'
])('%j that went well fails where it has made it', source => {
  expect(judged(source, '')).toBe('a fails file-left');
  expect(judged(source, '', '!rm -r out')).toBe('a same');
});

it.each([
  `${OS}os.makedirs("out", exist_ok=True)`,
  `${PATHS}Path("out").mkdir(exist_ok=True)`,
  `${OS}try:\n    os.mkdir("out")\nexcept OSError:\n    pass`,
  `${OS}if new:\n    os.mkdir("out")`,
  `${OS}def make():\n    os.mkdir("out")`,
  '!mkdir -p out'
])('%j goes well again', source => {
  expect(judged(source, '')).toBe('a same');
});

it('a command that finds the folder says so', () => {
  expect(judged('!mkdir out', '')).toBe('a differs file-left');
  expect(judged('!git init out', 'Initialized empty repository')).toBe(
    'a differs file-left'
  );
  for (const command of ['!git init', '!git init -b main']) {
    expect(judged(command, 'Initialized empty repository')).toBe(
      'a differs file-left'
    );
  }
  const again = 'mkdir: cannot create directory: File exists';
  expect(judged('!mkdir out', again)).toBe('a same');
});

it('a repository remains whatever files its commands take away', () => {
  const after = (command: string): string | undefined =>
    told(
      aNotebook()
        .cell('a', '!git init')
        .cell('b', command)
        .run('a', null, { output: 'Initialized empty repository' })
        .run('b')
    )[0];
  expect(after('!git pull')).toBe('a differs file-left');
  expect(after('!rm -rf *')).toBe('a same');
  expect(after('!rm -rf .git')).toBe('a same');
});

it.each([
  ['os.mkdir("out")\nos.chdir("gone")', 2, 'a fails file-left'],
  ['os.mkdir("out")\nos.chdir("gone")', 1, 'a same'],
  ['os.makedirs("out", exist_ok=True)\nos.chdir("gone")', 2, 'a same'],
  ['os.mkdir("out")\nos.rmdir("out")\nos.chdir("gone")', 3, 'a same']
])('%j, which failed in line %d below', (source, line, expected) => {
  const notebook = aNotebook()
    .cell('i', 'import os')
    .cell('a', source)
    .run('i')
    .run('a', null, {
      status: 'error',
      output: "FileNotFoundError: [Errno 2] No such file or directory: 'gone'",
      tells: { failedLine: line }
    });
  expect(told(notebook)[1]).toBe(expected);
});
