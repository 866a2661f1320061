// Calls of R that run or bind what is not written in the cell.
import { functionNamed } from './arguments';
import type { Frame } from './frame';
import { higher, opaque } from './knowledge';
import { rangeOf, type RNodeOf } from './syntax';

type Call = RNodeOf<'call'>;

/** Functions of packages that call what stands second. */
const WALKING = /^(?:walk|map|future_walk|future_map)(?:_\w+)?$/;

/** Notes that a function runs, or binds, what nobody sees here; nothing for one that does not. */
export function noteOpaque(
  frame: Frame,
  name: string,
  range: { readonly from: number; readonly to: number }
): void {
  const reason = opaque.get(name);
  if (reason !== undefined) {
    frame.unanalysed.push({ range, reason });
    frame.bindsUnknown = true;
  }
}

/** `lapply(files, source)`, `do.call("source", list(file))`: the function is called by another one. */
export function noteOpaqueHanded(frame: Frame, name: string, call: Call): void {
  const [place, key] =
    higher.get(name) ?? (WALKING.test(name) ? [1, '.f'] : [null, '']);
  if (place === null) {
    return;
  }
  const byName = call.arguments.find(one => one.name === key);
  const handed = functionNamed((byName ?? call.arguments[place])?.value);
  if (handed !== null && !frame.bound.has(handed)) {
    noteOpaque(frame, handed, rangeOf(call));
  }
}
