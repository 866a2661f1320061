// Where the nodes and edges of a dependence graph stand in a picture. The same graph gives the same picture.
import type { DependenceGraph, GraphEdge, GraphNode } from '../../lineage';
import type { Translator } from '../../model';
import { foldEdges } from './fold';
import { componentsOf, edgeKey, tidied } from './parts';
import { placeComponent, type Point } from './place';
import { edgeLabelWidth, NODE, nodeWidth, shortened } from './sizes';
import { namesLabel, nodeLabel, verdictText, whenLabel } from './words';

/** A node with its texts and its box. */
export type PlacedNode = {
  readonly node: GraphNode;
  /** `cell 3 · would differ`. */
  readonly label: string;
  /** First line of code, as much of it as fits. */
  readonly code: string;
  /** Left upper corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** An edge with its way. */
export type PlacedEdge = {
  readonly edge: GraphEdge;
  readonly key: string;
  /** Empty for an edge whose label shows up with the focus alone. */
  readonly label: string;
  /** From border to border, in the direction of the edge. */
  readonly points: readonly Point[];
  /** Middle of the label. */
  readonly labelAt: Point | null;
};

/** A picture. */
export type GraphLayout = {
  readonly width: number;
  readonly height: number;
  /** In the order of the document. */
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  /** Edges that are drawn for the node with the focus. */
  readonly folded: readonly GraphEdge[];
};

/** How to lay out. */
export type LayoutOptions = {
  readonly translator: Translator;
  /** Longest line of code in a node, in columns. */
  readonly codeColumns: number;
  /** Width beyond which parts that do not hang together go below each other. */
  readonly shelfWidth: number;
  /** True to draw every edge with its label, whatever that covers. */
  readonly isWhole: boolean;
};

/** A box or a part, before it has its place among the others. */
type Part = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
};

/** Space around the picture and between its parts. */
const MARGIN = 12;
const GAP = 28;
/** Beyond this many edges only those are labelled where the two ways part. */
const LABELLED = 60;

/** Lays out a graph at once. */
export function layoutGraph(
  graph: DependenceGraph,
  options: LayoutOptions
): GraphLayout {
  const steps = layoutInSteps(graph, options);
  let step = steps.next();
  while (!step.done) {
    step = steps.next();
  }
  return step.value;
}

/** The same, one part that hangs together a step. */
export function* layoutInSteps(
  graph: DependenceGraph,
  options: LayoutOptions
): Generator<void, GraphLayout, void> {
  const tidy = tidied(graph);
  const { drawn, folded } = options.isWhole
    ? { drawn: tidy.edges, folded: [] }
    : foldEdges(tidy);
  const isLabelled = options.isWhole || drawn.length <= LABELLED;
  const readers = new Map<string, number>();
  folded.forEach(({ from }) => readers.set(from, (readers.get(from) ?? 0) + 1));
  const how = { ...options, isLabelled, readers };
  const parts: Part[] = [];
  for (const part of componentsOf({ nodes: tidy.nodes, edges: drawn })) {
    parts.push(layoutPart(part, how));
    yield;
  }
  const shelves = shelved(rowsOf(parts, folded), options.shelfWidth);
  const places = new Map(tidy.nodes.map(({ id }, place) => [id, place]));
  const place = ({ node }: PlacedNode): number => places.get(node.id) ?? 0;
  const nodes = [...shelves.nodes].sort((a, b) => place(a) - place(b));
  return { ...shelves, nodes, folded };
}

type PartOptions = LayoutOptions & {
  /** True to label the edges on which both ways agree, too. */
  readonly isLabelled: boolean;
  /** How many folded edges begin at a node. */
  readonly readers: ReadonlyMap<string, number>;
};

function layoutPart(
  { edges, nodes }: DependenceGraph,
  options: PartOptions
): Part {
  const boxes = nodes.map(node => boxOf(node, options));
  const lines = edges.map(edge => {
    const label =
      options.isLabelled || edge.when !== 'both'
        ? edgeLabel(edge, options.translator)
        : '';
    return { edge, label, labelWidth: edgeLabelWidth(label) };
  });
  const placed = placeComponent(boxes, lines);
  return {
    width: placed.width,
    height: placed.height,
    nodes: boxes.map((box, index) => ({
      ...box,
      x: (placed.nodes[index]?.x ?? 0) - box.width / 2,
      y: (placed.nodes[index]?.y ?? 0) - box.height / 2
    })),
    edges: lines.map(({ edge, label }, index) => ({
      edge,
      key: edgeKey(edge),
      label,
      points: placed.edges[index]?.points ?? [],
      labelAt: label === '' ? null : (placed.edges[index]?.labelAt ?? null)
    }))
  };
}

/** `a, b +2`, and for an edge of one of the two ways, of which. */
export function edgeLabel(
  { names, when }: GraphEdge,
  translator: Translator
): string {
  const label = namesLabel(names, translator);
  const suffix = whenLabel(when, translator);
  return suffix === '' ? label : `${label} · ${suffix}`;
}

function boxOf(
  node: GraphNode,
  { codeColumns, readers, translator }: PartOptions
): Omit<PlacedNode, 'x' | 'y'> {
  const verdict =
    node.verdict === 'same' ? '' : verdictText(node.verdict, translator);
  const name = nodeLabel(node, translator);
  const count = readers.get(node.id) ?? 0;
  const read =
    count === 0
      ? ''
      : translator._n('read by %1 cell', 'read by %1 cells', count);
  const label = [name, verdict, read].filter(text => text !== '').join(' · ');
  const code = shortened(node.firstLine, codeColumns);
  const width = nodeWidth(label, code, node.verdict !== null);
  return { node, label, code, width, height: NODE.height };
}

/** Rows of parts: first cells that many others read, then what hangs together, last cells that stand alone. */
function rowsOf(
  parts: readonly Part[],
  folded: readonly GraphEdge[]
): readonly (readonly Part[])[] {
  const hubs = new Set(folded.map(({ from }) => from));
  const isAlone = ({ nodes }: Part): boolean => nodes.length === 1;
  const isHub = ({ nodes: [first] }: Part): boolean =>
    first !== undefined && hubs.has(first.node.id);
  return [
    parts.filter(part => isAlone(part) && isHub(part)),
    parts.filter(part => !isAlone(part)),
    parts.filter(part => isAlone(part) && !isHub(part))
  ];
}

/** Each group from left to right in its order; a row ends where the next part would go beyond the width. */
function shelved(
  groups: readonly (readonly Part[])[],
  shelfWidth: number
): Omit<GraphLayout, 'folded'> {
  const nodes: PlacedNode[] = [];
  const edges: PlacedEdge[] = [];
  const corner = { x: MARGIN, y: MARGIN };
  let width = 0;
  let rowHeight = 0;
  const endRow = (): void => {
    corner.y += rowHeight === 0 ? 0 : rowHeight + GAP;
    corner.x = MARGIN;
    rowHeight = 0;
  };
  for (const group of groups) {
    const isGrid = group.every(part => part.nodes.length === 1);
    const column = Math.max(...group.map(part => part.width));
    for (const part of group) {
      if (corner.x > MARGIN && corner.x + part.width + MARGIN > shelfWidth) {
        endRow();
      }
      nodes.push(...part.nodes.map(node => movedNode(node, corner)));
      edges.push(...part.edges.map(edge => movedEdge(edge, corner)));
      width = Math.max(width, corner.x + part.width + MARGIN);
      rowHeight = Math.max(rowHeight, part.height);
      corner.x += (isGrid ? column : part.width) + GAP;
    }
    endRow();
  }
  const height = nodes.length === 0 ? 0 : corner.y - GAP + MARGIN;
  return { width, height, nodes, edges };
}

function movedNode(node: PlacedNode, by: Point): PlacedNode {
  return { ...node, x: node.x + by.x, y: node.y + by.y };
}

function movedEdge(edge: PlacedEdge, by: Point): PlacedEdge {
  const moved = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  return {
    ...edge,
    points: edge.points.map(moved),
    labelAt: edge.labelAt && moved(edge.labelAt)
  };
}
