// Ambient state that calls and attributes touch.

import type { AmbientState } from '../cell-analysis';

import type { Step } from './access';
import type { Arguments } from './arguments';
import { dottedName, type Callee } from './callees';
import {
  ambientStateOf,
  functionRule,
  methodEffect,
  methodKind
} from './knowledge';
import type { FunctionRule } from './knowledge/library';
import type { Syntax } from './syntax';
import { textOf, touch, type Walk } from './walk';

/** Tells what a call does to ambient state. */
export function touchByCall(
  walk: Walk,
  node: Syntax,
  { dotted, method }: Callee,
  given: Arguments
): void {
  const state = dotted === null ? undefined : ambientStateOf(dotted);
  if (state) {
    const isRead = methodKind(method ?? '') === 'pure';
    touch(walk, state, isRead ? 'read' : 'update', node);
    return;
  }
  const rule = dotted === null ? methodRule(method) : functionRule(dotted);
  if (rule?.effect && happens(walk, rule, given)) {
    touch(walk, rule.effect.state, rule.effect.action, node);
  }
}

function methodRule(method: string | null): FunctionRule | undefined {
  return method === null ? undefined : methodEffect(method);
}

/** Keywords decide: a seeded call draws nothing. */
function happens(walk: Walk, rule: FunctionRule, given: Arguments): boolean {
  const { unless, unlessArguments, onlyWith } = rule;
  const seed = unless === undefined ? undefined : given.keywords.get(unless);
  const isSeeded = seed !== undefined && textOf(walk, seed) !== 'None';
  const isGiven = unlessArguments === true && given.all.length > 0;
  const isAsked =
    onlyWith === undefined ||
    given.isOpen ||
    given.keywords.get(onlyWith)?.name === 'Boolean';
  return !isSeeded && !isGiven && isAsked;
}

/** The ambient state that an attribute or item is; undefined for values of the notebook's own. */
export function stateOfAccess(
  walk: Walk,
  root: Syntax,
  steps: readonly Step[]
): AmbientState | undefined {
  const end = steps.findIndex(step => step.kind === 'item');
  const dotted = dottedName(walk, root, end < 0 ? steps : steps.slice(0, end));
  return dotted === null ? undefined : ambientStateOf(dotted);
}
