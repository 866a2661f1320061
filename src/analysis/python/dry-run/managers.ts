// `with`, for managers whose classes the notebook defines.

import type { Syntax } from '../syntax';

import { lookUp } from './classes';
import { evaluate, need, type Place } from './expressions';
import { run, type End } from './statements';
import { assign } from './targets';
import { is, Lost, Raised, type Value } from './values';

/** Enters, runs the body, and leaves; what a manager makes of an error is not followed. */
export function manage(place: Place, children: readonly Syntax[]): End {
  const { machine } = place;
  const [first, manager, as, target, colon] = children;
  const body = children[children.length - 1];
  const isBound = as?.name === 'as' && colon?.name === 'Body';
  if (first?.name !== 'with' || !(isBound || as?.name === 'Body')) {
    throw new Lost('with');
  }
  const value = evaluate(place, need(manager));
  const [enter, leave] = ['__enter__', '__exit__'].map(name =>
    is(value, 'instance') ? lookUp(value.class, name) : undefined
  );
  if (!is(enter, 'function') || !is(leave, 'function')) {
    throw new Lost('with');
  }
  const entered = machine.call(enter, [value]);
  if (isBound) {
    assign(place, [need(target)], entered);
  }
  const end = followed(() => run(place, body?.children ?? []));
  machine.call(leave, [value, null, null, null] satisfies Value[]);
  return end;
}

function followed(body: () => End): End {
  try {
    return body();
  } catch (error) {
    throw error instanceof Raised ? new Lost('with') : error;
  }
}
