// `=`, `: type =`, `+=` and `del`.

import { accessOf } from './access';
import { aliasValue } from './aliases';
import { addDefinition } from './definitions';
import { noteText } from './evaluations';
import { noteConstant } from './files';
import { noteHeldCode } from './held-code';
import { lambdaBody, visitAnnotation } from './functions';
import { isSurelyReached, setByFunction } from './own-globals';
import { refuseTarget } from './refusals';
import type { Syntax } from './syntax';
import { visitPart, visitTarget } from './targets';
import {
  bind,
  emit,
  isTopLevel,
  rangeOf,
  read,
  textOf,
  type Walk
} from './walk';

/** `a = b = value` and `a: int = value`; the value comes first, then the targets from left to right. */
export function visitAssignment(walk: Walk, node: Syntax): void {
  const annotation = node.children.find(child => child.name === 'TypeDef');
  const sides = sidesOf(node);
  const value = sides.length > 1 ? sides[sides.length - 1] : undefined;
  const targets = value ? sides.slice(0, -1) : [];
  const [first = [], ...others] = targets;
  const each = others.length > 0 ? targets.flat() : first;
  if (value && !assignLambda(walk, each, value)) {
    value.forEach(part => walk.expression(walk, part));
    noteHeldCode(walk, each, value);
    const kind = annotation ? 'annotated-assignment' : 'assignment';
    const [only] = value.length === 1 ? value : [];
    for (const side of targets) {
      side.forEach(target => visitTarget(walk, target, kind));
      const [target] = side.length === 1 ? side : [];
      if (only && target) {
        aliasValue(walk, target, only);
        noteConstant(walk, target, only);
        noteText(walk, target, only);
      } else {
        aliasEach(walk, side, value);
      }
    }
  }
  if (!value) {
    sides.flat().forEach(part => visitUnassigned(walk, part));
  }
  if (annotation && walk.scope.kind !== 'function') {
    visitAnnotation(walk, annotation);
  }
}

/** `a, b = c, d`: each value under its own name. */
function aliasEach(
  walk: Walk,
  targets: readonly Syntax[],
  values: readonly Syntax[]
): void {
  const isApart = [...targets, ...values].every(({ name }) => name !== '*');
  if (isApart && targets.length === values.length) {
    targets.forEach((target, index) => {
      const value = values[index];
      if (value) {
        aliasValue(walk, target, value);
      }
    });
  }
}

/** What stands between the `=`; the annotation is left out. */
function sidesOf(node: Syntax): readonly (readonly Syntax[])[] {
  const sides: Syntax[][] = [[]];
  for (const child of node.children) {
    if (child.name === 'AssignOp') {
      sides.push([]);
    } else if (child.name !== 'TypeDef') {
      sides[sides.length - 1]?.push(child);
    }
  }
  return sides;
}

/** `f = lambda: …` defines f. */
function assignLambda(
  walk: Walk,
  names: readonly Syntax[],
  value: readonly Syntax[]
): boolean {
  const [lambda] = value;
  const isDefinition =
    isTopLevel(walk) &&
    value.length === 1 &&
    lambda?.name === 'LambdaExpression' &&
    names.every(name => name.name === 'VariableName');
  if (isDefinition && lambda) {
    const events = lambdaBody(walk, lambda);
    for (const name of names) {
      visitTarget(walk, name, 'assignment');
      const definition = { name: textOf(walk, name), range: rangeOf(lambda) };
      addDefinition(walk.facts, definition, events);
    }
  }
  return isDefinition;
}

/** `x: int` alone binds nothing, but makes `x` local to a function; `a.b: int` evaluates `a`. */
function visitUnassigned(walk: Walk, part: Syntax): void {
  const { root, steps } = accessOf(walk, part);
  if (steps.length > 0 || root.name !== 'VariableName') {
    walk.expression(walk, part);
  } else if (walk.scope.kind === 'function' && part === root) {
    walk.scope.locals.add(textOf(walk, root));
  }
}

/** `x += 1`: reads, then binds a name or changes a part. */
export function visitAugmented(walk: Walk, node: Syntax): void {
  const [target, , ...value] = node.children;
  const isName = target?.name === 'VariableName';
  if (target && isName) {
    read(walk, target, null);
  }
  value.forEach(part => walk.expression(walk, part));
  if (target && isName) {
    const name = textOf(walk, target);
    bind(walk, { name, kind: 'augmented-assignment', range: rangeOf(target) });
  } else if (target) {
    visitPart(walk, target, { isReplacement: false });
  }
}

/** `del x` removes a name, `del x[0]` changes a value. */
export function visitDelete(walk: Walk, node: Syntax): void {
  node.children.slice(1).forEach(child => visitDeleted(walk, child));
}

function visitDeleted(walk: Walk, node: Syntax): void {
  const { root, steps } = accessOf(walk, node);
  if (steps.length > 0) {
    visitPart(walk, node, { isReplacement: false });
  } else if (root.name === 'VariableName') {
    deleteName(walk, root);
  } else if (refuseTarget(walk, root)) {
    walk.expression(walk, root);
  } else {
    root.children.forEach(child => visitDeleted(walk, child));
  }
}

/** In a function `del` makes the name local, as a binding does. */
function deleteName(walk: Walk, node: Syntax): void {
  const name = textOf(walk, node);
  const range = rangeOf(node);
  const { scope } = walk;
  if (isTopLevel(walk)) {
    emit(walk, { type: 'delete', name, range, isCertain: true });
    return;
  }
  read(walk, node, null);
  if (scope.kind === 'function' && scope.globals.has(name)) {
    const isSure = isSurelyReached(walk);
    const how = { isCertain: true, isSure, isGlobal: true };
    emit(walk, { type: 'delete', name, range, ...how });
    setByFunction(walk, scope, { name, isBound: false });
  } else {
    bind(walk, { name, kind: 'assignment', range });
  }
}
