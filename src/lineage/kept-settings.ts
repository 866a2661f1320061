// The settings that a step has given constants: the same state, whichever code does it.
import type { AmbientWrite } from './observation';
import type { PreparedEffect } from './prepared';
import type { World } from './world';

/** The state with the effect's setting; null where what set it before, or what it is set to, is no constant, and in a slice. */
export function keptSettings(
  { knowledge: { interner }, policy }: World,
  { name, setting }: PreparedEffect,
  before: AmbientWrite | undefined
): AmbientWrite | null {
  const isTold = setting !== undefined && (!before || before.settings);
  if (!isTold || policy === 'sound') {
    return null;
  }
  const settings = new Map(before?.settings);
  settings.delete(setting.part);
  settings.set(setting.part, setting.value);
  const inOrder = [...settings];
  const sorted = [...inOrder].sort(([one], [other]) => (one < other ? -1 : 1));
  const entries = sorted.every(([part]) => part.startsWith('rcParams '))
    ? sorted
    : inOrder;
  return {
    isFresh: false,
    part: JSON.stringify(sorted.map(([part]) => part)),
    valueKey: interner.intern(`${name} ${JSON.stringify(entries)}`),
    settings
  };
}
