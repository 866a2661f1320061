// Functions that functions give back: they share state that only they change.
import type { ReceivedUpdate } from '../definition';
import type { Frame } from './frame';
import type { RArgument, RNode, RNodeOf } from './syntax';

/** Where a call of a value itself stands among what is handed over. */
export const CALLED = '()';

/** Calls that give back what they are handed, or hold it. */
const HOLDING = new Set('c invisible list return setattr structure'.split(' '));

/**
 * What calls of the functions do to the value that a function gives back: a function, or a list of such by name. Null where
 * it gives no function.
 */
export function givenBack(
  body: Frame,
  { body: code }: RNodeOf<'function'>
): readonly ReceivedUpdate[] | null {
  const found: ReceivedUpdate[] = [];
  const isCode = collect(body, code, null, found);
  return isCode ? found : null;
}

/** Notes the functions in the value that an expression gives; true where there is one. */
function collect(
  body: Frame,
  node: RNode,
  method: string | null,
  found: ReceivedUpdate[]
): boolean {
  const go = (part: RNode | null | undefined, name = method): boolean =>
    part ? collect(body, part, name, found) : false;
  switch (node.kind) {
    case 'function':
      note(body.nested.get(node), method, found);
      return true;
    case 'name': {
      const inner = body.bodies.get(node.name);
      note(inner, method, found);
      return inner !== undefined;
    }
    case 'block':
      return go(node.statements[node.statements.length - 1]);
    case 'if':
      return [go(node.then), go(node.otherwise)].includes(true);
    case 'call':
      return node.callee.kind === 'name' && HOLDING.has(node.callee.name)
        ? node.arguments
            .map(one => go(one.value, methodOf(node.callee, one) ?? method))
            .includes(true)
        : false;
    default:
      return false;
  }
}

function methodOf(callee: RNode, { name }: RArgument): string | null {
  return callee.kind === 'name' && /^(?:c|list)$/.test(callee.name)
    ? name
    : null;
}

/** A function that sets what the function around it made changes the value that it came in. */
function note(
  inner: Frame | undefined,
  method: string | null,
  found: ReceivedUpdate[]
): void {
  if (inner && inner.outward.size > 0) {
    found.push({
      parameter: CALLED,
      place: method === null ? null : 0,
      method,
      path: null,
      certainty: 'certain',
      isReplacement: false
    });
  }
}

/** Changes of environments that a function is given: it sets their parts, and does not give back a value with these. */
export function receivedBy(
  body: Frame,
  { parameters, body: code }: RNodeOf<'function'>
): readonly ReceivedUpdate[] {
  const given = lastOf(code);
  return parameters.flatMap(({ name }, place) =>
    body.changed.has(name) && !(given?.kind === 'name' && given.name === name)
      ? [
          {
            parameter: name,
            place,
            method: null,
            path: null,
            certainty: 'certain',
            isReplacement: false
          } as const
        ]
      : []
  );
}

function lastOf(node: RNode): RNode | undefined {
  const last =
    node.kind === 'block' ? node.statements[node.statements.length - 1] : node;
  const isReturn =
    last?.kind === 'call' &&
    last.callee.kind === 'name' &&
    last.callee.name === 'return';
  return isReturn ? (last.arguments[0]?.value ?? undefined) : last;
}
