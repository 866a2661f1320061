// What a cell does with the order of what the functions give back that it calls.

import type { GivenOrder } from '../given-order';

import { looksOf, type Look, type Looks } from './set-order';
import type { Syntax } from './syntax';
import {
  assignmentOf,
  callOf,
  nodesIn,
  statementsOf,
  targetOf,
  textOf
} from './syntax-words';

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
  return [false, true]
    .filter(isInValues => !isBlind(look, isInValues))
    .map(isInValues => ({
      isInValues,
      ...(target === null
        ? { into: null, staysInside: false }
        : reachOf(source, site, target, isInValues))
    }));
}

/** Whether it shows in the cell that a name holds the order, and whether the name still does at its end. */
function reachOf(
  source: string,
  site: Site,
  target: string,
  isInValues: boolean
): Pick<GivenOrder, 'into' | 'staysInside'> {
  if (site.looks.sorted.has(target)) {
    return { into: [], staysInside: true };
  }
  const { seen, isRenewed } = looksBehind(source, site, target);
  const staysInside = seen.every(one => isBlind(one, isInValues));
  return { into: isRenewed && staysInside ? [] : [target], staysInside };
}

function isBlind(look: Look | null, isInValues: boolean): boolean {
  return look === 'form' || (look === 'members' && !isInValues);
}

/** How the cell looks at a name behind the call, until the name gets another value. */
function looksBehind(
  source: string,
  { root, nodes, looks, node }: Site,
  target: string
): { readonly seen: readonly (Look | null)[]; readonly isRenewed: boolean } {
  const renewal = statementsOf(root).find(
    ({ name, from }) =>
      name === 'AssignStatement' &&
      from >= node.to &&
      looks.renews.get(from)?.includes(target)
  );
  const end = renewal?.to ?? source.length;
  const given = renewal ? assignmentOf(renewal).targets : [];
  const seen = nodes
    .filter(
      one =>
        one.name === 'VariableName' &&
        one.from >= node.to &&
        one.to <= end &&
        !given.includes(one) &&
        textOf(source, one) === target
    )
    .map(({ from }) => looks.at.get(from) ?? null);
  return { seen, isRenewed: renewal !== undefined };
}
