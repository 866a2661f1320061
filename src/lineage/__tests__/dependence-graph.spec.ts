import { analysePython } from '../../analysis';
import { asCellId } from '../../model';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast, type DependenceGraph, type Forecast } from '..';

function told(notebook: RunBuilder): Forecast {
  const { document, runs } = notebook.build();
  return forecast({ document, runs, analyse: analysePython });
}

/** `a -x-> b happened`, and code in no cell by its first line. */
function drawn({ nodes, edges }: DependenceGraph): string[] {
  const label = (id: string): string => {
    const node = nodes.find(one => one.id === id);
    return node?.index === null ? `(${node.firstLine})` : (node?.cellId ?? '?');
  };
  return edges
    .map(
      ({ from, to, names, when }) =>
        `${label(from)} -${names.join(',')}-> ${label(to)} ${when}`
    )
    .sort();
}

const order = ({ nodes }: DependenceGraph): string[] =>
  nodes.map(({ index, cellId, firstLine }) =>
    index === null ? `(${firstLine})` : (cellId ?? '?')
  );

const chain = (): RunBuilder =>
  aNotebook().cell('a', 'x = 1').cell('b', 'y = x + 1').cell('c', 'print(y)');

describe('dependence graph', () => {
  it('joins what happened with what would happen', () => {
    const graph = told(chain().runAll()).graph();
    expect(drawn(graph)).toEqual(['a -x-> b both', 'b -y-> c both']);
    expect(graph.nodes.map(node => node.verdict)).toEqual([
      'same',
      'same',
      'same'
    ]);
    expect(graph.nodes.map(node => node.index)).toEqual([0, 1, 2]);
  });

  it('parts where a cell took a name from another cell than it would', () => {
    const notebook = aNotebook()
      .cell('a', 'x = 1')
      .cell('b', 'x = 2')
      .cell('c', 'print(x)')
      .runs('a', 'b', 'a', 'c');
    expect(drawn(told(notebook).graph())).toEqual([
      'a -x-> c happened',
      'b -x-> c fresh'
    ]);
  });

  it('shows code that is in no cell any more, before its first reader', () => {
    const notebook = aNotebook()
      .cell('n', 'import math')
      .cell('a', 'x = 1')
      .cell('b', 'y = x')
      .cell('c', 'print(y)')
      .runAll()
      .console('k = 1')
      .run('b', 'y = x + k')
      .run('c')
      .delete('a');
    const graph = told(notebook).graph();
    expect(order(graph)).toEqual(['n', '(x = 1)', '(k = 1)', 'b', 'c']);
    expect(drawn(graph)).toEqual([
      '(k = 1) -k-> b happened',
      '(x = 1) -x-> b happened',
      'b -y-> c both'
    ]);
    expect(graph.nodes[1]).toMatchObject({ cellId: 'a', verdict: null });
    expect(graph.nodes[2]).toMatchObject({ cellId: null });
  });

  it('takes a cell that was cut and pasted for the same code', () => {
    const notebook = chain().runAll().delete('a').cell('a2', 'x = 1', 0);
    expect(drawn(told(notebook).graph())).toEqual([
      'a2 -x-> b both',
      'b -y-> c both'
    ]);
  });

  it('shows a cell that read what it had left itself', () => {
    const notebook = aNotebook().cell('a', 'x = 1').cell('b', 'x += 1');
    expect(drawn(told(notebook.runs('a', 'b', 'b')).graph())).toEqual([
      'a -x-> b both',
      'b -x-> b happened'
    ]);
  });

  it('names the cell that made a value, not an equal one of an earlier kernel', () => {
    const one = { report: { values: { x: 'one' } } };
    const notebook = aNotebook()
      .cell('a', 'x = 1')
      .cell('b', 'print(x)')
      .console('x = 2 - 1', one)
      .restart()
      .run('a', null, one)
      .run('b');
    expect(drawn(told(notebook).graph())).toEqual(['a -x-> b both']);
  });

  it('has nodes and no edges where nothing reads the language', () => {
    const { document, runs } = chain().runAll().build();
    const graph = forecast({ document, runs }).graph();
    expect(order(graph)).toEqual(['a', 'b', 'c']);
    expect(graph.edges).toEqual([]);
  });
});

describe('ways from causes', () => {
  const why = (notebook: RunBuilder, id: string): DependenceGraph =>
    told(notebook).why(asCellId(id));

  it('lead from a deleted cell over what it spoiled', () => {
    const graph = why(
      chain().cell('z', 'q = 1', 0).runAll().delete('a').run('c'),
      'c'
    );
    expect(order(graph)).toEqual(['(x = 1)', 'b', 'c']);
    expect(drawn(graph)).toEqual(['(x = 1) -x-> b happened', 'b -y-> c both']);
  });

  it('show both origins of a name', () => {
    const notebook = aNotebook()
      .cell('a', 'x = 1')
      .cell('b', 'x = 2')
      .cell('c', 'print(x)')
      .runs('a', 'b', 'a', 'c');
    const graph = why(notebook, 'c');
    expect(drawn(graph)).toEqual(['a -x-> c happened', 'b -x-> c fresh']);
  });

  it('start at the cell that was edited', () => {
    const graph = why(chain().runAll().edit('a', 'x = 2'), 'c');
    expect(drawn(graph)).toEqual(['a -x-> b both', 'b -y-> c both']);
  });

  it('show who binds an older version', () => {
    const graph = why(chain().runAll().run('a', 'x = 2'), 'b');
    expect(drawn(graph)).toEqual(['a -x-> b both']);
  });

  it('are the cell alone where nothing is wrong, and nothing where it is no cell', () => {
    expect(order(why(chain().runAll(), 'b'))).toEqual(['b']);
    expect(why(chain().runAll(), 'nowhere').nodes).toEqual([]);
  });
});
