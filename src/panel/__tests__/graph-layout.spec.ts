// Pictures of dependence graphs: nothing covers anything, nothing is lost, and equal graphs look the same.
import type { DependenceGraph } from '../../lineage';
import { english } from '../../model';
import { aLargeGraph, aNode, anEdge } from '../../testing/graphs';
import { layoutGraph, layoutInSteps, type GraphLayout } from '../graph/layout';
import { headPath, linePath } from '../graph/path';
import { columnsOf, shortened } from '../graph/sizes';

const OPTIONS = {
  translator: english,
  codeColumns: 30,
  shelfWidth: 1000,
  isWhole: false
};

const laidOut = (graph: DependenceGraph, isWhole = true): GraphLayout =>
  layoutGraph(graph, { ...OPTIONS, isWhole });

const topOf = (layout: GraphLayout, id: string): number =>
  layout.nodes.find(({ node }) => node.id === id)!.y;

/** Pairs of nodes whose boxes share ground. */
function overlaps({ nodes }: GraphLayout): readonly string[] {
  return nodes.flatMap((a, place) =>
    nodes
      .slice(place + 1)
      .filter(
        b =>
          a.x < b.x + b.width &&
          b.x < a.x + a.width &&
          a.y < b.y + b.height &&
          b.y < a.y + a.height
      )
      .map(b => `${a.node.id} ${b.node.id}`)
  );
}

function isInside({ edges, height, nodes, width }: GraphLayout): boolean {
  const corners = [
    ...nodes.map(({ x, y }) => ({ x, y })),
    ...nodes.map(each => ({ x: each.x + each.width, y: each.y + each.height })),
    ...edges.flatMap(({ points }) => points)
  ];
  return corners.every(
    ({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height
  );
}

describe('a picture of a dependence graph', () => {
  test('of nothing is empty', () => {
    expect(laidOut({ nodes: [], edges: [] })).toEqual({
      width: 0,
      height: 0,
      nodes: [],
      edges: [],
      folded: []
    });
  });

  test('of one cell is as large as its box and a margin', () => {
    const { height, nodes, width } = laidOut({ nodes: [aNode(0)], edges: [] });
    expect(nodes[0]).toMatchObject({ x: 12, y: 12 });
    expect(width).toBe(nodes[0]!.width + 24);
    expect(height).toBe(nodes[0]!.height + 24);
  });

  test.each([2, 30, 150, 500])('of %d cells covers no cell', size => {
    const layout = laidOut(aLargeGraph(size), false);
    expect(layout.nodes).toHaveLength(size);
    expect(overlaps(layout)).toEqual([]);
    expect(isInside(layout)).toBe(true);
  });

  test('is the same for the same graph, in steps or at once', () => {
    const graph = aLargeGraph(60);
    const again = layoutInSteps(aLargeGraph(60), OPTIONS);
    let step = again.next();
    let steps = 0;
    while (!step.done) {
      steps++;
      step = again.next();
    }
    expect(step.value).toEqual(laidOut(graph, false));
    expect(steps).toBeGreaterThan(0);
  });

  test('has every edge once: drawn, or folded for the node with the focus', () => {
    const graph = aLargeGraph(500);
    const { edges, folded } = laidOut(graph, false);
    const keys = [...edges.map(({ edge }) => edge), ...folded].map(
      ({ from, to, when }) => `${from} ${to} ${when}`
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(graph.edges.length);
    expect(folded.length).toBeGreaterThan(0);
    expect(laidOut(aLargeGraph(30)).folded).toEqual([]);
  });

  test('folds undisputed edges from a cell that many read, and none where the ways part', () => {
    const nodes = Array.from({ length: 20 }, (_, index) => aNode(index));
    const imports = nodes
      .slice(1)
      .map(({ id }) => anEdge(`n0>${id}`, ['np'], 'both'));
    const parting = nodes
      .slice(2)
      .map(({ id }) => anEdge(`n1>${id}`, ['x'], 'happened'));
    const layout = laidOut({ nodes, edges: [...imports, ...parting] }, false);
    const { edges, folded } = layout;
    expect(layout.nodes[0]!.label).toBe('cell 1 · read by 19 cells');
    expect(edges.map(({ edge }) => edge.from)).not.toContain('n0');
    expect(edges).toHaveLength(parting.length);
    expect(folded).toHaveLength(imports.length);
  });

  test('draws an edge against the order of the document upwards', () => {
    const layout = laidOut({
      nodes: [aNode(0), aNode(1)],
      edges: [anEdge('n1>n0', ['x'], 'happened')]
    });
    expect(topOf(layout, 'n0')).toBeLessThan(topOf(layout, 'n1'));
    const { points } = layout.edges[0]!;
    expect(points[0]!.y).toBeGreaterThan(points[points.length - 1]!.y);
  });

  test('parts what happened from what would happen, also on a cycle and on one cell', () => {
    const edges = [
      anEdge('n0>n1', ['x'], 'fresh'),
      anEdge('n1>n0', ['x'], 'happened'),
      anEdge('n0>n1', ['y'], 'happened'),
      anEdge('n1>n1', ['n'], 'happened'),
      anEdge('gone>n1', ['z'], 'happened'),
      anEdge('n1>gone', ['z'], 'fresh')
    ];
    const gone = aNode(0, { id: 'gone', index: null, verdict: null });
    const layout = laidOut({ nodes: [gone, aNode(0), aNode(1)], edges });
    expect(layout.edges).toHaveLength(edges.length);
    expect(overlaps(layout)).toEqual([]);
    for (const { points } of layout.edges) {
      expect(points.length).toBeGreaterThan(1);
      expect(`${linePath(points)}${headPath(points)}`).not.toMatch(/NaN/);
    }
  });

  test('joins edges that say the same, and leaves out those that lead nowhere', () => {
    const { edges } = laidOut({
      nodes: [aNode(0), aNode(1)],
      edges: [
        anEdge('n0>n1', ['b', 'a']),
        anEdge('n0>n1', ['c', 'a']),
        anEdge('n0>elsewhere')
      ]
    });
    expect(edges.map(({ label }) => label)).toEqual(['a, b, c']);
  });

  test('keeps labels off the cells', () => {
    const layout = laidOut({
      nodes: [aNode(0), aNode(1), aNode(2)],
      edges: [
        anEdge('n0>n2', ['a_rather_long_name', 'another_one'], 'happened'),
        anEdge('n0>n1'),
        anEdge('n1>n2', ['y'], 'fresh')
      ]
    });
    for (const { labelAt } of layout.edges) {
      const covered = layout.nodes.filter(
        ({ height, width, x, y }) =>
          labelAt!.x > x &&
          labelAt!.x < x + width &&
          labelAt!.y > y &&
          labelAt!.y < y + height
      );
      expect(covered).toEqual([]);
    }
  });
});

describe('a text in a picture', () => {
  test('is cut where its columns end, wide characters counted twice', () => {
    expect(shortened('x = 1', 10)).toBe('x = 1');
    expect(shortened('  a\tb  ', 10)).toBe('a b');
    expect(columnsOf(shortened('a'.repeat(50), 10))).toBe(10);
    expect(columnsOf(shortened('変数の名前が長い', 10))).toBeLessThanOrEqual(
      10
    );
    expect(shortened('🙂🙂🙂', 4)).toBe('🙂…');
    expect(shortened('', 4)).toBe('');
  });
});
