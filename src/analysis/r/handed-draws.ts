// Functions that draw and are handed over by name: who gets them calls them.
import { argumentOf, functionNamed } from './arguments';
import type { Frame } from './frame';
import { effects, higher, mapping } from './knowledge';
import { rangeOf, type RNodeOf } from './syntax';

/** Notes that a call draws by way of the function that it is given: `sapply(1:3, rnorm)`, `do.call("runif", list(2))`. */
export function noteHandedDraw(
  frame: Frame,
  name: string,
  call: RNodeOf<'call'>
): void {
  const [place, key] = higher.get(name) ?? [mapping.get(name) ?? null, '.f'];
  if (place === null) {
    return;
  }
  const drawn = functionNamed(argumentOf(call, [place, key]));
  if (drawn === null || frame.hasBody(drawn)) {
    return;
  }
  const [state, action] = effects.get(drawn) ?? [];
  if (state === 'random' && action === 'draw') {
    frame.effects.push({
      state,
      action,
      range: rangeOf(call),
      stream: 'random'
    });
  }
}
