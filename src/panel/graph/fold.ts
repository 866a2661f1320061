// Which edges of a large graph are drawn at all times, and which only for the node that has the focus.
import type { DependenceGraph, GraphEdge } from '../../lineage';
import { edgeKey } from './parts';

/** From how many readers on a cell's undisputed edges are folded: imports, mostly. */
const HUB = 8;
/** Up to this many edges everything is drawn. */
const FEW = 24;
/** An undisputed edge over more cells than this is folded in a graph of more than `MANY` edges. */
const SPAN = 16;
const MANY = 60;
/** Cells that all drawn edges together may pass, besides one a cell; each costs the layout a node of its own. */
const PASSED = 600;

/** The edges of a graph, parted. */
export type Folded = {
  readonly drawn: readonly GraphEdge[];
  /** Drawn for the node with the focus. */
  readonly folded: readonly GraphEdge[];
};

/** Folds what would cover everything else; where the two ways part, an edge stays as long as the layout can bear it. */
export function foldEdges({ edges, nodes }: DependenceGraph): Folded {
  if (edges.length <= FEW) {
    return { drawn: edges, folded: [] };
  }
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  const span = ({ from, to }: GraphEdge): number =>
    Math.abs((places.get(to) ?? 0) - (places.get(from) ?? 0));
  const readers = new Map<string, number>();
  for (const { from, when } of edges) {
    readers.set(from, (readers.get(from) ?? 0) + (when === 'both' ? 1 : 0));
  }
  const isQuiet = (edge: GraphEdge): boolean =>
    edge.when === 'both' &&
    ((readers.get(edge.from) ?? 0) >= HUB ||
      (edges.length > MANY && span(edge) > SPAN));
  const loud = edges.filter(edge => !isQuiet(edge));
  const kept = affordable(loud, span, PASSED + nodes.length);
  return {
    drawn: edges.filter(edge => kept.has(edgeKey(edge))),
    folded: edges.filter(edge => !kept.has(edgeKey(edge)))
  };
}

/** Parting edges before others and short ones before long ones, as many as the layout can bear. */
function affordable(
  edges: readonly GraphEdge[],
  span: (edge: GraphEdge) => number,
  limit: number
): ReadonlySet<string> {
  const order = (edge: GraphEdge): number =>
    span(edge) + (edge.when === 'both' ? limit : 0);
  const kept = new Set<string>();
  let passed = 0;
  for (const edge of [...edges].sort((a, b) => order(a) - order(b))) {
    passed += span(edge);
    if (passed > limit) {
      break;
    }
    kept.add(edgeKey(edge));
  }
  return kept;
}
