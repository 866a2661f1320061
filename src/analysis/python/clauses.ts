// Compound statements as clauses, and branches of the walk.

import { branchOf, join, type Branch } from './flow';
import type { Syntax } from './syntax';
import { textOf, type Walk } from './walk';

/** A keyword, what stands before the colon, and the body after it. */
export type Clause = {
  readonly keyword: string;
  readonly header: readonly Syntax[];
  readonly body: Syntax;
};

/** Cuts a compound statement at its bodies. */
export function clausesOf(node: Syntax): readonly Clause[] {
  const clauses: Clause[] = [];
  let header: Syntax[] = [];
  for (const child of node.children) {
    if (child.name === 'Body') {
      const rest = header.filter(part => part.name !== 'async');
      const keyword = rest[0]?.name ?? '';
      clauses.push({ keyword, header: rest.slice(1), body: child });
      header = [];
    } else {
      header.push(child);
    }
  }
  return clauses;
}

/** Visits expressions in order. */
export function visitEach(walk: Walk, nodes: readonly Syntax[]): void {
  nodes.forEach(node => walk.expression(walk, node));
}

/** Walks a branch that leaves the present one, and comes back. `isSure`: it is surely entered. */
export function walkBranch(
  walk: Walk,
  visit: () => void,
  isSure = false
): Branch {
  const { facts } = walk;
  const outside = facts.branch;
  const branch = branchOf(outside);
  const doubt = isSure ? 0 : 1;
  const { branches } = walk;
  walk.branches += doubt;
  facts.branch = branch;
  visit();
  facts.branch = outside;
  walk.branches = branches;
  return branch;
}

/** Brings branches together; within a loop, what follows a possible way out of it is not always reached. */
export function meet(
  walk: Walk,
  branches: readonly Branch[],
  canSkip: boolean
): void {
  join(walk.facts.branch, branches, canSkip);
  if (branches.some(branch => branch.end === 'jumped')) {
    walk.branches += 1;
  }
}

/** The outcome of a test that is known before it runs; null for all others. */
export function outcomeOf(
  walk: Walk,
  header: readonly Syntax[]
): boolean | null {
  const [test] = header;
  const text = test && header.length === 1 ? textOf(walk, test) : '';
  if (
    /^(?:True|[1-9]\d*|__name__\s*==\s*(?:"__main__"|'__main__'))$/.test(text)
  ) {
    return true;
  }
  return /^(?:False|None|0)$/.test(text) ? false : null;
}
