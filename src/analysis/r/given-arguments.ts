// What calls of R do to their arguments: which are columns, which run in a scope of their own, which may be called.
import { bodyOf, hand, readBody } from './bodies';
import { visitModel } from './formulas';
import type { Frame } from './frame';
import { higher, masking, scoping, trying } from './knowledge';
import { rNames } from './names';
import { rangeOf, type RNode, type RNodeOf } from './syntax';
import { areTexts, textsIn } from './texts-in';

type Call = RNodeOf<'call'>;

/** Visits the arguments of a call of a name. */
export function visitArguments(frame: Frame, name: string, call: Call): void {
  const isOwn = frame.bound.has(name);
  const isKnown = rNames.has(name) && !isOwn;
  const [first, ...rest] = call.arguments;
  if (isKnown && visitModel(frame, name, call)) {
    return;
  }
  if (isKnown && scoping.has(name)) {
    if (name !== 'local') {
      frame.visit(first?.value);
    }
    readBody(frame, scopeOf(frame, call));
  } else if (isKnown && trying.has(name)) {
    frame.maybe(() => frame.visitAll(call.arguments));
  } else if ((isKnown && !masking.has(name)) || isOwn) {
    frame.visitAll(call.arguments);
  } else {
    // The first argument is the data; names in the others may be its columns.
    frame.visit(first?.value);
    frame.maybe(() => frame.visitAll(rest));
  }
  if (isKnown && higher.has(name)) {
    handAll(frame, call.arguments);
    handByName(frame, name, call);
    readTexts(frame, call);
  } else if (!isKnown) {
    handAll(frame, call.arguments);
    handEnvironments(frame, name, call);
  }
}

/** What is handed to somebody who may call it. */
export function handAll(frame: Frame, list: Call['arguments']): void {
  for (const { value } of list) {
    if (value?.kind === 'name') {
      hand(frame, value.name);
    }
  }
}

/** `do.call("f", …)`, `sapply(x, "f")`: functions may be told by their names. */
function handByName(frame: Frame, name: string, call: Call): void {
  const [place, key] = higher.get(name) ?? [0, 'FUN'];
  const byName = call.arguments.find(one => one.name === key);
  const value = (byName ?? call.arguments[place])?.value;
  if (value?.kind === 'string') {
    frame.maybe(() => frame.read(value.text, rangeOf(value)));
    hand(frame, value.text);
  }
}

/** `sapply(c("a", "b"), get)` reads names by their texts. */
function readTexts(frame: Frame, call: Call): void {
  const values = call.arguments.flatMap(({ value }) => value ?? []);
  const isReader = (value: RNode): boolean =>
    value.kind === 'name' && /^(?:get|get0|mget|eval)$/.test(value.name);
  if (!values.some(isReader)) {
    return;
  }
  const range = rangeOf(call);
  for (const value of values.filter(one => !isReader(one))) {
    if (areTexts(value)) {
      frame.maybe(() =>
        textsIn(value).forEach(text => frame.read(text, range))
      );
    } else {
      const reason = 'It reads names that are not written here.';
      frame.effects.push({ state: 'names', action: 'read', range });
      frame.unanalysed.push({ range, reason, extent: 'reads' });
    }
  }
}

/** A function of another cell may change the environments that it is given. */
function handEnvironments(frame: Frame, name: string, call: Call): void {
  if (!frame.bound.has(name)) {
    call.arguments.forEach(({ name: key, value }, place) => {
      if (value?.kind === 'name') {
        frame.handOver(name, null, key ?? place, rangeOf(value), value.name);
      }
    });
  }
}

/** What arguments do that run in a scope of their own. */
function scopeOf(frame: Frame, call: Call): Frame {
  const place = rangeOf(call);
  const statements = call.arguments.flatMap(({ value }) => value ?? []);
  const body = { kind: 'block', statements, ...place } as const;
  return bodyOf(frame, { kind: 'function', parameters: [], body, ...place });
}
