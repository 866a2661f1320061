// Where the names that R code binds are ready: an assignment binds once its value is there.
import type { Binding } from '../name-uses';
import { partsIn } from './parts-in';
import type { RNode } from './syntax';

/** By name, the offset from which on it is bound: the end of what gives it its value. */
export function readyAtInR(
  statements: readonly RNode[],
  bindings: readonly Pick<Binding, 'name' | 'range'>[]
): ReadonlyMap<string, number> {
  const ends = new Map<number, number>();
  statements.forEach(statement => noteEnds(statement, ends));
  const ready = new Map<string, number>();
  for (const { name, range } of bindings) {
    const end = ends.get(range.from) ?? range.from;
    ready.set(name, Math.min(ready.get(name) ?? Infinity, end));
  }
  return ready;
}

/** By where its target stands, and its value, the end of each assignment: a model's call waits as soon as the model is there. */
function noteEnds(node: RNode, ends: Map<number, number>): void {
  if (node.kind === 'assignment') {
    ends.set(node.target.from, node.to);
    ends.set(node.value.from, node.to);
  }
  partsIn(node).forEach(part => noteEnds(part, ends));
}
