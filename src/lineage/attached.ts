// Whether what a step attaches had been attached before: a package may say something the first time, and never again.
import { ambientName } from './ambient-names';
import { NONE } from './nothing';
import { Parts } from './parts';
import { readOf } from './see-version';
import type { Knowledge } from './knowledge';
import type { Read, Step } from './version';
import type { World } from './world';

const PATH = ambientName('path');
const ATTACHED = '\n\nattached';
const THERE = 'there';
const NOT_THERE = 'not there';

/** The sight of whether a package had been attached; one that says nothing is as good as not attached. Null for other settings. */
export function attachedBefore(world: World, part: string): Read | null {
  const { knowledge, policy } = world;
  if (policy === 'sound' || !part.startsWith('library ')) {
    return null;
  }
  world.watch?.lose();
  const version = world.get(PATH) ?? null;
  const word = JSON.stringify(part);
  const isThere =
    !knowledge.silentPackages.has(part) &&
    version?.parts.keys().some(kept => kept.includes(word)) === true;
  const key = knowledge.interner.intern(isThere ? THERE : NOT_THERE);
  const seen = { key, parts: Parts.none, baseKey: key };
  const id = `${PATH}\n\n${part}${ATTACHED}`;
  return readOf({ id, name: PATH, path: null }, version, seen, NONE);
}

/** Notes packages that a step attached for the first time, and that said nothing. */
export function noteSilent(
  { interner, silentPackages }: Knowledge,
  { execution, reads }: Step
): void {
  if (execution?.status !== 'ok' || execution.outputCount > 0) {
    return;
  }
  const key = interner.intern(NOT_THERE);
  for (const read of reads) {
    if (read.id.endsWith(ATTACHED) && read.key === key) {
      silentPackages.add(read.id.slice(PATH.length + 2, -ATTACHED.length));
    }
  }
}
