// What is said about a dependence graph, which parts of it there are, and where the arrow keys lead.
import { english } from '../../model';
import { aLargeGraph, aNode, anEdge } from '../../testing/graphs';
import { edgeLabel, layoutGraph } from '../graph/layout';
import { nodeTowards } from '../graph/navigation';
import { componentsOf, flaggedPart, relativesOf, tidied } from '../graph/parts';
import { namesLabel, nodeTexts, partingText, sizeText } from '../graph/words';

const deleted = aNode(0, { id: 'gone', index: null, verdict: null });
const elsewhere = aNode(0, {
  id: 'console',
  cellId: null,
  index: null,
  verdict: null
});

describe('words of a dependence graph', () => {
  test('a node says what it is and what it reads from where, in each of the ways', () => {
    const graph = {
      nodes: [deleted, elsewhere, aNode(0), aNode(2, { verdict: 'differs' })],
      edges: [
        anEdge('n0>n2', ['a', 'b']),
        anEdge('gone>n2', ['x'], 'happened'),
        anEdge('console>n2', ['y'], 'happened'),
        anEdge('n0>n2', ['x'], 'fresh')
      ]
    };
    const texts = nodeTexts(graph, english);
    expect(texts.get('n2')).toEqual([
      'cell 3, would differ',
      'reads a, b from cell 1',
      'read x from a deleted cell, which a fresh run would not do',
      'read y from another client, which a fresh run would not do',
      'would read x from cell 1 in a fresh run'
    ]);
    expect(texts.get('gone')).toEqual(['deleted cell']);
    expect(sizeText(graph, english)).toBe(
      '4 cells, 4 dependences, 3 not as in a fresh run'
    );
  });

  test('a label gives three names and counts the rest, and says which way it is', () => {
    expect(namesLabel(['a', 'b', 'c', 'd', 'e'], english)).toBe('a, b, c +2');
    expect(namesLabel(['@file:/data/in.csv', '@random'], english)).toBe(
      'file in.csv, random numbers'
    );
    expect(namesLabel(['@unheard'], english)).toBe('unheard');
    expect(edgeLabel(anEdge('a>b', ['x']), english)).toBe('x');
    expect(edgeLabel(anEdge('a>b', ['x'], 'happened'), english)).toBe(
      'x · happened'
    );
    expect(edgeLabel(anEdge('a>b', ['x'], 'fresh'), english)).toBe(
      'x · fresh run'
    );
  });

  test('one sentence tells where what happened and what would happen part', () => {
    const nodes = [deleted, aNode(0), aNode(1)];
    const say = (...edges: ReturnType<typeof anEdge>[]): string =>
      partingText({ nodes, edges }, english);
    const happened = anEdge('gone>n1', ['x'], 'happened');
    expect(say(happened, anEdge('n0>n1', ['x'], 'fresh'))).toBe(
      'Cell 2 read “x” from a deleted cell; a fresh run would take it from cell 1.'
    );
    expect(say(happened, anEdge('n0>n1', ['y'], 'fresh'))).toBe(
      'Cell 2 read “x” from a deleted cell; a fresh run would not.'
    );
    expect(say(anEdge('n0>n1', ['x'], 'fresh'))).toBe(
      'Cell 2 would read “x” from cell 1 in a fresh run, and did not.'
    );
    expect(say(anEdge('n0>n1'))).toMatch(/^Every name came from/);
    expect(say()).toMatch(/^Every name came from/);
  });
});

describe('parts of a dependence graph', () => {
  const chain = {
    nodes: [0, 1, 2, 3, 4].map(index => aNode(index)),
    edges: [anEdge('n0>n1'), anEdge('n1>n2'), anEdge('n3>n2')]
  };

  test('the way up and down from a node, and a cycle ends', () => {
    const { down, up } = relativesOf(chain, 'n1');
    expect([...up]).toEqual(['n0']);
    expect([...down]).toEqual(['n2']);
    const cycle = relativesOf(
      { ...chain, edges: [anEdge('n0>n1'), anEdge('n1>n0')] },
      'n0'
    );
    expect([...cycle.up].sort()).toEqual(['n0', 'n1']);
  });

  test('what hangs together, each node and edge once', () => {
    const parts = componentsOf(chain);
    expect(parts.map(({ nodes }) => nodes.map(({ id }) => id))).toEqual([
      ['n0', 'n1', 'n2', 'n3'],
      ['n4']
    ]);
    expect(parts.map(({ edges }) => edges.length)).toEqual([3, 0]);
  });

  test('only what would not come out again, with the ends of the edges that part', () => {
    const part = flaggedPart({
      nodes: [
        ...chain.nodes,
        aNode(5, { verdict: 'fails' }),
        aNode(6, { verdict: 'unknown' })
      ],
      edges: [anEdge('n0>n1'), anEdge('n1>n5'), anEdge('n3>n4', ['x'], 'fresh')]
    });
    expect(part.nodes.map(({ id }) => id)).toEqual(['n3', 'n4', 'n5']);
    expect(part.edges).toEqual([anEdge('n3>n4', ['x'], 'fresh')]);
    expect(flaggedPart(chain)).toEqual({ nodes: [], edges: [] });
  });

  test('tidying keeps what is in order as it is', () => {
    const graph = aLargeGraph(20);
    expect(tidied(graph)).toEqual(graph);
  });
});

describe('arrow keys in a picture', () => {
  const graph = {
    nodes: [0, 1, 2, 3, 4].map(index => aNode(index)),
    edges: [
      anEdge('n0>n1'),
      anEdge('n0>n2'),
      anEdge('n1>n3'),
      anEdge('n2>n3', ['x'], 'happened')
    ]
  };
  const layout = layoutGraph(graph, {
    translator: english,
    codeColumns: 30,
    shelfWidth: 1000,
    isWhole: true
  });
  const walk = (from: string | null, ...keys: string[]): string | null =>
    keys.reduce<string | null>(
      (at, key) => nodeTowards(layout, at, key) ?? at,
      from
    );

  test('lead along edges, aside, and to the ends', () => {
    expect(walk('n0', 'ArrowDown', 'ArrowDown')).toBe('n3');
    expect(walk('n1', 'ArrowRight')).toBe('n2');
    expect(walk('n2', 'ArrowLeft')).toBe('n1');
    expect(walk('n2', 'ArrowUp')).toBe('n0');
    expect(walk('n3', 'Home')).toBe('n0');
    expect(walk('n0', 'End')).toBe('n4');
  });

  test('reach what hangs on nothing, begin at the first, and stop at the border', () => {
    expect(walk('n3', 'ArrowDown')).toBe('n4');
    expect(walk('n4', 'ArrowUp')).toBe('n3');
    expect(walk(null, 'ArrowDown')).toBe('n0');
    expect(walk('elsewhere', 'ArrowDown')).toBe('n0');
    expect(nodeTowards(layout, 'n0', 'ArrowUp')).toBeNull();
    expect(nodeTowards(layout, 'n0', 'x')).toBeNull();
    const nothing = { nodes: [], edges: [], folded: [] };
    expect(nodeTowards(nothing, null, 'ArrowDown')).toBeNull();
  });

  test('reach every node of a large picture from its first', () => {
    const large = layoutGraph(aLargeGraph(40), {
      translator: english,
      codeColumns: 30,
      shelfWidth: 600,
      isWhole: false
    });
    const seen = new Set<string | null>(['n0']);
    for (const at of seen) {
      for (const side of ['Up', 'Down', 'Left', 'Right']) {
        const next = nodeTowards(large, at, `Arrow${side}`);
        if (next !== null) {
          seen.add(next);
        }
      }
    }
    expect(seen.size).toBe(40);
  });
});
