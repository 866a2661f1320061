// Assignments of R: names, parts of values, and replacement functions such as `names(x) <- …`.
import { define } from './bodies';
import type { Frame } from './frame';
import { partOf, rangeOf, type RNode, type RNodeOf } from './syntax';

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
  const update = {
    name: root,
    range: rangeOf(target),
    path: pathOf(target),
    certainty: 'certain',
    isReplacement: isReplacement(target, value)
  } as const;
  if (frame.parent === null) {
    frame.update(update);
  } else if (isSuper) {
    outermost(frame, root).update(update);
  } else if (!frame.bound.has(root)) {
    // A body that changes an outer value makes a copy of its own.
    frame.read(root, rangeOf(target));
    frame.bind(root, 'assignment', rangeOf(target));
  }
}

function assignName(frame: Frame, name: string, node: Assignment): void {
  const { target, value, isSuper } = node;
  const isFunction = value.kind === 'function';
  if (isFunction && frame.parent === null) {
    define(frame, name, value);
  } else {
    frame.visit(value);
  }
  const kind = isFunction ? 'function' : 'assignment';
  if (isSuper && frame.parent !== null) {
    outermost(frame, name).globals.set(name, rangeOf(target));
    return;
  }
  frame.bind(name, kind, rangeOf(target));
  frame.noteLiteral(name, isLiteral(value));
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

/** The name that an assignment binds as a whole, a string too; null for parts. */
function nameOf(target: RNode): string | null {
  if (target.kind === 'operator' && target.operator === '(') {
    const [inner] = target.operands;
    return inner ? nameOf(inner) : null;
  }
  if (target.kind === 'name') {
    return target.name;
  }
  return target.kind === 'string' ? target.text : null;
}

/** The name whose value an assignment to a part changes; null when there is none. */
function rootOf(target: RNode): string | null {
  switch (target.kind) {
    case 'name':
      return target.name;
    case 'index':
    case 'member':
      return rootOf(target.object);
    case 'call': {
      const first = target.arguments[0]?.value;
      return first ? rootOf(first) : null;
    }
    default:
      return null;
  }
}

/** Visits what stands inside of a target besides its root: indexes and arguments. */
function visitInner(frame: Frame, target: RNode): void {
  if (target.kind === 'index') {
    frame.visitAll(target.arguments);
    visitInner(frame, target.object);
  } else if (target.kind === 'member') {
    visitInner(frame, target.object);
  } else if (target.kind === 'call') {
    const [first, ...rest] = target.arguments;
    frame.visitAll(rest);
    visitInner(frame, first?.value ?? target.callee);
  }
}

/** The outermost part of the root that is assigned to. */
function pathOf(target: RNode): string | null {
  if (target.kind !== 'index' && target.kind !== 'member') {
    return null;
  }
  return target.object.kind === 'name' ? partOf(target) : pathOf(target.object);
}

/** Whether doing it again changes nothing: a part that is named, and not taken away by its number. */
function isReplacement(target: RNode, value: RNode): boolean {
  if (target.kind !== 'index' && target.kind !== 'member') {
    return target.kind === 'call';
  }
  const isRemoval = value.kind === 'constant' && value.text === 'NULL';
  const isNamed = partOf(target) !== null;
  return target.object.kind === 'name' && isNamed && !isRemoval;
}
