// Classes whose objects change in place: what their methods read, and which of them change the object.
import type { Definition, ReceivedUpdate } from '../definition';
import { bodyOf } from './bodies';
import type { Frame } from './frame';
import type { RNode, RNodeOf } from './syntax';

type Call = RNodeOf<'call'>;

/** The call that makes a class of references; null for all else. */
export function classMade(value: RNode): Call | null {
  return value.kind === 'call' &&
    (value.callee.kind === 'name' || value.callee.kind === 'qualified') &&
    /^(?:setRefClass|R6Class)$/.test(value.callee.name)
    ? value
    : null;
}

/** What an object does that a class makes: its methods by their names. */
export function classDefinition(
  frame: Frame,
  name: string,
  made: Call
): Definition {
  const bodies = methodsIn(made).map(
    ([method, node]) => [method, bodyOf(frame, node)] as const
  );
  const references = new Set(
    bodies.flatMap(([, body]) => [
      ...body.references.map(one => one.name),
      ...body.calls
    ])
  );
  const given: Definition = {
    name,
    references: [...references].sort(),
    bindings: [],
    updates: [],
    effects: bodies.flatMap(([, body]) => body.effects),
    received: bodies
      .filter(([, body]) => setsFields(body))
      .map(([method]) => changeBy(method))
  };
  return { ...given, effects: [], received: [], gives: given };
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

/** `balance <<- 5`, `self$balance <- 5`. */
function setsFields({ globals, updates }: Frame): boolean {
  return (
    globals.size > 0 ||
    updates.some(({ name }) => /^(?:\.self|self|private)$/.test(name))
  );
}

function changeBy(method: string): ReceivedUpdate {
  return {
    parameter: '',
    place: 0,
    method,
    path: null,
    certainty: 'certain',
    isReplacement: false
  };
}
