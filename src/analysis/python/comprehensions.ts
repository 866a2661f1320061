// Comprehensions and generator expressions: names of their own, first iterable evaluated outside.

import { namesOf, visitPart } from './targets';
import type { Syntax } from './syntax';
import { noteIteration } from './iteration';
import { lastItem } from './neighbours';
import { doubtfully, inScope, type Walk } from './walk';

/** The names are the comprehension's own; a part of something else is changed. */
function visitTarget(walk: Walk, target: Syntax): void {
  if (target.name === 'MemberExpression') {
    visitPart(walk, target, { isReplacement: false });
  } else {
    target.children.forEach(child => visitTarget(walk, child));
  }
}

type Clause = {
  readonly keyword: 'for' | 'if';
  readonly targets: readonly Syntax[];
  /** What is iterated over, or the condition. */
  readonly source: readonly Syntax[];
};

/** Visits a comprehension, given without its brackets. */
export function visitComprehension(walk: Walk, parts: readonly Syntax[]): void {
  const start = parts.findIndex(part => /^(?:async|for)$/.test(part.name));
  const clauses = clausesOf(parts.slice(start));
  const [first, ...others] = clauses;
  first?.source.forEach(part => walk.expression(walk, part));
  first?.source.forEach(part => noteIteration(walk, part));
  const targets = clauses.flatMap(clause => clause.targets);
  const locals = new Set(targets.flatMap(target => namesOf(walk, target)));
  inScope(walk, { kind: 'inner', parent: walk.scope, locals }, () =>
    doubtfully(walk, () => {
      for (const target of targets) {
        visitTarget(walk, target);
      }
      for (const clause of others) {
        clause.source.forEach(part => walk.expression(walk, part));
      }
      for (const element of parts.slice(0, start)) {
        walk.expression(walk, element);
      }
    })
  );
}

function clausesOf(parts: readonly Syntax[]): readonly Clause[] {
  const clauses: {
    keyword: 'for' | 'if';
    targets: Syntax[];
    source: Syntax[];
  }[] = [];
  let isTarget = false;
  for (const part of parts) {
    const open = lastItem(clauses);
    if (part.name === 'for' || part.name === 'if') {
      clauses.push({ keyword: part.name, targets: [], source: [] });
      isTarget = part.name === 'for';
    } else if (part.name === 'in') {
      isTarget = false;
    } else if (part.name !== 'async') {
      (isTarget ? open?.targets : open?.source)?.push(part);
    }
  }
  return clauses;
}
