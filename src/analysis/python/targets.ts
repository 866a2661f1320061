// The left sides of assignments, loops and the like.

import type { BindingKind } from '../name-uses';

import { accessOf, partOf } from './access';
import { assignedSetting } from './display-options';
import { dottedAccess, stateOfAccess } from './effects';
import {
  bindByText,
  bindSomeNames,
  isOpenNamespace,
  namespaceItem
} from './namespace';
import { ofOwnClass } from './own-class';
import { refuseTarget } from './refusals';
import type { Syntax } from './syntax';
import { bind, rangeOf, read, textOf, touch, update, type Walk } from './walk';

/** Node names whose children are targets themselves. */
const containers = new Set([
  'TupleExpression',
  'ArrayExpression',
  'ParenthesizedExpression',
  '⚠'
]);

/** The names that a target binds; none for attributes and subscripts. */
export function namesOf(walk: Walk, target: Syntax): readonly string[] {
  if (target.name === 'VariableName') {
    return [textOf(walk, target)];
  }
  return containers.has(target.name)
    ? target.children.flatMap(child => namesOf(walk, child))
    : [];
}

/** Binds what a target binds, and changes what it changes. */
export function visitTarget(
  walk: Walk,
  target: Syntax,
  kind: BindingKind
): void {
  if (target.name === 'VariableName') {
    const name = textOf(walk, target);
    bind(walk, { name, kind, range: rangeOf(target) });
  } else if (target.name === 'MemberExpression') {
    visitPart(walk, target, { isReplacement: true });
  } else if (containers.has(target.name)) {
    target.children.forEach(child => visitTarget(walk, child, kind));
  } else if (refuseTarget(walk, target)) {
    walk.expression(walk, target);
  }
}

/** Changes an attribute or an item. What is replaced is one constant part, and the whole of it. */
export function visitPart(
  walk: Walk,
  target: Syntax,
  { isReplacement }: { readonly isReplacement: boolean }
): void {
  const { root, steps } = accessOf(walk, target);
  for (const step of steps) {
    if (step.kind === 'item') {
      step.index.forEach(part => walk.expression(walk, part));
    }
  }
  const own = ofOwnClass(walk, root, steps);
  if (own) {
    const path = partOf(walk, own.steps);
    const isWhole = isReplacement && path !== null && own.steps.length === 1;
    update(walk, {
      name: own.name,
      range: rangeOf(target),
      path,
      certainty: 'certain',
      isReplacement: isWhole
    });
  }
  if (root.name !== 'VariableName') {
    const name = namespaceItem(walk, root, steps);
    if (name !== null) {
      bindByText(walk, name, target);
    } else if (isOpenNamespace(walk, root)) {
      bindSomeNames(walk, root);
    } else {
      walk.expression(walk, root);
    }
    return;
  }
  const state = stateOfAccess(walk, root, steps);
  if (state) {
    read(walk, root, null);
    const dotted = dottedAccess(walk, root, steps) ?? '';
    const setting =
      state === 'display' && isReplacement
        ? assignedSetting(dotted, walk.source, target.to)
        : {};
    touch(walk, { state, action: 'update', ...setting }, target);
    return;
  }
  const path = partOf(walk, steps);
  update(walk, {
    name: textOf(walk, root),
    range: rangeOf(target),
    path,
    certainty: 'certain',
    isReplacement: isReplacement && path !== null && steps.length === 1
  });
}
