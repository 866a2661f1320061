// What becomes of outputs when names are changed, and when one statement of a cell is.
import { analysePython } from '../../analysis';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast } from '..';

function told(notebook: RunBuilder): readonly string[] {
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input).cells.map(
    ({ cellId, verdict, causes }) =>
      `${cellId} ${[verdict, ...causes.map(({ kind, name }) => `${kind} ${name ?? '-'}`)].join(' ')}`
  );
}

const cells = (...sources: string[]): RunBuilder => {
  const notebook = aNotebook();
  sources.forEach((source, index) =>
    notebook.cell('abcdefgh'[index] ?? '', source)
  );
  return notebook;
};

describe('a name that is changed in all cells', () => {
  it('changes nothing that is shown', () => {
    const notebook = cells('x = f0 + 1', 'x.a()', 'y = x\nprint(y)', 'y')
      .console('f0 = 1')
      .runAll()
      .edit('a', 'z = f0 + 1')
      .edit('b', 'z.a()')
      .edit('c', 'y = z\nprint(y)');
    expect(told(notebook).slice(1)).toEqual([
      'b fails other-client f0',
      'c fails other-client f0',
      'd fails other-client f0'
    ]);
  });

  it.each([
    ['a value', 'x = 1', 'x + 1'],
    ['a value in a longer cell', 'x = 1\nk = g = 3', 'x + g'],
    ['a value made by a call', 'x = len("a")', 'x + 1'],
    ['a value that is changed', 'x = []\nx.append(1)', 'x.copy()'],
    ['a value that another cell changes', 'x = []', 'x.append(1)', 'x.copy()'],
    ['an alias', 'import math as x', 'x.pi'],
    ['what a function reads', 'x = 1', 'def f():\n  return x', 'f()'],
    [
      'what a function changes',
      'x = []',
      'def f():\n  x.append(1)',
      'f()',
      'f()',
      'x.copy()'
    ],
    [
      'what a method reads',
      'x = 1',
      'class A:\n  def f(self):\n    return x',
      'a = A()',
      'a.f()'
    ],
    ['a loop', 'x = [1]', 'for i in x:\n  print(i)'],
    ['a column', 'x = {}', 'x["a"] = 1', 'x["a"]']
  ])('leaves what is shown of %s', (_, ...sources) => {
    const notebook = cells(...sources).runAll();
    sources.forEach((source, index) =>
      notebook.edit('abcdefgh'[index] ?? '', source.replace(/\bx\b/g, 'other'))
    );
    const last = sources.length - 1;
    expect(told(notebook)[last]).toBe(`${'abcdefgh'[last] ?? ''} same`);
  });

  it('leaves what failed as it failed, unless the error tells the name', () => {
    const error = (evalue: string): RunBuilder =>
      cells('x = 1', 'x.a')
        .run('a')
        .run('b', null, { status: 'error', output: `E: ${evalue}` })
        .edit('a', 'y = 1')
        .edit('b', 'y.a');
    expect(told(error('no a'))[1]).toBe('b same');
    expect(told(error('x has no a'))[1]).toBe('b fails edited -');
  });

  it('is not bound before the cell runs again', () => {
    const notebook = cells('x = 1', 'x + 1').runAll().edit('a', 'y = 1');
    expect(told(notebook)).toEqual(['a differs edited -', 'b fails renamed x']);
  });

  it('takes what another cell has left under it', () => {
    const notebook = cells('x = 1', 'x = 2', 'x + 1')
      .runAll()
      .edit('b', 'y = 2');
    expect(told(notebook)[2]).toBe('c differs renamed x');
  });

  it('is another when two values change places', () => {
    const notebook = cells('x = 1\ny = 2', 'x - y').runAll().edit('b', 'y - x');
    expect(told(notebook)[1]).toBe('b differs edited -');
  });
});

describe('an edit of one statement', () => {
  it.each([
    [
      'an import',
      'import re\nx = f0(1)',
      'import re\nx = f0(2)',
      're.compile("a")'
    ],
    ['an assignment', 'y = [1]\nx = y * 2', 'y = [1]\nx = y * 3', 'y'],
    [
      'a call',
      'import re\nr = re.compile("a")\nr.split("b")',
      'import re\nr = re.compile("a")\nr.split("c")',
      'r.pattern'
    ],
    [
      'a function',
      'def f():\n  return 1\nprint(f())',
      'def f():\n  return 1\nprint(f() + 1)',
      'f()'
    ],
    ['a class', 'class A:\n  x = 1\na = 1', 'class A:\n  x = 1\na = 2', 'A.x'],
    [
      'a loop',
      't = 0\nfor i in [1, 2]:\n  t += i\nu = 1',
      't = 0\nfor i in [1, 2]:\n  t += i\nu = 2',
      't'
    ]
  ])('leaves what hangs on %s as it is', (_, before, after, reader) => {
    const source = (text: string): string => text.replace('f0', 'len');
    const notebook = cells(source(before), reader)
      .runAll()
      .edit('a', source(after));
    expect(told(notebook)[1]).toBe('b same');
  });

  it.each([
    ['x = [1]\nx.append(2)', 'x = [1]\nx.append(3)'],
    ['x = make(1)\ntrain(x, 1)', 'x = make(1)\ntrain(x, 2)'],
    ['k = 1\nx = k + 1', 'k = 2\nx = k + 1'],
    ['assert 1\nx = 1', 'assert 0\nx = 1']
  ])('changes what hangs on it: %j, %j', (before, after) => {
    const notebook = cells(
      'def make(n):\n  return [n]\ndef train(x, n):\n  x.append(n)',
      before,
      'x.copy()'
    )
      .runAll()
      .edit('b', after);
    expect(told(notebook)[2]).toBe('c differs edited -');
  });

  it('of another cell reaches what functions read for it', () => {
    const notebook = cells(
      'k = 1',
      'def f():\n  return k',
      'x = f()\ny = 1',
      'x'
    )
      .runAll()
      .edit('a', 'k = 2');
    expect(told(notebook)[3]).toBe('d differs edited -');
  });
});

describe('modules', () => {
  it('are not changed by functions that are called like methods', () => {
    const notebook = cells('import re', 're.compile("a")', 're.compile("b")')
      .runs('a', 'c', 'b')
      .edit('b', 're.compile("c")');
    expect(told(notebook)[2]).toBe('c same');
  });
  it.each([
    ['by one cell or another', 'import re', 'import re\nx = 1'],
    ['with others', 'import re', 'import os, re']
  ])('are the same when imported %s', (_, before, after) => {
    const notebook = cells(before, 're.compile("b")').runAll().edit('a', after);
    expect(told(notebook)[1]).toBe('b same');
  });
  it('fail their readers when nobody imports them', () => {
    const notebook = cells('import re', 're.compile("b")').runAll().delete('a');
    expect(told(notebook)).toEqual(['b fails deleted-cell re']);
  });
});
