// What functions of the notebook do to files, under constant paths or such as they are given.
import { analysePython } from '../../analysis';
import { aNotebook } from '../../testing/run-builder';
import { forecast } from '..';

/** The verdicts of cells that ran in order, of which those showed something that end with an expression. */
function told(...sources: readonly string[]): readonly string[] {
  const notebook = aNotebook();
  sources.forEach((source, index) => {
    const id = 'abcdefgh'[index] ?? '';
    const output = /read\(/.test(source) ? source : undefined;
    notebook.cell(id, source).run(id, null, { output });
  });
  return verdicts(notebook);
}

function verdicts(notebook: ReturnType<typeof aNotebook>): readonly string[] {
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input).cells.map(({ verdict }) => verdict);
}

const READ = 'open("log.txt").read()';

describe('a function that adds to a file', () => {
  it.each([
    ['def add(line):\n    open("log.txt", "a").write(line)', 'add("x")'],
    [
      'def add(name, line):\n    open(name, "a").write(line)',
      'add("log.txt", "x")'
    ],
    ['def add(name):\n    open(name, "a").write("x")', 'add(name="log.txt")'],
    [
      'def add(line, name="log.txt"):\n    with open(name, "a") as f:\n        f.write(line)',
      'add("x")'
    ],
    [
      'def write(line):\n    open("log.txt", "a").write(line)\ndef add(line):\n    write(line)',
      'add("x")'
    ]
  ])('adds to what another kernel left: %s', (source, call) => {
    expect(told(source, call, READ).slice(-1)).toEqual(['differs']);
    expect(told(`${source}\n${call}`, READ).slice(-1)).toEqual(['differs']);
  });

  it('adds to a file that a name stands for', () => {
    const source = 'def add(name):\n    open(name, "a").write("x")';
    const cells = [source, 'path = "log.txt"', 'add(path)', READ];
    expect(told(...cells).slice(-1)).toEqual(['differs']);
  });

  it('adds to what is new where a cell makes it anew', () => {
    const add = 'def add(name):\n    open(name, "a").write("x")';
    const make = 'open("log.txt", "w").close()';
    expect(told(add, make, 'add("log.txt")', READ).slice(-1)).toEqual(['same']);
  });

  it('leaves other files as they are', () => {
    const add = 'def add(name):\n    open(name, "a").write("x")';
    const make = 'open("log.txt", "w").close()';
    expect(told(add, make, 'add("else.txt")', READ).slice(-1)).toEqual([
      'same'
    ]);
    expect(told(add, READ, 'sum([1])').slice(-2, -1)).toEqual(['same']);
  });
});

describe('a function that writes a file', () => {
  it('is told where the call that wrote last is another one', () => {
    const notebook = aNotebook()
      .cell('a', 'def save(name, text):\n    open(name, "w").write(text)')
      .cell('b', 'save("log.txt", "x")')
      .cell('c', READ)
      .cell('d', 'save("log.txt", "y")')
      .run('a')
      .run('b')
      .run('c', null, { output: 'x' })
      .run('d');
    expect(verdicts(notebook).slice(2, 3)).toEqual(['same']);
    notebook.run('c', null, { output: 'y' });
    expect(verdicts(notebook).slice(2, 3)).toEqual(['differs']);
  });
});
