// What an expression of R is made of.
import type { RArgument, RNode } from './syntax';

/** The expressions that a node is made of, in order; a function that is called is none of them, nor are parameters. */
export function partsIn(node: RNode): readonly RNode[] {
  switch (node.kind) {
    case 'call':
      return valuesOf(node.arguments);
    case 'index':
      return [node.object, ...valuesOf(node.arguments)];
    case 'member':
      return [node.object];
    case 'operator':
      return node.operands;
    case 'assignment':
      return [node.value];
    case 'function':
    case 'repeat':
      return [node.body];
    case 'block':
      return node.statements;
    case 'if':
      return [node.condition, node.then].concat(node.otherwise ?? []);
    case 'for':
      return [node.over, node.body];
    case 'while':
      return [node.condition, node.body];
    default:
      return [];
  }
}

function valuesOf(list: readonly RArgument[]): readonly RNode[] {
  return list.flatMap(({ value }) => value ?? []);
}
