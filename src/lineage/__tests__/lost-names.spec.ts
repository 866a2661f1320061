import { analysePython } from '../../analysis';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast } from '..';

function told(notebook: RunBuilder): readonly string[] {
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input).cells.map(({ cellId, verdict, causes }) =>
    [
      cellId,
      verdict,
      ...causes.map(
        ({ kind, name, cellId: at }) => `${kind} ${name} @${at ?? '-'}`
      )
    ].join(' ')
  );
}

describe('names that got lost', () => {
  it('are those that a cell changed before it was edited, when it only looks at them now', () => {
    const notebook = aNotebook()
      .cell('a', 'x = [1]')
      .cell('b', 'x.append(2)\nprint(x)')
      .run('a')
      .run('b')
      .edit('b', 'print(x)')
      .run('b');
    expect(told(notebook)).toEqual([
      'a same',
      'b differs definition-gone x @b'
    ]);
  });

  it('make a cell fail as it did only when no other name is missed before', () => {
    const lacks = (name: string) =>
      ({ status: 'error', output: `name '${name}' is not defined` }) as const;
    const notebook = aNotebook()
      .cell('a', 'import numpy as np')
      .cell('b', 'np.mean(data)')
      .cell('c', 'print(data, np)')
      .run('a')
      .run('b', null, lacks('data'))
      .run('c', null, lacks('data'))
      .delete('a');
    expect(told(notebook)).toEqual([
      'b fails deleted-cell np @- undefined data @b',
      'c same'
    ]);
  });

  it('leave the names that a failing cell bound before as any cell leaves them', () => {
    const fails = {
      status: 'error',
      output: 'No module',
      report: { bound: ['np'] }
    } as const;
    const notebook = aNotebook()
      .cell('z', 'k = 1')
      .cell('a', 'import numpy as np\nimport absent_module')
      .cell('b', 'print(np)')
      .run('z')
      .run('z')
      .run('a', null, fails)
      .run('b');
    expect(told(notebook)).toEqual(['z same', 'a same', 'b same']);
  });

  it('are bound by a loop that left another object where the former one was, as far as the kernel can tell', () => {
    const found = { types: { m: 're.Match' } };
    const notebook = aNotebook()
      .cell('a', 'import re')
      .cell('b', 'm = re.search("a", "aa")')
      .cell('c', 'm.start()')
      .cell('d', 'for m in re.finditer("a", "aa"):\n    print(m.span())')
      .cell('e', 'm.group()')
      .run('a')
      .run('b', null, { report: { ...found, bound: ['m'] } })
      .run('c', null, { report: found })
      .run('d', null, { report: found })
      .run('e', null, { report: found })
      .delete('b');
    expect(told(notebook)).toEqual([
      'a same',
      'c fails deleted-cell m @-',
      'd same',
      'e same'
    ]);
  });

  it('by a new name in the place of the old one', () => {
    const notebook = aNotebook()
      .cell('a', 'total = 1')
      .cell('b', 'print(total)')
      .runAll()
      .run('a', 'amount = 1');
    expect(told(notebook)).toEqual(['a same', 'b fails renamed total @a']);
  });

  it('by a deletion that has not run before the reader', () => {
    const notebook = aNotebook()
      .cell('a', 'x = 1')
      .cell('d', 'del x')
      .cell('b', 'print(x)')
      .runs('a', 'b', 'd');
    expect(told(notebook)[2]).toBe('b fails name-deleted x @d');
  });

  it('by a cell that fails before it gets to bind them: the cause is what that cell lacks', () => {
    const notebook = aNotebook()
      .cell('a', 'costs = 1')
      .cell('b', 'budget = costs + 1\nbudget')
      .cell('c', 'plot = budget\nprint(plot)')
      .cell('d', 'print(plot)')
      .runAll()
      .delete('a');
    const lost = 'fails deleted-cell costs @-';
    expect(told(notebook)).toEqual([`b ${lost}`, `c ${lost}`, `d ${lost}`]);
  });

  it('by a cell that fails, for a cell that only changes what it would have made', () => {
    const notebook = aNotebook()
      .cell('a', 'params = {}')
      .cell('b', 'model = Model(**params)')
      .cell('c', 'model.fit(1)')
      .cell('d', 'model.tag = 2')
      .cell('m', 'class Model:\n    def fit(self, x):\n        self.x = x')
      .move('m', 0)
      .runAll()
      .delete('a');
    const lost = 'fails deleted-cell params @-';
    expect(told(notebook).slice(1)).toEqual([
      `b ${lost}`,
      `c ${lost}`,
      `d ${lost}`
    ]);
  });

  it('by an edit of a cell that would fail before it gets to bind them', () => {
    const notebook = aNotebook()
      .cell('a', 'x = 1')
      .cell('b', 'print(x)')
      .runAll()
      .edit('a', 'x = gone + 1');
    expect(told(notebook)[1]).toBe('b fails edited null @a');
  });

  it('by a star import that binds it no more', () => {
    const notebook = aNotebook()
      .cell('a', 'from math import *')
      .cell('b', 'print(sqrt(4))')
      .run('a', null, { report: { bound: ['sqrt', 'pi'] } })
      .run('b', null, { report: {} })
      .run('a', 'import math', { report: { bound: ['math'] } });
    expect(told(notebook)[1]).toBe('b fails hidden-binding sqrt @a');
  });
});

describe('names of builtins', () => {
  it('that a cell further down has bound are found elsewhere by a fresh run', () => {
    const notebook = aNotebook()
      .cell('a', 'print(max([1, 2]))')
      .cell('b', 'max = min')
      .runs('b', 'a');
    expect(told(notebook)).toEqual(['a differs shadowed max @b', 'b same']);
  });

  it.each([
    ['from IPython.display import display', 'display(3)'],
    ['from IPython import get_ipython', 'get_ipython().ast_node_interactivity']
  ])('is none that is there all the same: %s', (statement, use) => {
    const notebook = aNotebook()
      .cell('a', use)
      .cell('b', `${statement}\n${use}`)
      .run('b', null, { output: '3' })
      .run('a', null, { output: '3' });
    expect(told(notebook)).toEqual(['a same', 'b same']);
  });

  it('is one that the notebook gave another value before', () => {
    const notebook = aNotebook()
      .cell('a', 'display = print')
      .cell('b', 'display(3)')
      .cell('c', 'from IPython.display import display')
      .run('a')
      .run('c')
      .run('b', null, { output: '3' });
    expect(told(notebook)[1]).toMatch(/^b differs/);
  });

  it('that a cell above binds only in a fresh run', () => {
    const notebook = aNotebook()
      .cell('b', 'max = min')
      .cell('a', 'print(max([1, 2]))')
      .run('a');
    expect(told(notebook)[1]).toMatch(/^a differs.* max @b/);
  });

  it("are nobody's business while nobody binds them", () => {
    const notebook = aNotebook().cell('a', 'print(max([1, 2]))').run('a');
    expect(told(notebook)).toEqual(['a same']);
  });
});
