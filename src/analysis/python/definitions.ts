// Callables that the cell binds, with what their bodies do.

import type { Definition, Handover, ReceivedUpdate } from '../definition';
import type { FileAccess } from '../effect';
import type { Range } from '../name-uses';

import { builtinNames } from './builtins';
import type { Facts } from './facts';
import { handoverOf } from './received';
import type { Event } from './scope';

/** Notes that a name now stands for code that does this when it is called. */
export function addDefinition(
  facts: Facts,
  { name, range }: { readonly name: string; readonly range: Range },
  events: readonly Event[]
): void {
  facts.bodies.set(name, events);
  facts.definitions.push({ ...definitionOf(name, events), range });
}

/** What code that a name stands for does when it is called. */
export function definitionOf(
  name: string,
  events: readonly Event[]
): Definition {
  const references = new Set<string>();
  const builtins = new Set<string>();
  const bindings = new Set<string>();
  const updates: Definition['updates'][number][] = [];
  const effects: Definition['effects'][number][] = [];
  const files: FileAccess[] = [];
  const received: ReceivedUpdate[] = [];
  const handovers: Handover[] = [];
  for (const event of events) {
    if (event.type === 'effect') {
      effects.push(event.effect);
    } else if (event.type === 'file') {
      files.push(event.file);
    } else if (event.type === 'receive') {
      received.push(event.received);
    } else if (event.type === 'hand') {
      handovers.push(handoverOf(event));
    } else if (event.type === 'bind') {
      bindings.add(event.name);
    } else if (builtinNames.has(event.name)) {
      builtins.add(event.name);
    } else {
      references.add(event.name);
      if (event.type === 'update') {
        const { range, path, certainty, isReplacement } = event;
        updates.push({
          name: event.name,
          range,
          path,
          certainty,
          isReplacement
        });
      }
    }
  }
  return {
    name,
    references: [...references],
    builtinReferences: [...builtins].sort(),
    bindings: [...bindings],
    updates,
    effects,
    files,
    received,
    handovers
  };
}
