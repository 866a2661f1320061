// What a body does to its parameters, as long as they stand for what the caller handed over.

import type { Handover, ReceivedUpdate } from '../definition';

import type { Event, FunctionScope, HandEvent } from './scope';

/** The event as the scope keeps it, with what it says about a parameter. */
export function asReceived(
  scope: FunctionScope,
  event: Event
): readonly Event[] {
  const name = 'name' in event ? event.name : null;
  const place = name === null ? undefined : scope.parameters.get(name);
  if (name === null || place === undefined) {
    return [event];
  }
  const from = { parameter: name, place, method: null };
  if (event.type === 'hand') {
    const callee = event.callee === name ? null : event.callee;
    return [{ ...event, callee, from }];
  }
  if (event.type !== 'update' || event.certainty === 'possible') {
    return [event];
  }
  const { path, certainty, isReplacement } = event;
  const received = { ...from, path, certainty, isReplacement };
  return [event, { type: 'receive', received }];
}

/** What a body says of its own parameters, or of what it gives back; it means nothing to the code around. */
export function isAboutParameters(event: Event): boolean {
  return (
    event.type === 'receive' ||
    event.type === 'give' ||
    (event.type === 'hand' && event.from !== undefined)
  );
}

/** What a function's body does, as a method of a class. */
export function asMethod(event: Event, method: string): Event {
  if (event.type === 'receive') {
    const received = { ...event.received, method };
    return { ...event, received, of: method };
  }
  return event.type === 'hand' && event.from
    ? { ...event, from: { ...event.from, method }, of: method }
    : { ...event, of: method };
}

/** The event as readers of the analysis know it. */
export function handoverOf(event: HandEvent): Handover {
  const { callee, method, name, path, place, range, from } = event;
  return { callee, method, name, path, place, range, from };
}

/** True when a change is made to what is handed over in this place. */
export function meets(
  { method, place }: Pick<HandEvent, 'method' | 'place'>,
  received: Pick<ReceivedUpdate, 'parameter' | 'place' | 'method'>
): boolean {
  const isNamed = place === received.parameter;
  return method === received.method && (isNamed || place === received.place);
}
