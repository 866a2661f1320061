// Calls of R: what the function's name tells, and what its arguments are.
import { bodyOf, readBody } from './bodies';
import type { Frame } from './frame';
import {
  contested,
  effects,
  files,
  inPlace,
  masking,
  opaque,
  plotting,
  quoting,
  scoping,
  trying
} from './knowledge';
import { rNames } from './names';
import { rangeOf, type RNode, type RNodeOf } from './syntax';

type Call = RNodeOf<'call'>;

/** Visits a call. */
export function visitCall(frame: Frame, call: Call): void {
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
  noteEffects(frame, name, call);
  visitArguments(frame, name, call);
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
  list.forEach(({ value }) => frame.visit(value));
  frame.visit(callee);
  if (callee.kind === 'member' && callee.object.kind === 'name') {
    frame.changeInPlace(callee.object.name, rangeOf(callee), 'possible');
  }
}

/** Functions whose arguments are no values. True when the call needs no more looking at. */
function isSpecial(frame: Frame, name: string, call: Call): boolean {
  const first = call.arguments[0]?.value;
  const word = wordOf(first);
  if (frame.bound.has(name) || quoting.has(name)) {
    return quoting.has(name);
  }
  switch (name) {
    case 'library':
    case 'require':
    case 'requireNamespace':
    case 'loadNamespace':
      if (word !== null) {
        frame.load(word, rangeOf(call));
        noteEffects(frame, name, call);
      }
      return true;
    case 'rm':
    case 'remove':
      removeNames(frame, call);
      return true;
    case 'data':
      call.arguments.forEach(({ name: own, value }) => {
        const bound = own === null ? wordOf(value) : null;
        if (bound !== null) {
          frame.bind(bound, 'import', rangeOf(call));
        }
      });
      return true;
    case 'assign':
      assignByName(frame, call);
      return true;
    case 'get':
    case 'get0':
    case 'exists':
    case 'mget':
      if (first?.kind === 'string') {
        frame.maybe(() => frame.read(first.text, rangeOf(call)));
        return true;
      }
      cloud(frame, call, 'It reads a name that is not written here.');
      return false;
    default:
      return false;
  }
}

function removeNames(frame: Frame, call: Call): void {
  for (const { name, value } of call.arguments) {
    const word = wordOf(value);
    if (name === null && word !== null) {
      frame.remove(word);
    } else if (name === 'list') {
      cloud(frame, call, 'It removes names that are not written here.');
    }
  }
}

function assignByName(frame: Frame, call: Call): void {
  const [first, second, ...rest] = call.arguments;
  frame.visit(second?.value);
  rest.forEach(({ value }) => frame.visit(value));
  const isElsewhere = rest.length > 0;
  if (first?.value?.kind === 'string' && !isElsewhere) {
    frame.bind(first.value.text, 'assignment', rangeOf(call));
  } else {
    frame.visit(first?.value);
    cloud(frame, call, 'It binds a name that is not written here.');
    frame.bindsUnknown = true;
  }
}

function cloud(frame: Frame, call: Call, reason: string): void {
  frame.unanalysed.push({ range: rangeOf(call), reason });
}

function noteCallee(frame: Frame, name: string, callee: RNode): void {
  if (callee.kind === 'qualified') {
    frame.visit(callee);
    return;
  }
  if (frame.bound.has(name)) {
    return;
  }
  const known = frame.doubt;
  // An unbound name in front of brackets is a package's function more often than a variable that is missing.
  frame.doubt++;
  frame.read(name, rangeOf(callee));
  frame.doubt = known;
  if (!rNames.has(name)) {
    frame.calls.add(name);
  }
  if (!rNames.has(name) || contested.has(name)) {
    const range = rangeOf(callee);
    frame.effects.push({ state: 'path', action: 'read', range });
  }
}

function noteEffects(frame: Frame, name: string, call: Call): void {
  const range = rangeOf(call);
  const effect = effects.get(name);
  if (effect !== undefined) {
    const [state, action] = effect;
    const isQuery = name === 'options' && call.arguments.length === 0;
    const stream = state === 'random' ? ({ stream: 'random' } as const) : {};
    frame.effects.push({
      state,
      action: isQuery ? 'read' : action,
      range,
      ...stream
    });
  }
  if (plotting.has(name)) {
    frame.effects.push({ state: 'plotting', action: 'read', range });
  }
  const reason = opaque.get(name);
  if (reason !== undefined) {
    frame.unanalysed.push({ range, reason });
    frame.bindsUnknown = true;
  }
  const first = call.arguments[0]?.value;
  if (inPlace.has(name) && first?.kind === 'name') {
    frame.changeInPlace(first.name, rangeOf(call), 'known');
  }
  noteFile(frame, name, call);
}

function noteFile(frame: Frame, name: string, call: Call): void {
  const file = files.get(name);
  if (file === undefined) {
    return;
  }
  const [place, ...names] = file.argument;
  const byName = call.arguments.find(argument =>
    names.includes(argument.name ?? '')
  );
  const unnamed = call.arguments.filter(argument => argument.name === null);
  const value = (byName ?? unnamed[place])?.value;
  if (value?.kind === 'string' && !/^[a-z]+:\/\//i.test(value.text)) {
    const { action } = file;
    frame.files.push({ path: value.text, action, range: rangeOf(call) });
  } else if (value?.kind === 'string') {
    const range = rangeOf(call);
    frame.effects.push({ state: 'network', action: 'read', range });
  }
}

function visitArguments(frame: Frame, name: string, call: Call): void {
  const isKnown = rNames.has(name) && !frame.bound.has(name);
  const [first, ...rest] = call.arguments;
  if (isKnown && scoping.has(name)) {
    if (name !== 'local') {
      frame.visit(first?.value);
    }
    readBody(frame, scopeOf(frame, call));
  } else if (isKnown && trying.has(name)) {
    frame.maybe(() => frame.visitAll(call.arguments));
  } else if (isKnown && !masking.has(name)) {
    frame.visitAll(call.arguments);
  } else {
    // The first argument is the data; names in the others may be its columns.
    frame.visit(first?.value);
    frame.maybe(() => frame.visitAll(rest));
  }
}

/** What arguments do that run in a scope of their own. */
function scopeOf(frame: Frame, call: Call): Frame {
  const place = rangeOf(call);
  const statements = call.arguments.flatMap(({ value }) => value ?? []);
  const body = { kind: 'block', statements, ...place } as const;
  return bodyOf(frame, { kind: 'function', parameters: [], body, ...place });
}

/** A name or a string, as `library` takes either. */
function wordOf(value: RNode | null | undefined): string | null {
  if (value?.kind === 'name') {
    return value.name;
  }
  return value?.kind === 'string' ? value.text : null;
}
