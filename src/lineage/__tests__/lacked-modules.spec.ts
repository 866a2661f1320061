// A cell that did not find a module: a fresh run finds it where something brought it meanwhile.
import { analysePython } from '../../analysis';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast } from '..';

const error = {
  status: 'error',
  output: "ModuleNotFoundError: No module named 'tool'"
} as const;

/** A notebook in which `tool` was not there, and then another cell ran at a place in it. */
function meanwhile(source: string, index: number): RunBuilder {
  return aNotebook()
    .cell('a', 'import sys, os')
    .cell('b', 'import tool\nprint(1)')
    .run('a')
    .run('b', null, error)
    .cell('c', source, index)
    .run('c');
}

function told(notebook: RunBuilder): string | undefined {
  const input = { ...notebook.build(), analyse: analysePython };
  const cell = forecast(input).cells.find(one => one.cellId === 'b');
  return [cell?.verdict, ...(cell?.causes ?? []).map(one => one.name)].join(
    ' '
  );
}

describe('a module that was not there', () => {
  it.each([
    ['sys.path.append("lib")', '@path'],
    ['os.chdir("lib")', '@directory'],
    ['%%writefile tool.py\nk = 1', '@file:tool.py'],
    ['open("tool.py", "w").write("k = 1")', '@file:tool.py']
  ])('may be there in a fresh run by what ran above: %j', (source, name) => {
    expect(told(meanwhile(source, 1))).toBe(`differs ${name}`);
  });

  it('is there when a cell below wrote it', () => {
    const source = '%%writefile tool.py\nk = 1';
    expect(told(meanwhile(source, 2))).toBe('differs @file:tool.py');
  });

  it.each([
    ['sys.path.append("lib")', 2],
    ['%%writefile other.py\nk = 1', 1],
    ['k = 1', 1]
  ])('is not there by anything else: %j', (source, index) => {
    expect(told(meanwhile(source, index))).toBe('same');
  });

  it('stays away when the same ran above before', () => {
    const notebook = meanwhile('sys.path.append("lib")', 1);
    expect(told(notebook.run('b', null, error))).toBe('same');
    expect(told(notebook.edit('b', 'import tool\nprint(2)'))).toBe('same');
  });

  it('is found by a cell that ran again', () => {
    const notebook = meanwhile('sys.path.append("lib")', 1);
    expect(told(notebook.run('b', null, { output: '1' }))).toBe('same');
  });
});
