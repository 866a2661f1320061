// Calls of R: what the function's name tells, and what its arguments are.
import { hand, runOwn } from './bodies';
import { CALLED } from './closures';
import { noteMoving } from './connections';
import { noteFiles } from './file-calls';
import type { Frame } from './frame';
import { handAll, visitArguments } from './given-arguments';
import { noteHandedDraw } from './handed-draws';
import {
  contested,
  effects,
  inPlace,
  plotting,
  quoting,
  seeding
} from './knowledge';
import { noteOpaque, noteOpaqueHanded } from './opaque-calls';
import { noteOptions } from './options';
import { rNames } from './names';
import { rangeOf, type RNode, type RNodeOf } from './syntax';
import { noteRefit } from './refits';
import { visitSpecial } from './special-calls';
import { isDateAlone, noteDays } from './times';

type Call = RNodeOf<'call'>;

/** Visits a call. */
export function visitCall(frame: Frame, call: Call): void {
  const { calledAt } = frame;
  frame.calledAt = rangeOf(call);
  visitCalled(frame, call);
  frame.calledAt = calledAt;
}

function visitCalled(frame: Frame, call: Call): void {
  const { callee } = call;
  const name = nameOf(callee);
  if (name === null) {
    visitUnnamed(frame, call);
    return;
  }
  if (isSpecial(frame, name, call)) {
    return;
  }
  noteCallee(frame, name, callee);
  noteDays(frame, call);
  noteEffects(frame, name, call);
  const before = frame.effects.length;
  visitArguments(frame, name, call);
  if (seeding.has(name)) {
    const within = frame.effects.splice(before);
    frame.effects.push(...within.filter(({ state }) => state !== 'random'));
  }
  frame.hasAttached ||= name === 'attach' && frame.doubt === 0;
}

/** `f`, `"f"` and `package::f`; null for a function that is computed. */
function nameOf(callee: RNode): string | null {
  switch (callee.kind) {
    case 'name':
    case 'qualified':
      return callee.name;
    case 'string':
      return callee.text;
    default:
      return null;
  }
}

/** `object$method()` may change the object; `(function …)()` runs now. */
function visitUnnamed(frame: Frame, { callee, arguments: list }: Call): void {
  frame.visitAll(list);
  handAll(frame, list);
  frame.visit(callee);
  if (callee.kind !== 'member') {
    return;
  }
  const { object, name: method } = callee;
  const range = rangeOf(callee);
  if (object.kind === 'name') {
    hand(frame, object.name);
    frame.changeInPlace(object.name, range, 'possible');
    frame.handOver(object.name, method, 0, range);
    frame.handParameter(object.name, method, range);
  }
}

/** Functions whose arguments are no values. True when the call needs no more looking at. */
function isSpecial(frame: Frame, name: string, call: Call): boolean {
  if (frame.bound.has(name) || quoting.has(name)) {
    return quoting.has(name) && !frame.bound.has(name);
  }
  const told = visitSpecial(frame, name, call);
  if (told === 'loads') {
    frame.hasAttached ||= name !== 'detach';
    noteEffects(frame, name, call);
  }
  return told !== null || runsCode(frame, name, call);
}

/** `eval(quote(a + b))`, `eval(parse(text = "a + b"))`: the code is written here. */
function runsCode(frame: Frame, name: string, call: Call): boolean {
  const given = call.arguments[0]?.value;
  if (name !== 'eval' || call.arguments.length > 1 || given?.kind !== 'call') {
    return false;
  }
  const [first] = given.arguments;
  if (given.callee.kind !== 'name' || !first?.value) {
    return false;
  }
  if (given.callee.name === 'quote') {
    frame.visit(first.value);
    return true;
  }
  return false;
}

function noteCallee(frame: Frame, name: string, callee: RNode): void {
  const range = rangeOf(callee);
  frame.generics.add(name);
  if (callee.kind === 'qualified') {
    frame.visit(callee);
    return;
  }
  if (frame.bound.has(name)) {
    runOwn(frame, name);
    return;
  }
  // An unbound name in front of brackets is a package's function more often than a variable that is missing.
  frame.maybe(() => frame.read(name, range));
  frame.call(name);
  if (!rNames.has(name)) {
    frame.handOver(name, null, CALLED, range);
  }
  if (contested.has(name)) {
    frame.effects.push({ state: 'path', action: 'read', range });
  }
}

function noteEffects(frame: Frame, name: string, call: Call): void {
  const range = rangeOf(call);
  const effect = effects.get(name);
  if (effect !== undefined && !frame.hasBody(name)) {
    const [state, action] = effect;
    const isRandom = state === 'random';
    frame.effects.push({
      state: state === 'clock' && isDateAlone(frame, call) ? 'day' : state,
      action,
      range,
      ...(isRandom && { stream: 'random' as const })
    });
  }
  if (name === 'options') {
    noteOptions(frame, call);
  }
  if (plotting.has(name)) {
    frame.effects.push({ state: 'plotting', action: 'read', range });
  }
  noteOpaque(frame, name, range);
  noteOpaqueHanded(frame, name, call);
  const first = call.arguments[0]?.value;
  if (inPlace.has(name) && first?.kind === 'name') {
    frame.changeInPlace(first.name, range, 'known');
  }
  noteFiles(frame, name, call);
  noteMoving(frame, name, call);
  noteRefit(frame, name, call);
  noteHandedDraw(frame, name, call);
}
