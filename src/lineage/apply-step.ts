// What a step leaves on a world: names bound, changed and deleted, ambient state, and what nobody can tell.
import { isFile, isStream, nextTurn } from './ambient-names';
import { carriedBy, codeGiven, joined } from './carried';
import { valueChances } from './chances';
import { isImportedAgain } from './fixed';
import { importsGiven } from './imported';
import { noteLayouts } from './note-layouts';
import { isStopped } from './lacking-magics';
import { boundNames, isOpaque, type Course } from './left-names';
import { NONE } from './nothing';
import type { AmbientWrite, Observation } from './observation';
import { OTHER_WAY } from './parts';
import { drawnKey, reachedKey, type Reaching } from './reached';
import { usualKey } from './see-version';
import { taintOfValue } from './unseen-names';
import { leaveFog, onlyStars } from './star-fog';
import type { Chance, Step } from './version';
import type { World } from './world';

/** Leaves on the world what a step binds, changes and deletes, as far as it came. */
export function applyStep(world: World, step: Step, course: Reaching): void {
  const { seen, outcome, lacking } = course;
  const stops = lacking.length > 0;
  const carried = seen.classes;
  for (const { name, part, ends } of stops ? NONE : seen.updates) {
    const chances = valueChances(world, step, seen, name);
    const end = ends ? endOf(world, step) : undefined;
    const valueKey = end ?? reachedKey(world, step, name, course, true);
    const held = codeGiven(world, step.prepared, name);
    const kept = joined(carried, held);
    world.update({ name, step, part, carried: kept, chances, valueKey });
  }
  for (const name of boundNames(world, step, course)) {
    const change = {
      name,
      step,
      part: null,
      carried: carriedBy(world, step, seen, name),
      chances: valueChances(world, step, seen, name),
      valueKey:
        starKey(world, step, seen, name) ??
        reachedKey(world, step, name, course),
      taint: taintOfValue(step, course, name)
    };
    if (
      isImportedAgain(world, step, name) ||
      importsGiven(world, step.prepared, name)
    ) {
      continue;
    }
    if (mayRemain(world, step, course, name)) {
      world.update({ ...change, part: otherWay(world, step, name) });
    } else {
      world.bind(change);
    }
  }
  for (const name of step.prepared.deletes) {
    if (!outcome.hasFailed || outcome.deleted?.has(name)) {
      world.delete(name);
    }
  }
  for (const name of outcome.deleted ?? NONE) {
    world.delete(name);
  }
  for (const [name, origin] of seen.setters) {
    world.setters.note(name, origin);
  }
  if (seen.ambient.size > 0) {
    leaveOutside(world, step, course);
  }
  if (isOpaque(world, step, outcome)) {
    leaveFog(world, step);
  }
  noteLayouts(world, step, course);
  if (
    step.prepared.completeness !== 'complete' &&
    !isStopped(world, step) &&
    onlyStars(step.prepared) === null
  ) {
    for (const { name } of step.prepared.reads) {
      world.doubt(name, 'not-analysed');
    }
  }
}

/** Leaves the state outside of the namespace; a step that `stops` writes no files. */
function leaveOutside(world: World, step: Step, course: Reaching): void {
  const stops = course.lacking.length > 0;
  course.seen.ambient.forEach((change, name) => {
    if (!stops || !isFile(name)) {
      const key = isStream(name)
        ? drawnKey(world, step, name, course)
        : undefined;
      applyAmbient(world, step, name, { valueKey: key, ...change });
    }
  });
}

/** What is in a file hangs on what the step drew or read, but hardly on the times that it took. */
function writtenChances({ chances }: Step): readonly Chance[] {
  return chances.length === 0
    ? NONE
    : chances.filter(({ kind }) => kind === 'unseeded' || kind === 'network');
}

/** On what state hangs besides the notebook: a stream that goes on, on what it hung on before. */
function ambientChances(
  world: World,
  step: Step,
  name: string,
  { isFresh, isTimed, isUnseeded }: AmbientWrite
): readonly Chance[] {
  if (isTimed) {
    return [{ kind: 'clock', step }];
  }
  if (isUnseeded) {
    return [{ kind: 'unseeded', step }];
  }
  if (isFile(name)) {
    return writtenChances(step);
  }
  const goesOn = isStream(name) && !isFresh;
  return goesOn ? (world.get(name)?.chances ?? NONE) : NONE;
}

/** Sets ambient state, or changes a part of it: what was there before is what every kernel begins with, where nobody set it. */
function applyAmbient(
  world: World,
  step: Step,
  name: string,
  write: AmbientWrite
): void {
  const { isFresh, part, valueKey, formerKey } = write;
  const chances = ambientChances(world, step, name, write);
  if (isFresh) {
    world.bind({ name, step, part: null, valueKey, chances });
    return;
  }
  if (!world.get(name)) {
    const isPart = part !== null && !isFile(name);
    const usual = isPart ? usualKey(world, name) : undefined;
    world.bind({ name, step, part: null, valueKey: formerKey ?? usual });
  }
  world.update({ name, step, part, chances, valueKey });
}

/**
 * Key of a name that a star import brings in: but for the files that the module may be read from, it is the same whatever else
 * the cell does, unless that runs bodies which bind names.
 */
function starKey(
  { knowledge, policy }: World,
  { prepared, reads }: Step,
  { globals }: Observation,
  name: string
): number | undefined {
  const isAlone = policy === 'precise' && globals.length === 0;
  const text = isAlone ? knowledge.stars.behind(prepared, name) : null;
  if (text === null) {
    return undefined;
  }
  const { interner } = knowledge;
  return reads
    .filter(read => isFile(read.name))
    .reduce(
      (key, read) =>
        interner.pair(interner.pair(key, interner.intern(read.id)), read.key),
      interner.intern(`${text} ${name}`)
    );
}

/** Key of what has been gone through; a step that failed may have stopped on its way. */
function endOf(
  { knowledge, policy }: World,
  { execution }: Step
): number | undefined {
  const isWhole = execution === null || execution.status === 'ok';
  return policy === 'precise' && isWhole
    ? knowledge.interner.intern('gone through')
    : undefined;
}

/** In a slice, true for a name that is bound on some ways only, where nobody told which way the step went. */
function mayRemain(
  { policy }: World,
  { prepared }: Step,
  { outcome }: Course,
  name: string
): boolean {
  return (
    policy === 'sound' && outcome.bound === null && prepared.weak.includes(name)
  );
}

/** The part under which a value stands that a name may have instead of the one that it had. */
function otherWay(world: World, { prepared }: Step, name: string): string {
  return OTHER_WAY + nextTurn(world.get(name), prepared.normalised);
}
