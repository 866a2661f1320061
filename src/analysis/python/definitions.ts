// Callables that the cell binds, with what their bodies do.

import type {
  Definition,
  Handover,
  ReceivedUpdate,
  Touch
} from '../definition';
import type { FileAccess } from '../effect';
import type { Range } from '../name-uses';

import { asPossible } from './accept-events';
import { builtinNames } from './builtins';
import type { Facts } from './facts';
import { handoverOf } from './received';
import type { Event } from './scope';

/** Notes that a name now stands for code that does this when it is called. */
export function addDefinition(
  facts: Facts,
  { name, range, leadsTo }: Defined,
  events: readonly Event[]
): void {
  const former =
    facts.branch === facts.root ? undefined : facts.bodies.get(name);
  facts.bodies.set(
    name,
    former ? [...former, ...events].map(asPossible) : events
  );
  facts.definitions.push({ ...definitionOf(name, events, leadsTo), range });
}

/** A callable where it stands. */
export type Defined = {
  readonly name: string;
  readonly range: Range;
  /** Up to here its body is sure to get, statement after statement; missing where that is not known. */
  readonly leadsTo?: number;
};

/** What code that a name stands for does when it is called. */
export function definitionOf(
  name: string,
  events: readonly Event[],
  leadsTo = 0
): Definition {
  const touches = new Map<string, Touch>();
  const references = new Set<string>();
  const builtins = new Set<string>();
  const bindings = new Set<string>();
  const updates: Definition['updates'][number][] = [];
  const effects: Definition['effects'][number][] = [];
  const files: FileAccess[] = [];
  const received: ReceivedUpdate[] = [];
  const handovers: Handover[] = [];
  let gives: Definition | undefined;
  for (const event of events) {
    const touch = touchOf(event, leadsTo);
    if (touch) {
      const id = `${touch.kind} ${touch.name}`;
      touches.set(id, touches.get(id) ?? touch);
    }
    if (event.type === 'effect') {
      if (!event.effect.isHere) {
        effects.push(event.effect);
      }
    } else if (event.type === 'give') {
      gives = definitionOf(name, event.events);
    } else if (event.type === 'file') {
      files.push(event.file);
    } else if (event.type === 'receive') {
      received.push(event.received);
    } else if (event.type === 'hand') {
      handovers.push(handoverOf(event));
    } else if (event.type === 'bind' || event.type === 'delete') {
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
    touches: [...touches.values()],
    updates,
    effects,
    files,
    received,
    handovers,
    ...(gives && { gives })
  };
}

function touchOf(event: Event, leadsTo: number): Touch | null {
  switch (event.type) {
    case 'read':
    case 'update':
    case 'call':
      return { kind: 'read', name: event.name };
    case 'bind': {
      const { name, isCertain, range } = event;
      return isCertain && range.to <= leadsTo ? { kind: 'set', name } : null;
    }
    default:
      return null;
  }
}
