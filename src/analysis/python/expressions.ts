// What expressions read, bind and change.

import { accessOf, partOf } from './access';
import { visitCall } from './calls';
import { visitComprehension } from './comprehensions';
import { noteDay } from './days';
import { stateOfAccess } from './effects';
import { keepLambda, visitLambda } from './functions';
import { applyMagic } from './magics';
import {
  isOpenNamespace,
  namespaceItem,
  namespaceTest,
  readByText,
  readSomeNames
} from './namespace';
import { yieldInFunction } from './own-globals';
import { refuseOutsideFunction, refuseWord } from './refusals';
import { isMark, type Syntax } from './syntax';
import { touchThreadNumbers } from './thread-numbers';
import { touchTimes } from './timed-attributes';
import {
  bind,
  doubtfully,
  giveUp,
  rangeOf,
  read,
  textOf,
  touch,
  type Walk
} from './walk';

/** Deeper nesting than CPython itself compiles. */
const deepest = 1000;

/** Visits an expression, in the order in which Python evaluates it. */
export function visitExpression(walk: Walk, node: Syntax): void {
  if (walk.depth >= deepest) {
    giveUp(walk, node, 'This is nested too deeply to follow.');
    return;
  }
  walk.depth += 1;
  if (walk.setOrders.size > 0) {
    touchOrders(walk, node);
  }
  dispatch(walk, node);
  walk.depth -= 1;
}

function touchOrders(walk: Walk, node: Syntax): void {
  for (const order of walk.setOrders.get(node) ?? NO_ORDERS) {
    touch(walk, { state: 'hash-order', action: 'read', ...order }, node);
  }
}

const NO_ORDERS: readonly never[] = [];

/** Attributes that tell how large a value is. */
const shapeAttributes = new Set(['columns', 'index', 'ndim', 'shape', 'size']);

function dispatch(walk: Walk, node: Syntax): void {
  switch (node.name) {
    case 'VariableName':
      return read(walk, node, null);
    case 'Number':
      return visitNumber(walk, node);
    case 'MemberExpression':
      return visitMember(walk, node);
    case 'CallExpression':
      return visitCall(walk, node);
    case 'LambdaExpression':
      return visitLambda(walk, node);
    case 'ArrayExpression':
    case 'DictionaryExpression':
    case 'SetExpression':
    case 'TupleExpression':
      return visitDisplay(walk, node);
    case 'ComprehensionExpression':
    case 'ArrayComprehensionExpression':
    case 'SetComprehensionExpression':
    case 'DictionaryComprehensionExpression':
      return visitComprehension(walk, node.children.slice(1, -1));
    case 'NamedExpression':
      return visitNamed(walk, node);
    case 'BinaryExpression':
      return visitBinary(walk, node);
    case 'ConditionalExpression':
      return visitConditional(walk, node);
    case 'YieldExpression':
      refuseOutsideFunction(walk, node);
      yieldInFunction(walk);
      return visitChildren(walk, node);
    case 'AwaitExpression':
      if (walk.isSync && walk.scope.kind !== 'inner') {
        refuseWord(walk, node, 'in a function that is not async');
      }
      return visitChildren(walk, node);
    default:
      return visitChildren(walk, node);
  }
}

/** Visits the parts of an expression from left to right. */
function visitChildren(walk: Walk, node: Syntax): void {
  for (const child of node.children) {
    if (!isMark(child)) {
      visitExpression(walk, child);
    }
  }
}

/** What is put into a table is not called there. */
function visitDisplay(walk: Walk, node: Syntax): void {
  for (const child of node.children) {
    if (child.name === 'LambdaExpression') {
      keepLambda(walk, child);
    } else if (!isMark(child)) {
      visitExpression(walk, child);
    }
  }
}

/** A number may stand for a magic. */
function visitNumber(walk: Walk, node: Syntax): void {
  const magic = walk.marks.magics.get(node.from);
  if (magic) {
    applyMagic(walk, magic);
  }
}

function visitMember(walk: Walk, node: Syntax): void {
  const { root, steps } = accessOf(walk, node);
  if (root.name === 'VariableName') {
    const state = stateOfAccess(walk, root, steps);
    const [first] = steps;
    walk.asksShape ||=
      first?.kind === 'attribute' && shapeAttributes.has(first.name);
    read(walk, root, partOf(walk, steps));
    walk.asksShape = false;
    if (state) {
      touch(walk, { state, action: 'read' }, node);
    }
  } else {
    const name = namespaceItem(walk, root, steps);
    const [first] = steps;
    noteDay(
      walk,
      root,
      first?.kind === 'attribute' ? first.name : null,
      undefined
    );
    if (name !== null) {
      readByText(walk, name, node);
    } else if (first?.kind === 'item' && isOpenNamespace(walk, root)) {
      readSomeNames(walk, root);
    } else {
      visitExpression(walk, root);
    }
  }
  touchTimes(walk, node, steps);
  touchThreadNumbers(walk, node, root, steps);
  for (const step of steps) {
    if (step.kind === 'item') {
      step.index.forEach(part => visitExpression(walk, part));
    }
  }
}

function visitNamed(walk: Walk, node: Syntax): void {
  const [target, , value] = node.children;
  if (value) {
    visitExpression(walk, value);
  }
  if (target) {
    bindNamed(walk, target);
  }
}

function bindNamed(walk: Walk, target: Syntax): void {
  const name = textOf(walk, target);
  bind(walk, { name, kind: 'named-expression', range: rangeOf(target) });
}

/** Goes down the left side in a loop: long sums are deep on that side. */
function visitBinary(walk: Walk, node: Syntax): void {
  const spine: Syntax[] = [];
  let at = node;
  while (at.name === 'BinaryExpression' && at.children[0]) {
    spine.push(at);
    at = at.children[0];
  }
  const isBound = walk.marks.walruses.has(at.from);
  if (!isBound) {
    visitExpression(walk, at);
  }
  for (const link of spine.reverse()) {
    const [key, operator] = link.children;
    const name = asksFor(walk, link);
    if (name !== null && key) {
      readByText(walk, name, key);
      continue;
    }
    const rest = (): void =>
      link.children.slice(1).forEach(part => visitExpression(walk, part));
    if (operator?.name === 'and' || operator?.name === 'or') {
      doubtfully(walk, rest);
    } else {
      rest();
    }
  }
  if (isBound) {
    bindNamed(walk, at);
  }
}

/** The name that `"x" in globals()` asks for. */
function asksFor(walk: Walk, { children }: Syntax): string | null {
  const [key] = children;
  const container = children[children.length - 1];
  const isTest = children.some(child => child.name === 'in');
  return isTest && key && container
    ? namespaceTest(walk, key, container)
    : null;
}

function visitConditional(walk: Walk, node: Syntax): void {
  const [chosen, , condition, , other] = node.children;
  if (condition) {
    visitExpression(walk, condition);
  }
  doubtfully(walk, () => {
    for (const branch of [chosen, other]) {
      if (branch) {
        visitExpression(walk, branch);
      }
    }
  });
}
