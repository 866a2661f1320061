// What a value that gets a name holds besides data: functions, and what a function gave back.
import { classDefinition, classMade } from './reference-classes';
import type { Frame } from './frame';
import { rNames } from './names';
import { optionsSetBy } from './options';
import type { RNode } from './syntax';

/** Notes that a name stands for what a function gave, or for functions that have names. */
export function noteGiven(frame: Frame, name: string, value: RNode): void {
  if (frame.parent !== null) {
    return;
  }
  const made = classMade(value);
  if (made) {
    frame.definitions.push(classDefinition(frame, name, made));
    return;
  }
  const callee = makerIn(value);
  if (callee === 'options' && value.kind === 'call') {
    frame.saved.set(name, optionsSetBy(value));
  }
  if (callee !== null && !rNames.has(callee)) {
    frame.given.set(name, callee);
    return;
  }
  const names = namesIn(value);
  if (names.length > 0) {
    frame.heldCode.push({
      name,
      names,
      body: null,
      isTable: value.kind === 'call',
      isMember: false
    });
  }
}

/** `make` in `make(…)`, `Account` in `Account$new(…)`. */
function makerIn(value: RNode): string | null {
  if (value.kind !== 'call') {
    return null;
  }
  const { callee } = value;
  if (callee.kind === 'member' && callee.object.kind === 'name') {
    return callee.name === 'new' ? callee.object.name : null;
  }
  return callee.kind === 'name' ? callee.name : null;
}

/** Names that stand for the value, or for the items of the list that it is. */
function namesIn(value: RNode): readonly string[] {
  if (value.kind === 'name') {
    return [value.name];
  }
  const copied = copiedIn(value);
  if (copied !== null) {
    return [copied];
  }
  const isHolder =
    value.kind === 'call' &&
    value.callee.kind === 'name' &&
    /^(?:c|list)$/.test(value.callee.name);
  return isHolder
    ? value.arguments.flatMap(one =>
        one.value?.kind === 'name' ? [one.value.name] : []
      )
    : [];
}

/** `a` in `a$copy()`. */
function copiedIn(value: RNode): string | null {
  return value.kind === 'call' &&
    value.callee.kind === 'member' &&
    /^(?:clone|copy)$/.test(value.callee.name) &&
    value.callee.object.kind === 'name'
    ? value.callee.object.name
    : null;
}
