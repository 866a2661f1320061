// Parts of a dependence graph: what leads to a node and on from it, what is flagged, what hangs together.
import type { DependenceGraph, GraphEdge, GraphNode } from '../../lineage';

/** Names one edge of one graph. */
export const edgeKey = ({ from, to, when }: GraphEdge): string =>
  JSON.stringify([from, to, when]);

/** The same graph with one edge for each pair and `when`, names sorted, and no edge into nowhere. */
export function tidied({ edges, nodes }: DependenceGraph): DependenceGraph {
  const ids = new Set(nodes.map(({ id }) => id));
  const merged = new Map<string, GraphEdge>();
  for (const edge of edges) {
    if (ids.has(edge.from) && ids.has(edge.to)) {
      const key = edgeKey(edge);
      const names = [...(merged.get(key)?.names ?? []), ...edge.names];
      merged.set(key, { ...edge, names: [...new Set(names)].sort() });
    }
  }
  return { nodes, edges: [...merged.values()] };
}

/** True for a cell whose output would not come out again, as far as is known. */
export function isFlagged({ verdict }: GraphNode): boolean {
  return verdict === 'differs' || verdict === 'fails' || verdict === 'random';
}

/** What would not come out again, what is in no cell any more, and whatever stands where the two ways part. */
export function flaggedPart(graph: DependenceGraph): DependenceGraph {
  const parting = graph.edges.filter(({ when }) => when !== 'both');
  const ends = new Set(parting.flatMap(({ from, to }) => [from, to]));
  return restricted(
    graph,
    graph.nodes.filter(node => isFlagged(node) || ends.has(node.id))
  );
}

/** Some nodes of a graph, with the edges between them. */
function restricted(
  graph: DependenceGraph,
  nodes: readonly GraphNode[]
): DependenceGraph {
  const kept = new Set(nodes.map(({ id }) => id));
  const edges = graph.edges.filter(
    ({ from, to }) => kept.has(from) && kept.has(to)
  );
  return { nodes, edges };
}

/** What a node hangs on and what hangs on it, directly or not; itself in neither, but on a cycle. */
export type Relatives = {
  readonly up: ReadonlySet<string>;
  readonly down: ReadonlySet<string>;
};

/** The way up and down from a node. */
export function relativesOf(
  { edges }: DependenceGraph,
  nodeId: string
): Relatives {
  const up = new Map<string, string[]>();
  const down = new Map<string, string[]>();
  for (const { from, to } of edges) {
    listAt(up, to).push(from);
    listAt(down, from).push(to);
  }
  return { up: reachable(up, nodeId), down: reachable(down, nodeId) };
}

/** Nodes that hang together over these edges, in the order of their first node; nodes keep their order. */
export function componentsOf({
  edges,
  nodes
}: DependenceGraph): readonly DependenceGraph[] {
  const near = new Map<string, string[]>();
  for (const { from, to } of edges) {
    listAt(near, from).push(to);
    listAt(near, to).push(from);
  }
  const numbers = new Map<string, number>();
  let count = 0;
  for (const { id } of nodes) {
    if (!numbers.has(id)) {
      for (const each of [id, ...reachable(near, id)]) {
        numbers.set(each, count);
      }
      count++;
    }
  }
  const parts = Array.from({ length: count }, () => ({
    nodes: [] as GraphNode[],
    edges: [] as GraphEdge[]
  }));
  nodes.forEach(node => parts[numbers.get(node.id) ?? 0]?.nodes.push(node));
  edges.forEach(edge => parts[numbers.get(edge.from) ?? 0]?.edges.push(edge));
  return parts;
}

function reachable(
  next: ReadonlyMap<string, readonly string[]>,
  start: string
): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [...(next.get(start) ?? [])];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (!seen.has(id)) {
      seen.add(id);
      waiting.push(...(next.get(id) ?? []));
    }
  }
  return seen;
}

function listAt(lists: Map<string, string[]>, key: string): string[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
