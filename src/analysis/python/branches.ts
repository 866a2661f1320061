// `if` and `match`: which names are bound on every way through them.

import { clausesOf, meet, outcomeOf, visitEach, walkBranch } from './clauses';
import type { Branch } from './flow';
import { isIrrefutable, visitPattern } from './patterns';
import { childNamed, type Syntax } from './syntax';
import type { Walk } from './walk';

/** `if`, with the tests whose outcome is known before they run. */
export function visitIf(walk: Walk, node: Syntax): void {
  const branches: Branch[] = [];
  let isOpen = true;
  clausesOf(node).forEach(({ keyword, header, body }, index) => {
    const outcome = keyword === 'else' ? true : outcomeOf(walk, header);
    const before = walk.branches;
    walk.branches += index > 0 && branches.length > 0 ? 1 : 0;
    visitEach(walk, header);
    walk.branches = before;
    const isSure = outcome === true && branches.length === 0 && isOpen;
    const branch = walkBranch(walk, () => walk.statement(walk, body), isSure);
    if (outcome !== false && isOpen) {
      branches.push(branch);
    }
    isOpen &&= outcome !== true;
  });
  meet(walk, branches, isOpen);
}

/** `match`. */
export function visitMatch(walk: Walk, node: Syntax): void {
  const body = childNamed(node, 'MatchBody');
  visitEach(
    walk,
    node.children.slice(1).filter(child => child !== body)
  );
  const cases = body?.children.filter(child => child.name === 'MatchClause');
  const branches = (cases ?? []).map(clause =>
    walkBranch(walk, () => visitCase(walk, clause))
  );
  const isComplete = (cases ?? []).some(isCatchAll);
  meet(walk, branches, !isComplete);
}

/** One pattern that matches anything, and no guard. */
function isCatchAll(clause: Syntax): boolean {
  const patterns = clause.children.slice(1, -1);
  const [only] = patterns;
  return patterns.length === 1 && only !== undefined && isIrrefutable(only);
}

function visitCase(walk: Walk, clause: Syntax): void {
  for (const part of clause.children) {
    if (part.name === 'Guard') {
      visitEach(walk, part.children);
    } else if (part.name === 'Body') {
      walk.statement(walk, part);
    } else {
      visitPattern(walk, part);
    }
  }
}
