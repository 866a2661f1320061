// What a value that gets a name holds besides data: functions, and what a function gave back.
import { bodyOf, definitionOf } from './bodies';
import { givenBack } from './closures';
import { connectionMade } from './connections';
import { classDefinition, classMade, classNamed } from './reference-classes';
import type { Frame } from './frame';
import { rNames } from './names';
import { optionsSetBy } from './options';
import { noteFit } from './refits';
import type { RNode, RNodeOf } from './syntax';

/** Notes that a name stands for what a function gave, or for functions that have names. */
export function noteGiven(frame: Frame, name: string, value: RNode): void {
  if (frame.parent !== null) {
    return;
  }
  noteFit(frame, name, value);
  const made = classMade(value);
  if (made) {
    frame.definitions.push(classDefinition(frame, name, made));
    return;
  }
  const connection = connectionMade(name, value);
  if (connection) {
    frame.heldCode.push({
      name,
      names: [],
      body: connection,
      isTable: false,
      isMember: false
    });
    return;
  }
  const local = localIn(value);
  if (local) {
    noteLocal(frame, name, local);
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

/** `make` in `make(…)`, `Account` in `Account$new(…)`, the class in `new("Account", …)`. */
function makerIn(value: RNode): string | null {
  if (value.kind !== 'call') {
    return null;
  }
  const { callee, arguments: list } = value;
  const [first] = list;
  if (
    callee.kind === 'name' &&
    callee.name === 'new' &&
    first?.value?.kind === 'string'
  ) {
    return classNamed(first.value.text);
  }
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

/** `local({ n <- 0; function() n <<- n + 1 })`, as the function that it calls at once; null for all else. */
function localIn(value: RNode): RNodeOf<'function'> | null {
  const isLocal =
    value.kind === 'call' &&
    value.callee.kind === 'name' &&
    value.callee.name === 'local';
  const body = isLocal ? value.arguments[0]?.value : null;
  return body ? { ...body, kind: 'function', parameters: [], body } : null;
}

/** A name stands for functions that keep what is local to them. */
function noteLocal(
  frame: Frame,
  name: string,
  node: RNodeOf<'function'>
): void {
  const body = bodyOf(frame, node);
  const received = givenBack(body, node);
  if (received) {
    frame.heldCode.push({
      name,
      names: [],
      body: { ...definitionOf(name, body), received },
      isTable: false,
      isMember: false
    });
  }
}
