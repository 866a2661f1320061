// Calls: what runs, what may change, and which ambient state is touched.

import type { Given } from '../given-texts';
import type { Update } from '../name-uses';

import { partOf } from './access';
import { argumentsOf, carriersOf, type Arguments } from './arguments';
import { calleeOf, type Callee } from './callees';
import { changesTo, possibleChanges } from './changes';
import { visitComprehension } from './comprehensions';
import { noteDay } from './days';
import { touchByCall } from './effects';
import { readTexts } from './handed-texts';
import { handOver } from './handovers';
import { givenBy } from './not-given';
import { functionRule, isPureLibrary, methodKind } from './knowledge';
import { consumingBuiltins, inertBuiltins } from './knowledge/builtins';
import { changesOfMethod } from './methods';
import { isNamespaceCall } from './namespace';
import { itemBefore } from './neighbours';
import { refuseOrder } from './refusals';
import { visitSpecialCall } from './special-calls';
import { childNamed, type Syntax } from './syntax';
import { touchTimes } from './timed-attributes';
import {
  bind,
  call,
  isTopLevel,
  rangeOf,
  read,
  textOf,
  update,
  type Walk
} from './walk';
import { wordSet } from './word-set';

/** Visits the callee, then the arguments, then tells what the call does. */
export function visitCall(walk: Walk, node: Syntax): void {
  const [target] = node.children;
  if (!target) {
    return;
  }
  const isDiscarded = walk.discarded === node;
  const list = childNamed(node, 'ArgList');
  const callee = calleeOf(walk, target);
  const given = argumentsOf(walk, list);
  const changes = changesOf(walk, callee, given, isDiscarded);
  noteDay(walk, callee.root, callee.method, given.positional[0]);
  if (isTopLevel(walk) && !isKnown(callee)) {
    walk.facts.steps.current.unknown.push(nameOf(walk, callee));
  }
  visitCallee(walk, callee, target, {
    changes,
    given: () => givenBy(walk, list, given)
  });
  if (EVALUATING.has(callee.dotted ?? '')) {
    given.all
      .filter(argument => isNamespaceCall(walk, argument))
      .forEach(({ from }) => walk.spaces.add(from));
  }
  if (list) {
    walk.asksShape = callee.dotted === 'builtins.len';
    visitArguments(walk, list);
    walk.asksShape = false;
  }
  callWith(walk, callee, given);
  touchTimes(walk, node, callee.owner);
  touchByCall(walk, node, callee, given);
  changes.forEach(change => update(walk, change));
  handOver(walk, callee, given);
  visitSpecialCall(walk, node, callee, given);
  readTexts(walk, callee, given);
}

/** `load_digits`, `datasets.load_digits`: how what is called is written; empty where that is more than names. */
function nameOf(walk: Walk, { root, owner, method }: Callee): string {
  const attributes = owner.map(step =>
    step.kind === 'attribute' ? step.name : null
  );
  return root.name !== 'VariableName' || attributes.includes(null)
    ? ''
    : [
        textOf(walk, root),
        ...attributes,
        ...(method === null ? [] : [method])
      ].join('.');
}

/** What is given a namespace to run texts in. */
const EVALUATING = wordSet('builtins.eval builtins.exec builtins.execfile');

/** A receiver that is surely changed is read as part of the change. */
function visitCallee(
  walk: Walk,
  callee: Callee,
  target: Syntax,
  {
    changes,
    given
  }: { readonly changes: readonly Update[]; readonly given: () => Given }
): void {
  const { root, owner } = callee;
  if (root.name !== 'VariableName') {
    walk.expression(walk, target);
    return;
  }
  const isChanged = changes.some(
    ({ range, certainty }) =>
      range.from === root.from && certainty !== 'possible'
  );
  if (!isChanged) {
    read(walk, root, partOf(walk, owner));
  }
  for (const step of owner) {
    if (step.kind === 'item') {
      step.index.forEach(part => walk.expression(walk, part));
    }
  }
  const isDirect = root === target;
  call(
    walk,
    textOf(walk, root),
    isDirect ? { at: root.from, given } : undefined
  );
}

/** Visits the arguments of a call in order. */
export function visitArguments(walk: Walk, list: Syntax): void {
  const parts = list.children.slice(1, -1);
  if (parts.some(part => part.name === 'for')) {
    visitComprehension(walk, parts);
    return;
  }
  refuseOrder(walk, parts);
  parts.forEach((part, index) => {
    if (parts[index + 1]?.name === 'AssignOp') {
      return;
    }
    walk.expression(walk, part);
    const sign = itemBefore(parts, index);
    const target = itemBefore(parts, index, 2);
    if (target && sign?.name === 'AssignOp' && textOf(walk, sign) === ':=') {
      const name = textOf(walk, target);
      bind(walk, { name, kind: 'named-expression', range: rangeOf(target) });
    }
  });
}

/** Whoever gets a function may call it. */
function callWith(walk: Walk, { dotted }: Callee, given: Arguments): void {
  const isInert = dotted !== null && inertBuiltins.has(withoutBuiltins(dotted));
  if (isInert) {
    return;
  }
  for (const argument of given.all) {
    for (const { root } of carriersOf(walk, argument)) {
      call(walk, textOf(walk, root));
    }
  }
}

/** `builtins.len` under its own name. */
function withoutBuiltins(dotted: string): string {
  return dotted.startsWith('builtins.') ? dotted.slice(9) : dotted;
}

/** True for functions and methods of which it is known what they do besides returning a value. */
function isKnown({ dotted, method }: Callee): boolean {
  return dotted === null
    ? method !== null && methodKind(method) !== undefined
    : functionRule(dotted) !== undefined || isPureLibrary(dotted);
}

function changesOf(
  walk: Walk,
  callee: Callee,
  given: Arguments,
  isDiscarded: boolean
): readonly Update[] {
  const { dotted, root, owner, method } = callee;
  if (dotted !== null) {
    return changesOfFunction(walk, dotted, given);
  }
  if (method === null) {
    return possibleChanges(walk, given);
  }
  const receiver =
    root.name === 'VariableName'
      ? {
          name: textOf(walk, root),
          range: rangeOf(root),
          path: partOf(walk, owner)
        }
      : null;
  return changesOfMethod(walk, { receiver, method, given, isDiscarded });
}

/** A function of a library. */
function changesOfFunction(
  walk: Walk,
  dotted: string,
  given: Arguments
): readonly Update[] {
  const rule = functionRule(dotted);
  const known = (rule?.changes ?? []).flatMap(position =>
    changesTo(walk, given.positional[position], {
      certainty: 'known',
      isReplacement: false
    })
  );
  const out = changesTo(walk, given.keywords.get('out'), {
    certainty: 'known',
    isReplacement: false
  });
  const isConsuming = consumingBuiltins.has(withoutBuiltins(dotted));
  const isSafe = rule !== undefined || isPureLibrary(dotted);
  const possible = isSafe && !isConsuming ? [] : possibleChanges(walk, given);
  return [...known, ...out, ...possible];
}
