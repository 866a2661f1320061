// For one flagged cell, the part of the dependence graph that leads from its causes to it.
import type { DependenceGraph, GraphEdge, GraphNode } from './dependence-types';
import type { Cause, CellForecast } from './forecast-types';

/**
 * The ways from a cell's causes to the cell, over cells whose own output would not come out again. At a cause, the ones
 * that write the name in question belong to it. A cell without causes stands alone.
 */
export function waysFromCauses(
  graph: DependenceGraph,
  { cellId, causes }: CellForecast
): DependenceGraph {
  const target = graph.nodes.find(node => node.cellId === cellId);
  if (!target) {
    return { nodes: [], edges: [] };
  }
  const wanted = new Set<string>([target.id]);
  const edges = new Set<GraphEdge>();
  const starts = new Set<string>();
  for (const cause of causes) {
    for (const node of graph.nodes.filter(one => isAt(cause, one))) {
      starts.add(node.id);
    }
  }
  const onWay = between(graph, starts, target.id);
  for (const edge of graph.edges) {
    const isWay = onWay.has(edge.from) && onWay.has(edge.to);
    if (isWay || isEvidence(edge, causes, graph.nodes, onWay)) {
      edges.add(edge);
      wanted.add(edge.from).add(edge.to);
    }
  }
  return {
    nodes: graph.nodes.filter(({ id }) => wanted.has(id)),
    edges: [...edges]
  };
}

function isAt({ cellId, executionId }: Cause, node: GraphNode): boolean {
  return cellId === null
    ? executionId !== null && node.executionId === executionId
    : node.cellId === cellId;
}

/** Nodes on a way from one of the starts to the target, both included. */
function between(
  { nodes, edges }: DependenceGraph,
  starts: ReadonlySet<string>,
  target: string
): ReadonlySet<string> {
  const settled = new Set(
    nodes
      .filter(({ id, verdict }) => verdict === 'same' && !starts.has(id))
      .map(({ id }) => id)
  );
  const follow = (
    from: Iterable<string>,
    next: (edge: GraphEdge, at: string) => string | null
  ): Set<string> => {
    const reached = new Set(from);
    for (const at of reached) {
      for (const edge of edges) {
        const id = next(edge, at);
        if (id !== null && !settled.has(id)) {
          reached.add(id);
        }
      }
    }
    return reached;
  };
  const before = follow([target], ({ from, to }, at) =>
    to === at ? from : null
  );
  const after = follow(starts, ({ from, to }, at) => (from === at ? to : null));
  return new Set([target, ...[...before].filter(id => after.has(id))]);
}

/** True for an edge that brings the name of a cause to its cell, or to one on the way that would get it from elsewhere. */
function isEvidence(
  { names, to, when }: GraphEdge,
  causes: readonly Cause[],
  nodes: readonly GraphNode[],
  onWay: ReadonlySet<string>
): boolean {
  const node = nodes.find(({ id }) => id === to);
  return (
    node !== undefined &&
    onWay.has(to) &&
    causes.some(
      cause =>
        cause.name !== null &&
        names.includes(cause.name) &&
        (when !== 'both' || isAt(cause, node))
    )
  );
}
