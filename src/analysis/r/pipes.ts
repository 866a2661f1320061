// Pipes of R: calls whose first argument, or place for one, stands before them.
import { visitCall } from './calls';
import type { Frame } from './frame';
import { rangeOf, type RArgument, type RNode } from './syntax';

/** `x |> f(y)` is `f(x, y)`. */
export function visitPipe(
  frame: Frame,
  left: RNode | undefined,
  right: RNode | undefined
): void {
  const first = { name: null, value: left ?? null };
  if (right?.kind === 'call' && right.arguments.some(isPlace)) {
    const list = right.arguments.map(one =>
      isPlace(one) ? { ...one, value: left ?? null } : one
    );
    visitCall(frame, { ...right, arguments: list });
  } else if (right?.kind === 'call') {
    visitCall(frame, { ...right, arguments: [first, ...right.arguments] });
  } else if (right?.kind === 'name') {
    const place = rangeOf(right);
    const list = [first];
    visitCall(frame, {
      kind: 'call',
      callee: right,
      arguments: list,
      ...place
    });
  } else {
    frame.visit(left);
    frame.visit(right);
  }
}

/** `_`, where what comes through a pipe goes. */
function isPlace({ value }: RArgument): boolean {
  return value?.kind === 'name' && value.name === '_';
}
