import { analysePython } from '../../analysis';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast } from '..';

const verdicts = (notebook: RunBuilder): readonly string[] =>
  forecast({ ...notebook.build(), analyse: analysePython }).cells.map(
    ({ cellId, verdict }) => `${cellId} ${verdict}`
  );

const lacking = {
  status: 'error',
  output: 'UsageError: Line magic function `%tictoc` not found.'
} as const;

/** A cell that stops at a magic, and one that shows a value that the magic might have changed. */
const stopped = (): RunBuilder =>
  aNotebook()
    .cell('a', 'x = [1]')
    .cell('m', 'y = 2\nt = %tictoc x')
    .cell('s', 'print(x)')
    .run('a')
    .run('m', null, { ...lacking, report: { bound: ['y'] } })
    .run('s', null, { output: '[1]' });

describe('a line that asks for a magic that is not there', () => {
  it('stops again, and leaves no doubt on what it mentions', () => {
    expect(verdicts(stopped().run('a'))).toEqual([
      'a same',
      'm same',
      's same'
    ]);
  });

  it('binds nothing from there on', () => {
    const notebook = stopped()
      .cell('t', 't')
      .cell('y', 'y')
      .run('t', null, {
        status: 'error',
        output: "NameError: name 't' is not defined"
      })
      .run('y', null, { output: '2' });
    expect(verdicts(notebook.run('a')).slice(3)).toEqual(['t same', 'y same']);
  });

  it.each([
    '%load_ext timers',
    'def tictoc(line):\n    pass\nregister_line_magic(tictoc)',
    'import timers',
    'timers.autoconfig()',
    '@timers.magic\ndef f():\n    pass'
  ])('is not known to stop where a cell above may bring it in: %s', source => {
    const notebook = stopped().cell('l', source, 0).run('l');
    expect(verdicts(notebook)[2]).toBe('m unknown');
  });

  it.each(['z = len([1])', 'def f():\n    return 1', '# import timers'])(
    'stops all the same below what brings in nothing: %s',
    source => {
      const notebook = stopped().cell('l', source, 0).run('l');
      expect(verdicts(notebook)[2]).toBe('m same');
    }
  );

  it('stops all the same below what had run before it stopped, and below others of the kind', () => {
    const notebook = aNotebook()
      .cell('i', 'import timers\ntimers.start(1)')
      .cell('m', '%tictoc 1')
      .cell('n', 'import clocks\n%tictoc 2')
      .run('i')
      .run('m', null, lacking)
      .run('n', null, lacking);
    expect(verdicts(notebook.move('n', 1))).toEqual([
      'i same',
      'n same',
      'm unknown'
    ]);
  });

  it('is not known to stop once it did not', () => {
    const notebook = aNotebook()
      .cell('m', '%tictoc 1')
      .cell('s', 's = 1')
      .cell('t', 's')
      .run('m', null, lacking)
      .run('m')
      .run('s')
      .run('t', null, { output: '1' })
      .edit('s', 's = 2 - 1');
    expect(verdicts(notebook)[0]).toBe('m unknown');
  });
});

it('a cell whose magic is not there does nothing at all', () => {
  const notebook = aNotebook()
    .cell('a', 'x = 1')
    .cell('m', '%%expect TypeError\nx = 2')
    .cell('s', 'print(x)')
    .run('a')
    .run('m', null, {
      status: 'error',
      output: 'UsageError: Cell magic `%%expect` not found.'
    })
    .run('s', null, { output: '1' });
  expect(verdicts(notebook.run('a'))).toEqual(['a same', 'm same', 's same']);
});

it('a source that Python refuses binds nothing in a kernel that has not run it', () => {
  const refused = 'SyntaxError: invalid syntax (123.py, line 1)';
  const absent = "NameError: name 'z' is not defined";
  const notebook = aNotebook()
    .cell('a', 'z = [+.')
    .cell('b', 'z')
    .run('a', null, { status: 'error', output: refused })
    .restart()
    .run('b', null, { status: 'error', output: absent });
  expect(verdicts(notebook)).toEqual(['a same', 'b same']);
});
