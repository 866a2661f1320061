// The layout of one part that hangs together, by dagre: ranks from top to bottom in the order of the document.
import { graphlib, layout } from '@dagrejs/dagre';

import type { GraphEdge, GraphNode } from '../../lineage';
import { EDGE_LABEL_HEIGHT } from './sizes';

/** A place in the picture. */
export type Point = { readonly x: number; readonly y: number };

/** A node's box, with no place yet. */
export type Box = {
  readonly node: GraphNode;
  readonly width: number;
  readonly height: number;
};

/** An edge with the width of its label. */
export type Line = {
  readonly edge: GraphEdge;
  readonly labelWidth: number;
};

/** Middles of the nodes and ways of the edges, in the order in which they were given. */
export type Placed = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly Point[];
  readonly edges: readonly {
    readonly points: readonly Point[];
    readonly labelAt: Point | null;
  }[];
};

/** From how many nodes on a quicker, less compact ranking is used. */
const MANY = 150;
const SPACING = { nodesep: 20, edgesep: 14, ranksep: 34 };

/** Lays out nodes and edges. An edge against the order of the document is drawn upwards. */
export function placeComponent(
  boxes: readonly Box[],
  lines: readonly Line[]
): Placed {
  const [only] = boxes;
  if (only && boxes.length === 1 && lines.length === 0) {
    const middle = { x: only.width / 2, y: only.height / 2 };
    return { ...sizeOf(only), nodes: [middle], edges: [] };
  }
  const graph = new graphlib.Graph({ directed: true, multigraph: true });
  const ranker = boxes.length > MANY ? 'longest-path' : 'network-simplex';
  graph.setGraph({ rankdir: 'TB', ranker, ...SPACING });
  graph.setDefaultEdgeLabel(() => ({}));
  boxes.forEach(({ node, ...size }) => graph.setNode(node.id, sizeOf(size)));
  const indexes = new Map(boxes.map(({ node }) => [node.id, node.index]));
  const turned = lines.map(({ edge }) => isUpwards(edge, indexes));
  lines.forEach(({ edge, labelWidth }, number) => {
    const [from, to] = turned[number]
      ? [edge.to, edge.from]
      : [edge.from, edge.to];
    graph.setEdge(
      { v: from, w: to, name: String(number) },
      {
        width: labelWidth,
        height: labelWidth > 0 ? EDGE_LABEL_HEIGHT : 0,
        labelpos: 'c'
      }
    );
  });
  layout(graph);
  return read(graph, boxes, lines, turned);
}

function read(
  graph: graphlib.Graph,
  boxes: readonly Box[],
  lines: readonly Line[],
  turned: readonly boolean[]
): Placed {
  const nodes = boxes.map(({ node }) => {
    const { x, y } = graph.node(node.id);
    return { x, y };
  });
  const edges = lines.map(({ edge, labelWidth }, number) => {
    const [from, to] = turned[number]
      ? [edge.to, edge.from]
      : [edge.from, edge.to];
    const way = graph.edge(from, to, String(number));
    const points = way.points.map(({ x, y }) => ({ x, y }));
    return {
      points: turned[number] ? points.reverse() : points,
      labelAt: labelWidth > 0 ? { x: Number(way.x), y: Number(way.y) } : null
    };
  });
  return fitted(nodes, edges, boxes, lines);
}

/** Moves everything so that it begins at 0: the size that dagre gives leaves some ways out. */
function fitted(
  nodes: Placed['nodes'],
  edges: Placed['edges'],
  boxes: readonly Box[],
  lines: readonly Line[]
): Placed {
  const taken = [
    ...nodes.map((at, place) => ({ at, ...sizeOf(boxes[place] ?? NONE) })),
    ...edges.flatMap(({ points }) => points.map(at => ({ at, ...NONE }))),
    ...edges.flatMap(({ labelAt }, place) => {
      const width = lines[place]?.labelWidth ?? 0;
      return labelAt ? [{ at: labelAt, width, height: EDGE_LABEL_HEIGHT }] : [];
    })
  ];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { at, height, width } of taken) {
    left = Math.min(left, at.x - width / 2);
    right = Math.max(right, at.x + width / 2);
    top = Math.min(top, at.y - height / 2);
    bottom = Math.max(bottom, at.y + height / 2);
  }
  const moved = ({ x, y }: Point): Point => ({ x: x - left, y: y - top });
  return {
    width: right - left,
    height: bottom - top,
    nodes: nodes.map(moved),
    edges: edges.map(({ labelAt, points }) => ({
      points: points.map(moved),
      labelAt: labelAt && moved(labelAt)
    }))
  };
}

const NONE = { width: 0, height: 0 };

/** True for an edge from a cell to one above it: its line runs against the order in which cells stand. */
function isUpwards(
  { from, to }: GraphEdge,
  indexes: ReadonlyMap<string, number | null>
): boolean {
  const source = indexes.get(from) ?? null;
  const target = indexes.get(to) ?? null;
  return source !== null && target !== null && source > target;
}

const sizeOf = ({
  height,
  width
}: {
  readonly height: number;
  readonly width: number;
}): { height: number; width: number } => ({ height, width });
