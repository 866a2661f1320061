// Classes, generics and methods that R keeps behind calls: formal classes and those of references.
import { bodyOf, define, readBody } from './bodies';
import type { Frame } from './frame';
import { rNames } from './names';
import { classDefinition, classMade, classNamed } from './reference-classes';
import { rangeOf, type RNode, type RNodeOf } from './syntax';
import { textsIn } from './texts-in';

type Call = RNodeOf<'call'>;

/** Calls that ask for a class by its name, and those that ask for a generic. */
const CLASS_READERS = new Set(
  'existsClass getClass getSlots isVirtualClass new slotNames validObject'.split(
    ' '
  )
);
const GENERIC_READERS = new Set(
  'existsMethod getMethod hasMethod isGeneric selectMethod showMethods'.split(
    ' '
  )
);

/** Visits a call that has to do with classes; true when it needs no more looking at. */
export function visitClassCall(
  frame: Frame,
  name: string,
  call: Call
): boolean {
  const text = textOf(call.arguments[0]?.value);
  const range = rangeOf(call);
  if (text === null) {
    return false;
  }
  switch (name) {
    case 'setClass':
    case 'setClassUnion':
    case 'setRefClass':
      makeClass(frame, text, call);
      return true;
    case 'setValidity':
      frame.visitAll(call.arguments);
      changePart(frame, classNamed(text), 'validity', call);
      return true;
    case 'setGeneric':
      makeGeneric(frame, text, call);
      return true;
    case 'setMethod':
    case 'setReplaceMethod':
      makeMethod(frame, name === 'setMethod' ? text : `${text}<-`, call);
      return true;
    case 'UseMethod':
    case 'standardGeneric':
      frame.generics.add(text);
      return true;
    default:
      frame.maybe(() => {
        if (CLASS_READERS.has(name)) {
          frame.read(classNamed(text), range);
          frame.generics.add('initialize');
        }
        if (GENERIC_READERS.has(name)) {
          frame.read(text, range);
        }
      });
      return false;
  }
}

/** Methods of a class of references set its fields: these are no names of the notebook. */
function makeClass(frame: Frame, name: string, call: Call): void {
  const range = rangeOf(call);
  frame.maybe(() =>
    textsIn(call)
      .filter(text => text !== name)
      .forEach(text => frame.read(classNamed(text), range))
  );
  for (const { value } of call.arguments) {
    visitMembers(frame, value);
  }
  frame.bind(classNamed(name), 'assignment', range);
  if (frame.parent === null && classMade(call)) {
    frame.definitions.push(classDefinition(frame, classNamed(name), call));
  }
}

function visitMembers(frame: Frame, value: RNode | null): void {
  if (value?.kind === 'function') {
    const body = bodyOf(frame, value);
    body.globals.clear();
    readBody(frame, body);
  } else if (value?.kind === 'call') {
    value.arguments.forEach(one => visitMembers(frame, one.value));
  } else {
    frame.visit(value);
  }
}

/** A generic begins without methods, also where there was one before. */
function makeGeneric(frame: Frame, name: string, call: Call): void {
  const [, ...rest] = call.arguments;
  frame.visitAll(rest);
  frame.bind(name, 'assignment', rangeOf(call));
}

/** A method is a part of its generic; those of R's own generics stand by themselves. */
function makeMethod(frame: Frame, generic: string, call: Call): void {
  const [, signature, ...rest] = call.arguments;
  const classes = signature?.value ? textsIn(signature.value) : [];
  const range = rangeOf(call);
  frame.maybe(() => classes.forEach(one => frame.read(classNamed(one), range)));
  if (rNames.has(generic) || !/^[\w.]+$/.test(generic)) {
    const name = `${[generic, ...classes].join(',')}-method`;
    const [code] = rest;
    if (code?.value?.kind === 'function') {
      define(frame, name, code.value);
    } else {
      frame.visitAll(rest);
    }
    frame.bind(name, 'function', range);
    return;
  }
  frame.visitAll(rest);
  if (!frame.bound.has(generic)) {
    changePart(frame, generic, classes.join(','), call);
  }
}

function changePart(
  frame: Frame,
  name: string,
  part: string,
  call: Call
): void {
  frame.update({
    name,
    range: rangeOf(call),
    path: `[${JSON.stringify(part)}]`,
    certainty: 'certain',
    isReplacement: true
  });
}

function textOf(value: RNode | null | undefined): string | null {
  return value?.kind === 'string' ? value.text : null;
}
