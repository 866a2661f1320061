// Statements with branches: which names are bound on every way through them.

import { branchOf, join, type Branch } from './flow';
import { noteIteration } from './iteration';
import { aliasElements } from './aliases';
import { isIrrefutable, visitPattern } from './patterns';
import { childNamed, type Syntax } from './syntax';
import { visitTarget } from './targets';
import { rangeOf, textOf, type Loop, type Walk } from './walk';

/** A keyword, what stands before the colon, and the body after it. */
type Clause = {
  readonly keyword: string;
  readonly header: readonly Syntax[];
  readonly body: Syntax;
};

function clausesOf(node: Syntax): readonly Clause[] {
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

function visitEach(walk: Walk, nodes: readonly Syntax[]): void {
  nodes.forEach(node => walk.expression(walk, node));
}

/** Walks a branch that leaves the present one, and comes back. `isSure`: it is surely entered. */
function walkBranch(walk: Walk, visit: () => void, isSure = false): Branch {
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
function meet(walk: Walk, branches: readonly Branch[], canSkip: boolean): void {
  join(walk.facts.branch, branches, canSkip);
  if (branches.some(branch => branch.end === 'jumped')) {
    walk.branches += 1;
  }
}

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

function outcomeOf(walk: Walk, header: readonly Syntax[]): boolean | null {
  const [test] = header;
  const text = test && header.length === 1 ? textOf(walk, test) : '';
  if (
    /^(?:True|[1-9]\d*|__name__\s*==\s*(?:"__main__"|'__main__'))$/.test(text)
  ) {
    return true;
  }
  return /^(?:False|None|0)$/.test(text) ? false : null;
}

/** `while`. */
export function visitWhile(walk: Walk, node: Syntax): void {
  const [loop, otherwise] = clausesOf(node);
  if (!loop) {
    return;
  }
  visitEach(walk, loop.header);
  const isEndless = outcomeOf(walk, loop.header) === true;
  visitLoop(walk, node, {
    visitBody: () => walk.statement(walk, loop.body),
    otherwise: otherwise?.body,
    isEntered: isEndless,
    isEndless
  });
}

/** `for`. */
export function visitFor(walk: Walk, node: Syntax): void {
  const [loop, otherwise] = clausesOf(node);
  const split = loop?.header.findIndex(part => part.name === 'in') ?? -1;
  if (!loop || split < 0) {
    node.children.forEach(child => walk.statement(walk, child));
    return;
  }
  const iterated = loop.header.slice(split + 1);
  visitEach(walk, iterated);
  iterated.forEach(part => noteIteration(walk, part));
  visitLoop(walk, node, {
    visitBody: () => {
      loop.header.slice(0, split).forEach(target => {
        visitTarget(walk, target, 'loop-variable');
        iterated.forEach(part => aliasElements(walk, target, part));
      });
      walk.statement(walk, loop.body);
    },
    otherwise: otherwise?.body,
    isEntered: isNonEmpty(walk, iterated),
    isEndless: false
  });
}

/** True for literals with something in them, and for `range` of a positive number. */
function isNonEmpty(walk: Walk, iterated: readonly Syntax[]): boolean {
  const [only] = iterated;
  if (!only || iterated.length > 1) {
    return iterated.some(
      ({ name, from }) => name !== ',' && walk.source[from - 1] !== '*'
    );
  }
  const isDisplay = /^(?:Array|Tuple|Set)Expression$/.test(only.name);
  const items = only.children.slice(1, -1);
  return isDisplay
    ? items.length > 0 && items[0]?.name !== '*'
    : /^range\(\s*[1-9]\d*\s*\)$/.test(textOf(walk, only));
}

function visitLoop(
  walk: Walk,
  node: Syntax,
  {
    visitBody,
    otherwise,
    isEntered,
    isEndless
  }: {
    readonly visitBody: () => void;
    readonly otherwise: Syntax | undefined;
    readonly isEntered: boolean;
    readonly isEndless: boolean;
  }
): void {
  const { facts } = walk;
  const loop: Loop = { outside: facts.branch, breaks: [], continues: [] };
  const outermost = facts.loop;
  facts.loop ??= rangeOf(node);
  walk.loops.push(loop);
  const body = walkBranch(walk, visitBody, isEntered);
  walk.loops.pop();
  facts.loop = outermost;
  const isBroken = loop.breaks.length > 0;
  const after = walkBranch(
    walk,
    () => {
      join(facts.branch, [body, ...loop.continues], !isEntered);
      if (otherwise) {
        walk.statement(walk, otherwise);
      }
    },
    !isBroken
  );
  if (isEndless) {
    after.end = isBroken ? 'jumped' : 'raised';
  }
  join(facts.branch, [after, ...loop.breaks], false);
}

/** `try`: what a handler covers may be missing; a handler starts anywhere in the body. */
export function visitTry(walk: Walk, node: Syntax): void {
  const clauses = clausesOf(node);
  const [first, ...others] = clauses;
  const handlers = others.filter(clause => clause.keyword === 'except');
  const isGuarded = handlers.some(clause => coversNames(walk, clause.header));
  const body = walkBranch(
    walk,
    () => {
      walk.guards += isGuarded ? 1 : 0;
      if (first) {
        walk.statement(walk, first.body);
      }
      walk.guards -= isGuarded ? 1 : 0;
    },
    true
  );
  const tried = new Set(body.states.keys());
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
  tried: ReadonlySet<string>
): Branch {
  const split = header.findIndex(part => part.name === 'as');
  const name = split < 0 ? undefined : header[split + 1];
  return walkBranch(walk, () => {
    const { states } = walk.facts.branch;
    tried.forEach(touched => states.set(touched, 'maybe'));
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
  states.set(name, 'bound');
  visit();
  states.set(name, 'deleted');
}

/** Context managers and their targets, in parentheses or not. */
function visitItems(walk: Walk, parts: readonly Syntax[]): void {
  const { targets } = walk.marks;
  parts.forEach((part, index) => {
    if (parts[index - 1]?.name === 'as' || targets.has(part.from)) {
      visitTarget(walk, part, 'with-item');
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
