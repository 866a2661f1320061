// `_`, `_12` and `Out[12]` stand for what earlier executions gave.
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { told } from './told';

const shown = { output: 'shown' };

const notebook = (reader: string, second = 'x + 1'): RunBuilder =>
  aNotebook()
    .cell('a', 'x = 1')
    .cell('b', second)
    .cell('c', 'k = 2')
    .cell('d', reader);

describe('the last result', () => {
  it('is that of the same cell when all run in order, and again', () => {
    const ran = notebook('y = _ * 2')
      .run('a')
      .run('b', null, shown)
      .runs('c', 'd');
    expect(told(ran)).toEqual(['a same', 'b same', 'c same', 'd same']);
    expect(told(ran.run('a').run('b', null, shown).runs('d'))).toContain(
      'd same'
    );
  });

  it('is not what it was when another cell gave one in between', () => {
    const ran = notebook('y = _ * 2')
      .cell('e', 'x * 9')
      .run('a')
      .run('b', null, shown)
      .run('e', null, shown)
      .run('c')
      .run('d');
    expect(told(ran)[3]).toMatch(/^d differs/);
  });

  it('is not what it was when the cell that gave it was edited', () => {
    const ran = notebook('y = _ * 2')
      .run('a')
      .run('b', null, shown)
      .runs('c', 'd');
    expect(told(ran.run('b', 'x + 5', shown))[3]).toMatch(/^d differs/);
  });

  it('passes over cells that gave none', () => {
    const ran = notebook('y = _ * 2')
      .cell('p', 'print(x)', 2)
      .cell('q', 'f(x)', 3)
      .cell('r', 'x;', 4)
      .run('a')
      .run('b', null, shown)
      .run('p', null, shown)
      .runs('q', 'r', 'd');
    expect(told(ran).pop()).toBe('d same');
  });

  it('carries the chance on which it hangs', () => {
    const ran = aNotebook()
      .cell('a', 'import random')
      .cell('b', 'random.random()')
      .cell('c', 'y = [_]')
      .cell('d', 'print(y)')
      .run('a')
      .run('b', null, shown)
      .run('c')
      .run('d', null, shown);
    expect(told(ran)).toEqual([
      'a same',
      'b random unseeded',
      'c random unseeded',
      'd random unseeded'
    ]);
  });

  it('is unknown where nobody saw one', () => {
    const ran = aNotebook()
      .cell('a', 'x = 1')
      .cell('b', 'y = _')
      .runs('b', 'a');
    expect(told(ran)).toEqual(['a same', 'b unknown']);
  });

  it('leaves it to other cells to fail for what surely nobody binds', () => {
    const ran = notebook('y = _ * 2')
      .cell('e', 'z')
      .run('a')
      .run('b', null, shown)
      .runs('c', 'd')
      .console('z = 1')
      .run('e', null, shown);
    expect(told(ran).pop()).toBe('e fails other-client');
  });
});

describe('a numbered result', () => {
  it.each(['y = _2', 'y = Out[2]', 'y = _oh[2]'])(
    'is the same where the cell comes to the same number: %s',
    reader => {
      const ran = notebook(reader)
        .run('a')
        .run('b', null, shown)
        .runs('c', 'd');
      expect(told(ran)).toEqual(['a same', 'b same', 'c same', 'd same']);
    }
  );

  it('is another one where the cell comes to another number', () => {
    const ran = notebook('y = _3')
      .cell('e', 'x + 7', 2)
      .run('a')
      .run('c')
      .run('b', null, shown)
      .run('d')
      .run('e', null, shown);
    expect(told(ran).pop()).toMatch(/^d differs/);
  });

  it('is unknown where that number gave none, and for inputs', () => {
    const ran = notebook('y = _3')
      .run('a')
      .run('b', null, shown)
      .runs('c', 'd');
    expect(told(ran.run('a').runs('d')).pop()).toBe('d unknown');
    const inputs = notebook('y = In[1]').runs('b', 'a', 'c', 'd');
    expect(told(inputs).pop()).toBe('d unknown');
  });
});

describe('a result that may have changed', () => {
  it.each<[string, string[]]>([
    ['through its name', ['[1]', '_.append(2)', 'print(_)']],
    ['by its number', ['[1]', '_1[0] = 2', 'print(_1)']],
    ['in the table', ['[1]', 'Out[1].append(2)', 'print(_)']],
    ['under another name', ['[1]', 'a = _\na.append(2)', 'print(_)']],
    ['by a call', ['[1]', 'import t\nt.add(_, 2)', 'print(_)']],
    ['by a body', ['[1]', 'def f(): _.append(2)\nf()', 'print(_)']],
    ['by a function', ['[1]', 'def f(l): l.append(2)\nf(_)', 'print(_)']],
    [
      'where its items are gone through',
      ['[[1]]', 'for l in _: l.append(2)', 'print(_)']
    ],
    ['where a name holds it', ['x = [1]\nx', 'x.append(2)', 'print(_)']]
  ])('is not known: %s', (_, sources) => {
    let ran = aNotebook();
    sources.forEach((source, at) => {
      ran = ran.cell(`c${at}`, source);
    });
    ran = ran.run('c0', null, shown).run('c1').run('c2', null, shown);
    const edited = sources[1]?.replace('2', '3') ?? '';
    expect(told(ran.run('c1', edited))[2]).toBe('c2 unknown');
  });

  it.each(['print(_ <= [2])', 'print(_, "a [ 0 ] = 2")'])(
    'is the same where it is only looked at: %s',
    source => {
      const ran = aNotebook()
        .cell('c0', '[1]')
        .cell('c1', source)
        .cell('c2', 'print(_)')
        .run('c0', null, shown)
        .run('c1')
        .run('c2', null, shown)
        .run('c1', source.replace('2', '3'));
      expect(told(ran)[2]).toBe('c2 same');
    }
  );

  it('is the same where the steps between leave it alone', () => {
    const ran = notebook('y = _ * 2')
      .cell('e', 'print(_, k)')
      .run('a')
      .run('b', null, shown)
      .runs('c', 'd')
      .run('e', null, shown);
    expect(told(ran)).toEqual([
      'a same',
      'b same',
      'c same',
      'd same',
      'e same'
    ]);
  });
});
