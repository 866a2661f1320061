// Dependence graphs for tests.
import type { DependenceGraph, GraphEdge, GraphNode } from '../lineage';
import { asCellId } from '../model';

/** A cell of the document at a place, from 0; some of it may be otherwise. */
export function aNode(index: number, rest: Partial<GraphNode> = {}): GraphNode {
  const id = rest.id ?? `n${index}`;
  return {
    id,
    cellId: asCellId(id),
    index,
    executionId: null,
    verdict: 'same',
    firstLine: `v${index} = ${index}`,
    ...rest
  };
}

/** `from>to`, with the names that it carries. */
export function anEdge(
  way: string,
  names: readonly string[] = ['x'],
  when: GraphEdge['when'] = 'both'
): GraphEdge {
  const [from = '', to = ''] = way.split('>');
  return { from, to, names, when };
}

/** As many cells as asked for, each reading from up to three before it; the same for the same size. */
export function aLargeGraph(size: number): DependenceGraph {
  const nodes = Array.from({ length: size }, (_, index) =>
    aNode(index, { verdict: index % 9 === 4 ? 'differs' : 'same' })
  );
  const edges = nodes.slice(1).flatMap((_, before) => {
    const to = before + 1;
    const sources = [before, (to * 7) % to, Math.max(0, to - 1 - (to % 5)), 0];
    return [...new Set(sources)].map(from =>
      anEdge(`n${from}>n${to}`, [`v${from}`], to % 11 ? 'both' : 'happened')
    );
  });
  return { nodes, edges };
}
