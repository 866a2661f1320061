// Values on their way into callables: what a body does to its parameters, and who hands what to whom.

import type { ReceivedUpdate } from '../cell-analysis';

import { accessOf, partOf } from './access';
import type { Arguments } from './arguments';
import type { Callee } from './callees';
import type { Event, FunctionScope, HandEvent } from './scope';
import { emit, rangeOf, textOf, type Walk } from './walk';

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
    return callee !== null || place === 0 ? [{ ...event, callee, from }] : [];
  }
  if (event.type !== 'update' || event.certainty === 'possible') {
    return [event];
  }
  const { path, certainty, isReplacement } = event;
  const received = { ...from, path, certainty, isReplacement };
  return [event, { type: 'receive', received }];
}

/** What a body says of its own parameters; it means nothing to the code around. */
export function isAboutParameters(event: Event): boolean {
  return (
    event.type === 'receive' ||
    (event.type === 'hand' && event.from !== undefined)
  );
}

/** What a function's body says of its parameters, as a method of a class. */
export function asMethod(event: Event, method: string): Event {
  if (event.type === 'receive') {
    return { ...event, received: { ...event.received, method } };
  }
  return event.type === 'hand' && event.from
    ? { ...event, from: { ...event.from, method } }
    : event;
}

/** Tells what a call hands to a callable or to a method of a named value. */
export function handOver(
  walk: Walk,
  { root, owner, method, dotted }: Callee,
  given: Arguments
): void {
  if (root.name !== 'VariableName' || owner.length > 0 || dotted !== null) {
    return;
  }
  const callee = textOf(walk, root);
  const hand = (value: Omit<HandEvent, 'type' | 'callee' | 'method'>): void =>
    emit(walk, { type: 'hand', callee, method, ...value });
  if (method !== null) {
    hand({ name: callee, path: null, place: 0, range: rangeOf(root) });
  }
  const first = method === null ? 0 : 1;
  const places: (readonly [number | string, Arguments['all'][number]])[] = [
    ...given.positional.map((node, index) => [first + index, node] as const),
    ...given.keywords
  ];
  for (const [place, node] of places) {
    const value = accessOf(walk, node);
    if (value.root.name === 'VariableName') {
      const name = textOf(walk, value.root);
      const path = partOf(walk, value.steps);
      hand({ name, path, place, range: rangeOf(value.root) });
    }
  }
}

/** True when a change is made to what is handed over in this place. */
export function meets(
  { method, place }: Pick<HandEvent, 'method' | 'place'>,
  received: Pick<ReceivedUpdate, 'parameter' | 'place' | 'method'>
): boolean {
  const isNamed = place === received.parameter;
  return method === received.method && (isNamed || place === received.place);
}
