// Classes whose objects change in place: what their methods read, and which of them change the object.
import type { Definition, Handover } from '../definition';
import { bodyOf } from './bodies';
import type { Frame } from './frame';
import { changeBy } from './received';
import type { RNode, RNodeOf } from './syntax';
import { textsIn } from './texts-in';

type Call = RNodeOf<'call'>;

/** A method of a class: its name, and what its body does. */
type Method = readonly [name: string, body: Frame];

/** What methods call the object that they are of. */
const ITSELF = /^(?:\.self|self|private)$/;

/** The name under which R keeps a formal class. */
export function classNamed(name: string): string {
  return `.__C__${name}`;
}

/** The call that makes a class of references; null for all else. */
export function classMade(value: RNode): Call | null {
  return value.kind === 'call' &&
    (value.callee.kind === 'name' || value.callee.kind === 'qualified') &&
    /^(?:setRefClass|R6Class)$/.test(value.callee.name)
    ? value
    : null;
}

/** What an object does that a class makes: its methods by their names, and those of the classes that it is made from. */
export function classDefinition(
  frame: Frame,
  name: string,
  made: Call
): Definition {
  const methods = methodsIn(made).map(([method, node]): Method => [
    method,
    bodyOf(frame, node)
  ]);
  const own = methods.map(([method]) => method);
  const classes = parentsOf(made);
  const references = methods.flatMap(([, { references, calls }]) => [
    ...references.map(one => one.name),
    ...calls
  ]);
  const given: Definition = {
    name,
    references: [...new Set([...references, ...classes])].sort(),
    bindings: [],
    updates: [],
    effects: methods.flatMap(([, body]) => body.effects),
    received: methods
      .filter(([, body]) => setsFields(body))
      .map(([method]) => changeBy(method)),
    handovers: methods.flatMap(([method, body]) =>
      handedOn(method, body, classes)
    ),
    inherits: { classes, own }
  };
  return { ...given, effects: [], gives: given };
}

/** The functions in lists of a call, by their names. */
function methodsIn(
  call: Call
): readonly (readonly [string, RNodeOf<'function'>])[] {
  return call.arguments.flatMap(({ name, value }) => {
    if (value?.kind === 'call') {
      return methodsIn(value);
    }
    return value?.kind === 'function' && name !== null
      ? [[name, value] as const]
      : [];
  });
}

/** The names of the classes that a class is made from. */
function parentsOf({ arguments: list }: Call): readonly string[] {
  return list.flatMap(({ name, value }) => {
    if (name === 'inherit' && value?.kind === 'name') {
      return [value.name];
    }
    return name === 'contains' && value ? textsIn(value).map(classNamed) : [];
  });
}

/** `balance <<- 5`, `self$balance <- 5`. */
function setsFields({ globals, updates }: Frame): boolean {
  return (
    globals.size > 0 ||
    updates.some(({ name, path }) => ITSELF.test(name) && path !== null)
  );
}

/** `deposit(5)`, `self$deposit(5)`: what it may call of the object. */
function calledBy({ calls, handovers }: Frame): readonly string[] {
  const own = handovers.flatMap(({ callee, method }) =>
    method !== null && callee !== null && ITSELF.test(callee) ? [method] : []
  );
  return [...own, ...calls];
}

/** What a method calls of its object, whatever that is, and with `callSuper()` and `super$deposit(5)` of the classes above. */
function handedOn(
  method: string,
  body: Frame,
  classes: readonly string[]
): readonly Handover[] {
  const called = calledBy(body);
  const above = body.handovers.flatMap(one =>
    one.callee === 'super' && one.method !== null ? [one.method] : []
  );
  const same = called.includes('callSuper') ? [method] : [];
  const to = (callee: string | null, names: readonly string[]): Handover[] =>
    names.map(name => handover(callee, name, method));
  return [
    ...to(null, called),
    ...classes.flatMap(callee => to(callee, [...above, ...same]))
  ];
}

function handover(callee: string | null, method: string, by: string): Handover {
  return {
    callee,
    method,
    name: '',
    path: null,
    place: 0,
    range: { from: 0, to: 0 },
    from: { parameter: '', place: 0, method: by }
  };
}
