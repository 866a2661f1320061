// What `options(…)` sets: display options by name, to what they are set.
import type { Frame } from './frame';
import { rangeOf, type RArgument, type RNodeOf } from './syntax';

/** Options that nothing hangs on which a cell shows. */
const SILENT =
  /^(?:repos|browser|editor|error|keep\.source|max\.deparse\.length|mc\.cores|menu\.graphics|timeout|warn|showWarnCalls|warning\.length|device|jupyter\..*)$/;

/** Options of the kernel that shape pictures alone. */
const PICTURED = /^repr\.plot\./;

/** How display options of R are told from those of libraries of other languages. */
const PREFIX = 'r.';

/** Notes what a call of `options` sets. */
export function noteOptions(frame: Frame, call: RNodeOf<'call'>): void {
  const range = rangeOf(call);
  for (const { name, value } of call.arguments) {
    const saved = value?.kind === 'name' ? frame.saved.get(value.name) : null;
    if (name === null && saved) {
      saved.forEach(option => restore(frame, option));
    } else if (name === null && value?.kind !== 'string') {
      frame.effects.push({ state: 'display', action: 'update', range });
    } else if (name !== null && PICTURED.test(name)) {
      frame.effects.push({ state: 'plotting', action: 'set', range });
    } else if (name !== null && !SILENT.test(name)) {
      frame.effects.push({
        state: 'display',
        action: 'set',
        option: PREFIX + name,
        range,
        ...constantOf(value)
      });
    }
  }
}

/** The options that a call sets, whose former values it gives. */
export function optionsSetBy(call: RNodeOf<'call'>): readonly string[] {
  return call.arguments.flatMap(({ name }) =>
    name === null ? [] : [PREFIX + name]
  );
}

/** What the cell set, and sets back again: it leaves nothing. */
function restore(frame: Frame, option: string): void {
  const kept = frame.effects.filter(effect => effect.option !== option);
  frame.effects.splice(0, frame.effects.length, ...kept);
}

function constantOf(value: RArgument['value']): { value?: string } {
  return value?.kind === 'number' ||
    value?.kind === 'string' ||
    value?.kind === 'constant'
    ? { value: value.text }
    : {};
}
