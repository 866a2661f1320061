// What statements do, one kind at a time; those with branches are in branches.ts.

import { visitIf, visitMatch } from './branches';
import { beginStatement } from './data-flow';
import { visitTry, visitWith } from './exceptions';
import { visitFor, visitWhile } from './loops';
import { visitDecorated, visitLooseDecorator } from './decorators';
import { flatten, type Branch } from './flow';
import { visitClass } from './classes';
import { bodyEvents } from './deferred';
import { lambdaBody, visitFunction, visitTypeAlias } from './functions';
import { noteGiven } from './given-code';
import { visitImport } from './imports';
import { visitAssignment, visitAugmented, visitDelete } from './assignments';
import { lastItem } from './neighbours';
import { leaveFunction, yieldInFunction } from './own-globals';
import {
  refuseOutsideFunction,
  refuseOutsideLoop,
  refuseWord
} from './refusals';
import { governs, startStep } from './steps';
import { childNamed, errorName, type Syntax } from './syntax';
import { touchShownTimes } from './timed-attributes';
import { doubtfully, emit, giveUp, textOf, type Walk } from './walk';

type Visitor = (walk: Walk, node: Syntax) => void;

const visitors: Readonly<Record<string, Visitor>> = {
  AssignStatement: visitAssignment,
  UpdateStatement: visitAugmented,
  DeleteStatement: visitDelete,
  ImportStatement: visitImport,
  ScopeStatement: visitScope,
  AssertStatement: visitAssert,
  RaiseStatement: visitExit,
  ReturnStatement: visitExit,
  BreakStatement: visitJump,
  ContinueStatement: visitJump,
  ExpressionStatement: visitExpressionStatement,
  TypeDefinition: visitTypeAlias,
  IfStatement: visitIf,
  WhileStatement: visitWhile,
  ForStatement: visitFor,
  TryStatement: visitTry,
  WithStatement: visitWith,
  MatchStatement: visitMatch,
  FunctionDefinition: (walk, node) => visitFunction(walk, node, []),
  ClassDefinition: (walk, node) => visitClass(walk, node, []),
  DecoratedStatement: visitDecorated,
  PrintStatement: visitPrint,
  Script: visitAll,
  Body: visitAll,
  StatementGroup: visitAll
};

const bodies = new Set(['Script', 'Body', 'StatementGroup']);

const governing = new Set([
  'IfStatement',
  'WhileStatement',
  'ForStatement',
  'MatchStatement'
]);

/** Visits a statement, a body, or the whole cell. */
export function visitStatement(walk: Walk, node: Syntax): void {
  const { isolated } = walk.marks;
  const isApart =
    isolated.length > 0 &&
    !walk.isIsolated &&
    isolated.some(({ from, to }) => node.from >= from && node.from < to);
  if (isApart) {
    visitIsolated(walk, node);
  } else {
    dispatch(walk, node);
  }
}

/** Code that IPython runs in a function: what it binds is gone after it. */
function visitIsolated(walk: Walk, node: Syntax): void {
  walk.isIsolated = true;
  const events = bodyEvents(walk, new Map(), () => dispatch(walk, node));
  walk.isIsolated = false;
  events.forEach(event => emit(walk, event));
}

function dispatch(walk: Walk, node: Syntax): void {
  const { steps } = walk.facts;
  const isHead = walk.scope.kind === 'module' && !bodies.has(node.name);
  if (walk.scope.kind === 'module') {
    beginStatement(walk.facts.flow);
  }
  if (isHead) {
    startStep(steps, node.from);
  }
  const head = steps.all.length - 1;
  const visitor = visitors[node.name];
  if (visitor) {
    visitor(walk, node);
    if (isHead && governing.has(node.name)) {
      governs(steps, head);
    }
  } else if (node.name === errorName) {
    visitAll(walk, node);
  } else {
    if (node.name === 'YieldStatement') {
      refuseOutsideFunction(walk, node);
      yieldInFunction(walk);
    }
    for (const child of node.children) {
      walk.expression(walk, child);
    }
  }
}

function visitAll(walk: Walk, node: Syntax): void {
  for (const child of node.children) {
    if (child.name.length > 1 || child.name === errorName) {
      visitStatement(walk, child);
    }
  }
}

function visitExpressionStatement(walk: Walk, node: Syntax): void {
  if (walk.marks.decorators.has(node.from)) {
    visitLooseDecorator(walk, node);
    return;
  }
  touchShownTimes(walk, node);
  const [only] = node.children;
  walk.discarded = only && node.children.length === 1 ? only : null;
  node.children.forEach(child => walk.expression(walk, child));
}

function visitScope(walk: Walk, node: Syntax): void {
  const [keyword, ...rest] = node.children;
  const names = rest
    .filter(child => child.name === 'VariableName')
    .map(child => textOf(walk, child));
  const { scope } = walk;
  if (scope.kind === 'module' && keyword?.name === 'nonlocal') {
    refuseWord(walk, node, 'outside of a function');
  }
  if (scope.kind === 'function' || scope.kind === 'class') {
    const isGlobal = keyword?.name === 'global' || scope.kind === 'class';
    const set = isGlobal ? scope.globals : scope.nonlocals;
    names.forEach(name => set.add(name));
  }
}

function visitAssert(walk: Walk, node: Syntax): void {
  const [, condition, ...message] = node.children;
  if (condition) {
    walk.expression(walk, condition);
  }
  doubtfully(walk, () => message.forEach(part => walk.expression(walk, part)));
}

function visitExit(walk: Walk, node: Syntax): void {
  node.children.forEach(child => walk.expression(walk, child));
  if (node.name === 'ReturnStatement') {
    refuseOutsideFunction(walk, node);
    noteGiven(walk, node, lambda => lambdaBody(walk, lambda));
    leaveFunction(walk);
  } else if (childNamed(node, ',')) {
    giveUp(walk, node, 'This is the “raise” statement of Python 2.');
  }
  walk.facts.branch.end = 'raised';
}

function visitJump(walk: Walk, node: Syntax): void {
  refuseOutsideLoop(walk, node);
  const loop = lastItem(walk.loops);
  const { branch } = walk.facts;
  if (loop && isInside(branch, loop.outside)) {
    const leaving =
      node.name === 'BreakStatement' ? loop.breaks : loop.continues;
    leaving.push(flatten(branch, loop.outside));
    branch.end = 'jumped';
  }
}

function isInside(branch: Branch, outside: Branch): boolean {
  return branch !== outside && branch.end === 'reached';
}

function visitPrint(walk: Walk, node: Syntax): void {
  giveUp(walk, node, 'This is the “print” statement of Python 2.');
  node.children.slice(1).forEach(child => walk.expression(walk, child));
}
