// Assignments of R: names, parts of values, and replacement functions such as `names(x) <- …`.
import { bodyOf, define, hand } from './bodies';
import type { Frame } from './frame';
import { noteGiven } from './given';
import { rNames } from './names';
import type { Update } from '../name-uses';
import { rangeOf, type RNode, type RNodeOf } from './syntax';
import { isReplacement, nameOf, pathOf, rootOf } from './targets';

type Assignment = RNodeOf<'assignment'>;

/** Visits an assignment. */
export function assign(frame: Frame, node: Assignment): void {
  const { target, value, isSuper } = node;
  const name = nameOf(target);
  if (name !== null) {
    assignName(frame, name, node);
    return;
  }
  frame.visit(value);
  const root = rootOf(target);
  visitInner(frame, target);
  if (root === null) {
    frame.unanalysed.push({
      range: rangeOf(node),
      reason: 'What is assigned to here is not understood.'
    });
    return;
  }
  const update: Update = {
    name: root,
    range: rangeOf(target),
    path: pathOf(target),
    certainty: 'certain',
    isReplacement: isReplacement(target, value)
  };
  if (frame.parent === null) {
    frame.update(update);
  } else if (isSuper) {
    updateOutside(frame, update);
  } else {
    changeCopy(frame, target, update);
  }
}

/** `<<-` changes a value of a body around it, or of the notebook. */
function updateOutside(frame: Frame, update: Update): void {
  const owner = outermost(frame, update.name);
  if (owner !== frame && owner.bound.has(update.name)) {
    frame.outward.add(update.name);
  } else {
    owner.update(update);
  }
}

/** A body that changes an outer value makes a copy of its own, unless that is an environment. */
function changeCopy(frame: Frame, target: RNode, update: Update): void {
  const { name, range } = update;
  const mayBeEnvironment =
    target.kind === 'member' || (target.kind === 'index' && target.isDouble);
  if (frame.bound.has(name)) {
    if (mayBeEnvironment) {
      frame.changed.add(name);
    }
    return;
  }
  if (mayBeEnvironment) {
    frame.update({ ...update, certainty: 'possible' });
  }
  frame.read(name, range);
  frame.bind(name, 'assignment', range);
}

function assignName(frame: Frame, name: string, node: Assignment): void {
  const { target, value, isSuper } = node;
  const range = rangeOf(target);
  const isFunction = value.kind === 'function';
  const body = isFunction ? takeFunction(frame, name, value) : null;
  if (!isFunction) {
    frame.visit(value);
  }
  if (isSuper && frame.parent !== null) {
    const owner = outermost(frame, name);
    if (owner !== frame && owner.bound.has(name)) {
      frame.outward.add(name);
    } else {
      owner.globals.set(name, range);
    }
    return;
  }
  frame.bind(name, isFunction ? 'function' : 'assignment', range);
  frame.noteLiteral(name, isLiteral(value));
  if (body && frame.doubt === 0) {
    frame.bodies.set(name, body);
  } else if (!isFunction) {
    noteGiven(frame, name, value);
  }
}

/** A function of the notebook waits for a call; one within another may run as soon as that does. */
function takeFunction(
  frame: Frame,
  name: string,
  node: RNodeOf<'function'>
): Frame {
  if (frame.parent === null) {
    return define(frame, name, node);
  }
  frame.visit(node);
  return frame.nested.get(node) ?? bodyOf(frame, node);
}

/** A constant, or arithmetic over constants alone. */
function isLiteral(node: RNode): boolean {
  switch (node.kind) {
    case 'number':
    case 'string':
    case 'constant':
      return true;
    case 'operator':
      return (
        /^(?:[-+*/^(]|\*\*|%%|%\/%)$/.test(node.operator) &&
        node.operands.every(isLiteral)
      );
    default:
      return false;
  }
}

/** The frame in which `<<-` finds the name: one outside that binds it, else the outermost body. */
function outermost(frame: Frame, name: string): Frame {
  const outer = frame.parent;
  if (outer === null || outer.parent === null) {
    return frame;
  }
  return outer.bound.has(name) ? outer : outermost(outer, name);
}

/** Visits what stands inside of a target besides its root: indexes and arguments. */
function visitInner(frame: Frame, target: RNode): void {
  if (target.kind === 'index') {
    frame.generics.add(target.isDouble ? '[[<-' : '[<-');
    frame.visitAll(target.arguments);
    visitInner(frame, target.object);
  } else if (target.kind === 'member') {
    frame.generics.add('$<-');
    visitInner(frame, target.object);
  } else if (target.kind === 'call') {
    const [first, ...rest] = target.arguments;
    frame.visitAll(rest);
    callReplacement(frame, target);
    visitInner(frame, first?.value ?? target.callee);
  }
}

/** `second(x) <- 9` calls `second<-`. */
function callReplacement(frame: Frame, { callee }: RNodeOf<'call'>): void {
  if (callee.kind !== 'name') {
    return;
  }
  const name = `${callee.name}<-`;
  frame.generics.add(name);
  if (rNames.has(callee.name) && !frame.bound.has(name)) {
    frame.builtins.add(name);
  } else {
    frame.maybe(() => frame.read(name, rangeOf(callee)));
    hand(frame, name);
  }
}
