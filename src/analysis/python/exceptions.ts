// `try` and `with`: code that may end before its end, and go on after it.

import { aliasValue } from './aliases';
import { clausesOf, meet, visitEach, walkBranch, type Clause } from './clauses';
import { forgetOrigin } from './data-flow';
import { bound, deleted, stateOf, type Branch, type NameState } from './flow';
import { itemBefore } from './neighbours';
import { refuseWord } from './refusals';
import type { Syntax } from './syntax';
import { visitTarget } from './targets';
import { textOf, type Walk } from './walk';

/** `try`: what a handler covers may be missing; a handler starts anywhere in the body. */
export function visitTry(walk: Walk, node: Syntax): void {
  const clauses = clausesOf(node);
  const [first, ...others] = clauses;
  if (others.length === 0) {
    refuseWord(walk, node, 'without “except” and “finally”');
  }
  const handlers = others.filter(clause => clause.keyword === 'except');
  const isGuarded = handlers.some(clause => coversNames(walk, clause.header));
  const body = walkBranch(
    walk,
    () => {
      walk.guards += isGuarded ? 1 : 0;
      walk.tries += handlers.length;
      if (first) {
        walk.statement(walk, first.body);
      }
      walk.tries -= handlers.length;
      walk.guards -= isGuarded ? 1 : 0;
    },
    true
  );
  const tried = new Map(body.states);
  const rest = others.find(clause => clause.keyword === 'else');
  if (rest) {
    const { branch } = walk.facts;
    walk.facts.branch = body;
    walk.statement(walk, rest.body);
    walk.facts.branch = branch;
  }
  const handled = handlers.map(handler => visitHandler(walk, handler, tried));
  meet(walk, [body, ...handled], false);
  const last = others.find(clause => clause.keyword === 'finally');
  if (last) {
    walk.statement(walk, last.body);
  }
}

function coversNames(walk: Walk, header: readonly Syntax[]): boolean {
  const text = header.map(part => textOf(walk, part)).join(' ');
  return (
    header.length === 0 ||
    /\b(?:BaseException|Exception|NameError)\b/.test(text)
  );
}

function visitHandler(
  walk: Walk,
  { header, body }: Clause,
  tried: ReadonlyMap<string, NameState>
): Branch {
  const split = header.findIndex(part => part.name === 'as');
  const name = split < 0 ? undefined : header[split + 1];
  return walkBranch(walk, () => {
    const { branch } = walk.facts;
    for (const [touched, state] of tried) {
      branch.states.set(touched, state | stateOf(branch, touched));
    }
    visitEach(walk, split < 0 ? header : header.slice(0, split));
    visitCaught(walk, name, () => walk.statement(walk, body));
  });
}

/** The name of a caught exception is gone at the end of its handler. */
function visitCaught(
  walk: Walk,
  node: Syntax | undefined,
  visit: () => void
): void {
  if (!node || walk.scope.kind !== 'module') {
    if (node) {
      visitTarget(walk, node, 'bound-exception');
    }
    visit();
    return;
  }
  const name = textOf(walk, node);
  const { states } = walk.facts.branch;
  states.set(name, bound);
  visit();
  states.set(name, deleted);
  forgetOrigin(walk.facts.flow, name);
}

/** Context managers and their targets, in parentheses or not. */
function visitItems(walk: Walk, parts: readonly Syntax[]): void {
  const { targets } = walk.marks;
  parts.forEach((part, index) => {
    if (itemBefore(parts, index)?.name === 'as' || targets.has(part.from)) {
      visitTarget(walk, part, 'with-item');
      const value = itemBefore(parts, index, 2);
      if (value) {
        aliasValue(walk, part, value);
      }
    } else if (part.children.some(child => targets.has(child.from))) {
      visitItems(walk, part.children);
    } else {
      walk.expression(walk, part);
    }
  });
}

/** `with`; `suppress` makes the rest of its body optional. */
export function visitWith(walk: Walk, node: Syntax): void {
  const [clause] = clausesOf(node);
  if (!clause) {
    return;
  }
  visitItems(walk, clause.header);
  const isOptional = clause.header.some(part =>
    /\bsuppress\s*\(/.test(textOf(walk, part))
  );
  if (isOptional) {
    const visit = (): void => walk.statement(walk, clause.body);
    meet(walk, [walkBranch(walk, visit)], true);
  } else {
    walk.statement(walk, clause.body);
  }
}
