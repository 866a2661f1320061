// `for` and `while`: a body may run never, once or often.

import { aliasElements } from './aliases';
import { clausesOf, outcomeOf, visitEach, walkBranch } from './clauses';
import {
  forgetOutside,
  isFromOutside,
  join,
  stateOf,
  type Branch
} from './flow';
import { noteIteration } from './iteration';
import type { Syntax } from './syntax';
import { callsIn } from './syntax-words';
import { visitTarget } from './targets';
import { rangeOf, textOf, touch, type Loop, type Walk } from './walk';
import { wordSet } from './word-set';

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
    targets: [],
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
  if (printsAsItComes(walk, iterated, loop.body)) {
    touch(walk, { state: 'clock', action: 'read', into: [] }, node);
  }
  visitLoop(walk, node, {
    visitBody: () => {
      loop.header.slice(0, split).forEach(target => {
        visitTarget(walk, target, 'loop-variable');
        iterated.forEach(part => aliasElements(walk, target, part));
      });
      walk.statement(walk, loop.body);
    },
    otherwise: otherwise?.body,
    targets: loop.header.slice(0, split).flatMap(one => namesIn(walk, one)),
    isEntered: isNonEmpty(walk, iterated),
    isEndless: false
  });
}

/** The names that a target binds. */
function namesIn(walk: Walk, target: Syntax): string[] {
  if (target.name === 'VariableName') {
    return [textOf(walk, target)];
  }
  return /^(?:Tuple|Array|Parenthesized)Expression$/.test(target.name)
    ? target.children.flatMap(child => namesIn(walk, child))
    : [];
}

/** What gives results in the order in which they are ready. */
const AS_THEY_COME = wordSet('as_completed imap_unordered');
const PRINTING = wordSet('print');

/** True where a loop prints results in the order in which they are ready. */
function printsAsItComes(
  walk: Walk,
  iterated: readonly Syntax[],
  body: Syntax
): boolean {
  return (
    iterated.some(part => calls(walk, part, AS_THEY_COME)) &&
    calls(walk, body, PRINTING)
  );
}

function calls(walk: Walk, node: Syntax, words: ReadonlySet<string>): boolean {
  return callsIn(walk.source, node).some(({ word }) => words.has(word));
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
    targets,
    isEntered,
    isEndless
  }: {
    readonly visitBody: () => void;
    readonly otherwise: Syntax | undefined;
    /** Names of which nobody who uses them behind the loop means what they stood for before it. */
    readonly targets: readonly string[];
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
  const turns = [body, ...loop.continues];
  const after = walkBranch(
    walk,
    () => {
      join(facts.branch, turns, !isEntered);
      targets.forEach(name => forgetOutside(facts.branch, name));
      if (otherwise) {
        walk.statement(walk, otherwise);
      }
    },
    !isBroken
  );
  if (isEndless) {
    after.end = isBroken ? 'jumped' : 'raised';
  }
  loop.breaks.forEach(left => afterTurns(left, facts.branch, turns));
  join(facts.branch, [after, ...loop.breaks], false);
}

/** A turn that is left may have had others before it: what they bound, and it did not, is there. */
function afterTurns(
  left: Branch,
  outside: Branch,
  turns: readonly Branch[]
): void {
  const earlier = turns.filter(({ end }) => end === 'reached');
  for (const [name, state] of earlier.flatMap(({ states }) => [...states])) {
    const own = left.states.get(name) ?? stateOf(outside, name);
    const isNew = !left.states.has(name) || isFromOutside(own);
    left.states.set(name, isNew ? own | state : own);
  }
}
