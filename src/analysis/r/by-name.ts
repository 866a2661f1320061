// Names of R that calls bind and read by their texts, in the notebook and in environments.
import type { Frame } from './frame';
import { rangeOf, type RArgument, type RNode, type RNodeOf } from './syntax';
import { areTexts, textsIn } from './texts-in';

type Call = RNodeOf<'call'>;

/** `assign("a", 1)`, `assign("a", 1, envir = e)`. */
export function assignByName(frame: Frame, call: Call): void {
  const [first, second, ...rest] = call.arguments;
  frame.visit(second?.value);
  const texts = first?.value ? constantsOf(frame, first.value) : null;
  const place = environmentIn(rest);
  const range = rangeOf(call);
  frame.visit(first?.value);
  if (place?.kind === 'name' && place.name !== '.GlobalEnv') {
    setInEnvironment(frame, place.name, texts, call);
  } else if (texts === null) {
    frame.bindsUnknown = true;
    const reason = 'It binds a name that is not written here.';
    frame.unanalysed.push({ range, reason, extent: 'bindings' });
  } else if (frame.parent !== null && place !== null) {
    texts.forEach(text => frame.globals.set(text, range));
  } else {
    texts.forEach(text => frame.bind(text, 'assignment', range));
  }
}

function setInEnvironment(
  frame: Frame,
  name: string,
  texts: readonly string[] | null,
  call: Call
): void {
  if (frame.bound.has(name)) {
    frame.changed.add(name);
    return;
  }
  for (const text of texts ?? [null]) {
    const path = text === null ? null : `[${JSON.stringify(text)}]`;
    frame.update({
      name,
      range: rangeOf(call),
      path,
      certainty: 'certain',
      isReplacement: path !== null
    });
  }
}

/** The environment that a call names; null where it is the one in which the call stands. */
function environmentIn(rest: readonly RArgument[]): RNode | null {
  const given = rest.find(
    ({ name }) => name === null || /^(?:envir|pos|where)$/.test(name)
  );
  const value = given?.value ?? null;
  const isHere =
    value?.kind === 'call' &&
    value.callee.kind === 'name' &&
    value.callee.name === 'environment' &&
    value.arguments.length === 0;
  return isHere ? null : value;
}

/** Names that are read by their texts, or of which it is asked whether they are there. True where it is told which. */
export function readByName(frame: Frame, name: string, call: Call): boolean {
  const [first, ...rest] = call.arguments;
  const range = rangeOf(call);
  const texts = first?.value ? constantsOf(frame, first.value) : null;
  const place = environmentIn(rest);
  if (place?.kind === 'name' && place.name !== '.GlobalEnv') {
    frame.visit(first?.value);
    const [text] = texts ?? [];
    const path = text === undefined ? null : `[${JSON.stringify(text)}]`;
    frame.read(place.name, rangeOf(place), path);
    return true;
  }
  if (texts === null) {
    frame.effects.push({ state: 'names', action: 'read', range });
    frame.unanalysed.push({
      range,
      reason: 'It reads a name that is not written here.',
      extent: 'reads'
    });
    return false;
  }
  if (name === 'exists') {
    texts.forEach(text => frame.ask(text));
  } else {
    frame.maybe(() => texts.forEach(text => frame.read(text, range)));
  }
  return true;
}

/** The texts that an expression may stand for, where it is made of constants; null where that is not told. */
export function constantsOf(
  frame: Frame,
  value: RNode
): readonly string[] | null {
  if (value.kind === 'string') {
    return [value.text];
  }
  if (value.kind === 'name') {
    return frame.turns.get(value.name) ?? null;
  }
  return areTexts(value) ? textsIn(value) : null;
}
