import { analysePython } from '../../analysis';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast } from '..';

const verdicts = (notebook: RunBuilder): readonly string[] =>
  forecast({ ...notebook.build(), analyse: analysePython }).cells.map(
    ({ cellId, verdict }) => `${cellId} ${verdict}`
  );

const failed = (output: string): { status: 'error'; output: string } => ({
  status: 'error',
  output
});
const lacking = failed("Exception: File `'lib/helpers.py'` not found.");
const unbound = failed("NameError: name 'draw' is not defined");

/** Runs a file that is not there; what it would have bound is asked for below, and cells ran more than once. */
const stopped = (): RunBuilder =>
  aNotebook()
    .cell('a', 'x = [1]')
    .cell('m', '%run lib/helpers.py')
    .cell('d', 'draw(x)')
    .cell('s', 'print(x)')
    .run('a')
    .run('s', null, { output: '[1]' })
    .run('m', null, lacking)
    .run('d', null, unbound)
    .run('s', null, { output: '[1]' })
    .run('a');

describe('a file to be run that is not there', () => {
  it('is not there again, and leaves no doubt on what follows', () => {
    expect(verdicts(stopped())).toEqual([
      'a same',
      'm same',
      'd same',
      's same'
    ]);
  });

  it('lets nothing be bound that a fresh run would ask for', () => {
    const notebook = stopped().edit('d', 'def draw(x):\n    pass');
    expect(verdicts(notebook.run('d'))).toEqual([
      ...['a same', 'm same', 'd same', 's same']
    ]);
  });

  it.each([
    '!wget https://example.org/helpers.py',
    '!git clone https://example.org/lib',
    '%%bash\ncp a b',
    '%%writefile lib/helpers.py\ny = 1',
    'import urllib.request\nurllib.request.urlretrieve(url, name)',
    'import os\nos.chdir("..")',
    '%run other.py',
    '%save lib/helpers.py 1',
    'cp a.py lib/helpers.py',
    'open(name + ".py", "w").write("y = 1")'
  ])('may be there by now behind what may have made it: %s', source => {
    const notebook = stopped().cell('z', source).run('z');
    expect(verdicts(notebook)[1]).toBe('m unknown');
  });

  it('may be there behind a call of what may have made it', () => {
    const notebook = stopped()
      .cell('f', 'def fetch():\n    os.system(command)', 0)
      .cell('z', 'fetch()');
    expect(verdicts(notebook.run('f').run('z'))[2]).toBe('m unknown');
  });

  it('stops what stands below it, and nothing above it', () => {
    const notebook = aNotebook()
      .cell('a', 'x = 1')
      .cell('m', 'x = 3\n%run lib/helpers.py\nx = 2')
      .cell('s', 'print(x)')
      .run('a')
      .run('m', null, lacking)
      .run('a')
      .run('s', null, { output: '1' });
    expect(verdicts(notebook)).toEqual(['a same', 'm same', 's differs']);
  });

  it.each(['!pip install numpy', '!ls lib', 'y = 2'])(
    'is not made by %j',
    source => {
      const notebook = stopped().cell('z', source).run('z');
      expect(verdicts(notebook)[1]).toBe('m same');
    }
  );

  it('is not made by what had run before it was missed', () => {
    const notebook = aNotebook()
      .cell('w', '!wget https://example.org/data.csv')
      .cell('m', '%run lib/helpers.py')
      .cell('a', 'x = 1')
      .run('w')
      .run('m', null, lacking)
      .run('a')
      .move('a', 0);
    expect(verdicts(notebook)).toEqual(['a same', 'w same', 'm same']);
  });

  it('may be made by a cell above that never ran', () => {
    const notebook = stopped().cell('w', '!make lib', 0);
    expect(verdicts(notebook).slice(1, 3)).toEqual(['a same', 'm unknown']);
  });

  it('tells nothing of another that ran before it in the same cell', () => {
    const source = '%run first.py\n%run lib/helpers.py';
    const notebook = aNotebook()
      .cell('a', 'x = 1')
      .cell('m', source)
      .run('m', null, lacking)
      .run('a');
    expect(verdicts(notebook)[1]).toBe('m unknown');
  });

  it('is the same for one to be loaded', () => {
    const notebook = aNotebook()
      .cell('a', 'x = 1')
      .cell('m', '%load helpers.py')
      .run('a')
      .run(
        'm',
        null,
        failed(
          "ValueError: 'helpers.py' was not found in history, as a file, url, nor in the user namespace."
        )
      )
      .run('a');
    expect(verdicts(notebook)).toEqual(['a same', 'm same']);
  });
});
