// What a magic does, told to the walk.

import type { Range } from '../name-uses';

import type { MagicFacts } from './magic-facts';
import { bind, emit, giveUp, textOf, touch, type Walk } from './walk';

/** Takes a magic as if it were a statement. What it reads it may do without. */
export function applyMagic(
  walk: Walk,
  { range, facts }: { readonly range: Range; readonly facts: MagicFacts }
): void {
  for (const name of facts.reads) {
    emit(walk, {
      type: 'read',
      name: textOf(walk, name),
      range: name,
      path: null,
      isCertain: false
    });
  }
  for (const name of facts.binds) {
    bind(walk, { name: textOf(walk, name), kind: 'magic', range: name });
  }
  facts.effects.forEach(effect => touch(walk, effect, range));
  for (const file of facts.files) {
    emit(walk, { type: 'file', file: { ...file, range } });
  }
  walk.facts.takesFiles ||= facts.takesFiles === true;
  walk.facts.listsNames ||= facts.listsNames === true;
  walk.facts.bindsUnknown ||= facts.bindsUnknown;
  if (facts.star !== undefined) {
    const module = facts.star;
    walk.facts.imports.push({ module, name: null, dotted: module, range });
  }
  if (facts.reason !== null) {
    giveUp(
      walk,
      range,
      facts.reason,
      facts.star === undefined ? undefined : 'bindings'
    );
  }
}
