// Adds events to what is known of a cell, one by one in the order of evaluation, with those of the bodies that a call runs.

import type { Effect } from '../effect';
import { givenPlace, isGivenIn } from '../given-path';

import { acceptUpdate } from './accept-updates';
import { builtinNames, isHistoryName } from './builtins';
import { flowFrom, flowInto, partKey } from './data-flow';
import { acceptUnknown, type Facts } from './facts';
import { bound, deleted, isFromOutside, stateOf, untouched } from './flow';
import { handoverOf, meets } from './received';
import type {
  BindEvent,
  CallEvent,
  DeleteEvent,
  Event,
  HandEvent,
  ReadEvent
} from './scope';

/** Takes one event that reached the top level of the cell. */
export function accept(facts: Facts, event: Event): void {
  switch (event.type) {
    case 'read':
      return acceptRead(facts, event);
    case 'bind':
      return acceptBind(facts, event);
    case 'delete':
      return acceptDelete(facts, event);
    case 'update':
      return acceptUpdate(facts, event);
    case 'call':
      return acceptCall(facts, event);
    case 'effect':
      return acceptEffect(facts, event.effect);
    case 'file':
      if (givenPlace(event.file.path) === null) {
        facts.files.push(event.file);
      }
      return;
    case 'hand':
      return acceptHandover(facts, event);
    case 'receive':
    case 'give':
  }
}

/** What a body does unless it is given something is told by the call that runs it. */
function acceptEffect(facts: Facts, effect: Effect): void {
  const { calledAt, effects } = facts;
  const { unlessGiven, countsUnseen } = effect;
  const isCounted =
    unlessGiven === undefined ||
    (calledAt
      ? !isGivenIn(unlessGiven, calledAt.given())
      : countsUnseen === true);
  if (!isCounted) {
    return;
  }
  facts.steps.current.effects.push(effects.length);
  if (effect.isGiven && calledAt) {
    facts.givenAt.set(effects.length, calledAt.at);
  }
  effects.push(unlessGiven ? withoutCondition(effect) : effect);
}

/** What it does, once it is told that it does. */
function withoutCondition({
  unlessGiven: _,
  countsUnseen: __,
  ...told
}: Effect): Effect {
  return told;
}

/** The name is gone from here on; one that may be deleted may be there. */
function acceptDelete(
  facts: Facts,
  { name, range, isCertain }: DeleteEvent
): void {
  acceptRead(facts, { type: 'read', name, range, path: null, isCertain });
  facts.deleted.add(name);
  if (isCertain && facts.branch === facts.root) {
    facts.bodies.delete(name);
  }
  const before = isCertain ? 0 : stateOf(facts.branch, name);
  facts.branch.states.set(name, before | deleted);
}

function acceptRead(facts: Facts, event: ReadEvent): void {
  const { name, range, path } = event;
  facts.steps.current.reads.push(name);
  facts.steps.current.readAt.push(range.from);
  const state = stateOf(facts.branch, name);
  if (!isFromOutside(state)) {
    flowFrom(facts.flow, name);
    return;
  }
  if (!event.isShape) {
    facts.flow.current.add(partKey(name, path));
  }
  if (isHistoryName(name)) {
    const reason = `What “${name}” holds depends on which cells ran before.`;
    acceptUnknown(facts, { range, reason, extent: 'results' });
  }
  if (builtinNames.has(name)) {
    facts.builtins.add(name);
  } else {
    const isCertain = event.isCertain && state === untouched;
    facts.references.push({ name, range, path, isCertain });
  }
}

function acceptBind(facts: Facts, event: BindEvent): void {
  const { name, range, kind, isCertain } = event;
  facts.bindings.push({ name, kind, range, isCertain });
  facts.steps.current.targets.push(name);
  if (isCertain && facts.branch === facts.root) {
    facts.bodies.delete(name);
  }
  flowInto(facts.flow, name, isCertain);
  const before = isCertain ? 0 : stateOf(facts.branch, name);
  facts.branch.states.set(name, before | bound);
}

function acceptCall(facts: Facts, event: CallEvent): void {
  const { name } = event;
  const body = facts.bodies.get(name);
  const state = stateOf(facts.branch, name);
  if (isFromOutside(state) && !builtinNames.has(name)) {
    facts.calls.add(name);
  }
  if (!body || facts.running.has(name)) {
    return;
  }
  const isSure = event.isSure === true && state === bound;
  const { calledAt } = facts;
  facts.calledAt = event.site ?? null;
  facts.running.add(name);
  for (const step of body) {
    if (facts.replaysLeft > 0) {
      facts.replaysLeft -= 1;
      if (isChance(step) && step.of && facts.isDormant(step.of)) {
        continue;
      }
      accept(facts, isSure ? asReached(step) : withDoubt(step));
    }
  }
  facts.running.delete(name);
  facts.calledAt = calledAt;
}

/** True for a draw, and for a look at the clock. */
function isChance(event: Event): boolean {
  return (
    event.type === 'effect' && /^(?:random|clock|day)$/.test(event.effect.state)
  );
}

/** A callable of the cell's own does to the value what it does to the parameter; of others the reader finds out. */
function acceptHandover(facts: Facts, event: HandEvent): void {
  const { callee, name, path, range, from } = event;
  if (callee === null || from) {
    return;
  }
  const body = facts.bodies.get(callee);
  if (!body) {
    facts.handovers.push(handoverOf(event));
    return;
  }
  const entry = `${callee}(${event.place})`;
  if (facts.running.has(entry)) {
    return;
  }
  facts.running.add(entry);
  for (const step of body) {
    if (facts.replaysLeft > 0) {
      facts.replaysLeft -= 1;
      if (step.type === 'receive' && meets(event, step.received)) {
        const { certainty } = step.received;
        const isReplacement = path === null && step.received.isReplacement;
        acceptUpdate(facts, {
          type: 'update',
          name,
          range,
          path: path ?? step.received.path,
          certainty,
          isReplacement
        });
      } else if (step.type === 'hand' && step.from && meets(event, step.from)) {
        acceptHandover(facts, {
          ...step,
          callee: step.callee ?? (path === null ? name : null),
          name,
          path: path ?? step.path,
          range,
          from: undefined
        });
      }
    }
  }
  facts.running.delete(entry);
}

/** The event as something that may happen. */
export function withDoubt(event: Event): Event {
  switch (event.type) {
    case 'read':
      return { ...event, isCertain: false };
    case 'bind':
    case 'delete':
      return { ...event, isCertain: false, isSure: false };
    default:
      return asPossible(event);
  }
}

/** The event of a body that does not surely run when its name is called. */
export function asPossible(event: Event): Event {
  return 'isSure' in event ? { ...event, isSure: false } : event;
}

/** The event of a body that runs now. */
function asReached(event: Event): Event {
  switch (event.type) {
    case 'read':
      return { ...event, isCertain: false };
    case 'bind':
    case 'delete':
      return { ...event, isCertain: event.isSure === true };
    default:
      return event;
  }
}
