// Where the arrow keys lead in a picture: along edges where there are any, else to what stands nearest.
import type { GraphLayout, PlacedNode } from './layout';

type Ways = Pick<GraphLayout, 'nodes' | 'edges' | 'folded'>;

/** The node that a key leads to; null for keys that mean nothing here, and where nothing lies that way. */
export function nodeTowards(
  layout: Ways,
  nodeId: string | null,
  key: string
): string | null {
  const { nodes } = layout;
  const node = nodes.find(each => each.node.id === nodeId);
  switch (key) {
    case 'Home':
      return nodes[0]?.node.id ?? null;
    case 'End':
      return nodes[nodes.length - 1]?.node.id ?? null;
    case 'ArrowDown':
      return node ? vertical(layout, node, 1) : first(nodes);
    case 'ArrowUp':
      return node ? vertical(layout, node, -1) : first(nodes);
    case 'ArrowRight':
      return node ? horizontal(nodes, node, 1) : first(nodes);
    case 'ArrowLeft':
      return node ? horizontal(nodes, node, -1) : first(nodes);
    default:
      return null;
  }
}

const first = (nodes: readonly PlacedNode[]): string | null =>
  nodes[0]?.node.id ?? null;

/** Along an edge if one leads that way, else to the nearest node there. */
function vertical(layout: Ways, from: PlacedNode, sign: 1 | -1): string | null {
  const there = layout.nodes.filter(each => (each.y - from.y) * sign > 0);
  const near = neighbours(layout, from.node.id);
  const joined = there.filter(({ node }) => near.has(node.id));
  return nearest(joined.length > 0 ? joined : there, from, 1);
}

/** To the nearest node at about the same height. */
function horizontal(
  nodes: readonly PlacedNode[],
  from: PlacedNode,
  sign: 1 | -1
): string | null {
  const there = nodes.filter(
    each =>
      (each.x - from.x) * sign > 0 && Math.abs(each.y - from.y) < from.height
  );
  return nearest(there, from, 0.25);
}

/** `weight` tells how much a step down counts against a step aside. */
function nearest(
  nodes: readonly PlacedNode[],
  from: PlacedNode,
  weight: number
): string | null {
  let best: PlacedNode | null = null;
  let least = Infinity;
  for (const each of nodes) {
    const aside = Math.abs(each.x + each.width / 2 - from.x - from.width / 2);
    const away = aside * 0.5 + Math.abs(each.y - from.y) * (1 + weight);
    if (away < least) {
      least = away;
      best = each;
    }
  }
  return best?.node.id ?? null;
}

function neighbours(
  { edges, folded }: Ways,
  nodeId: string
): ReadonlySet<string> {
  const all = [...edges.map(({ edge }) => edge), ...folded];
  return new Set(
    all.flatMap(({ from, to }) =>
      from === nodeId ? [to] : to === nodeId ? [from] : []
    )
  );
}
