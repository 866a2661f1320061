// What a cell does with the order of what the functions give back that it calls.

import type { GivenOrder } from '../given-order';

import { looksOf, type Look, type Looks } from './set-order';
import type { Syntax } from './syntax';
import { callOf, nodesIn, targetOf, textOf } from './syntax-words';

/**
 * By name of what the cell does nothing with but call it, where orders in what that gives end up; empty where nobody looks at
 * them.
 */
export function givenOrdersOf(
  source: string,
  root: Syntax
): ReadonlyMap<string, readonly GivenOrder[]> {
  const looks = looksOf(source, root);
  const nodes = nodesIn(root);
  const found = new Map<string, readonly GivenOrder[]>();
  const callees = new Set<number>();
  for (const node of nodes) {
    const look = looks.calls.get(node.from);
    const call = look === undefined ? null : callOf(source, node);
    if (call?.owner === null && look !== undefined) {
      callees.add(node.from);
      found.set(call.word, [
        ...(found.get(call.word) ?? []),
        ...ordersAt(source, { root, nodes, looks, node })
      ]);
    }
  }
  for (const { name, from, to } of nodes) {
    if (name === 'VariableName' && !callees.has(from)) {
      found.delete(source.slice(from, to));
    }
  }
  return found;
}

/** One call in its cell. */
type Site = {
  readonly root: Syntax;
  readonly nodes: readonly Syntax[];
  readonly looks: Looks;
  readonly node: Syntax;
};

function ordersAt(source: string, site: Site): readonly GivenOrder[] {
  const { looks, node } = site;
  const look = looks.calls.get(node.from) ?? null;
  const target = targetOf(source, site.root, node);
  const later = target === null ? [] : looksBehind(source, site, target);
  return [false, true]
    .filter(isInValues => !isBlind(look, isInValues))
    .map(isInValues => ({
      isInValues,
      into: target === null ? null : [target],
      staysInside:
        target !== null && later.every(one => isBlind(one, isInValues))
    }));
}

function isBlind(look: Look | null, isInValues: boolean): boolean {
  return look === 'form' || (look === 'members' && !isInValues);
}

/** How the cell looks at a name behind the call. */
function looksBehind(
  source: string,
  { nodes, looks, node }: Site,
  target: string
): readonly (Look | null)[] {
  return nodes
    .filter(
      one =>
        one.name === 'VariableName' &&
        one.from >= node.to &&
        textOf(source, one) === target
    )
    .map(({ from }) => looks.at.get(from) ?? null);
}
