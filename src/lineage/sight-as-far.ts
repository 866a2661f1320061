// What a step sees of the world, as far as it gets: the rest of its source counts for nothing.
import type { Execution } from '../model';
import { filesWithCalls } from './called-files';
import { isAt } from './cut-short';
import type { FileTouch } from './files';
import { isFixed } from './fixed';
import { isGentle } from './gentle';
import type { Evidence } from './knowledge';
import { importOf, isModule } from './imported';
import { look } from './look';
import { NONE } from './nothing';
import type { Prepared, PreparedUpdate } from './prepared';
import type { StepInput } from './take-step';
import { withoutRefused } from './refused-queries';
import { isUnchanging } from './value-types';
import type { World } from './world';

/** What a source sees of the world. */
type Sighted = ReturnType<typeof look> & {
  readonly prepared: Prepared;
  readonly files: readonly FileTouch[];
};

/** A step that stopped in a recorded run stops again where all that it saw by then is as it was. */
export function sightAsFar(
  world: World,
  given: StepInput,
  whole: Prepared
): Sighted {
  const { execution } = given;
  for (const stop of world.knowledge.stops.of(whole)) {
    const hasStopped = execution !== null && isAt(stop, whole, execution);
    const evidence = hasStopped ? given.evidence : null;
    const sighted = sightOf(
      world,
      { ...given, evidence, execution: hasStopped ? execution : null },
      stop.prepared
    );
    const { key } = sighted.keys;
    if (hasStopped) {
      stop.stopped.add(key);
      return sighted;
    }
    if (execution) {
      stop.passed.add(key);
    } else if (stop.stopped.has(key) && !stop.passed.has(key)) {
      return sighted;
    }
  }
  return sightOf(world, given, whole);
}

function sightOf(
  world: World,
  { execution, evidence = null }: StepInput,
  prepared: Prepared
): Sighted {
  const { knowledge } = world;
  const named = filesWithCalls(world, prepared);
  const isPlain = named.length === 0 && knowledge.files.isUntold;
  const touched = isPlain
    ? NONE
    : knowledge.files.touchesOf(
        named,
        knowledge.kin.of(prepared).normalised,
        execution
      );
  const files = world.modules.with(world, prepared, touched);
  const told = {
    counts: (update: PreparedUpdate) =>
      counts(world, prepared, update, evidence),
    mayStop: mayHaveStopped(execution),
    hasRefused: execution?.tells?.hasRefused === true,
    streams: knowledge.streamsOf(prepared),
    displays: knowledge.displaysOf(prepared),
    left: execution?.report?.values ?? null,
    unchanged: execution?.report?.unchanged ?? NONE,
    files
  };
  const { seen, keys } = look(world, prepared, execution, told);
  const sight = { key: keys.key, prepared, execution };
  return { prepared, files, seen: withoutRefused(world, sight, seen), keys };
}

/** True when some of what stands in the source may not have run, and nobody reported which. */
function mayHaveStopped(execution: Execution | null): boolean {
  return (
    execution !== null && execution.status !== 'ok' && execution.report === null
  );
}

function counts(
  world: World,
  prepared: Prepared,
  { name, isSure, spares }: PreparedUpdate,
  evidence: Evidence | null
): boolean {
  if (world.policy === 'sound') {
    return (
      !evidence?.unchanged.includes(name) &&
      (isSure ||
        !(
          isFixedValue(world, name) ||
          isSpared(world, prepared, name) ||
          isImport(world, name, spares)
        ))
    );
  }
  const { knowledge } = world;
  const type = knowledge.typeOf(name, world.get(name));
  return (
    (isSure &&
      !isUnchanging(type) &&
      !knowledge.lackedAttributes.hinder(prepared, name, type)) ||
    evidence?.changed.has(name) ||
    knowledge.hasChanged(prepared, name)
  );
}

/** True for a value that nothing changes, by the code that made it or by the type that the kernel saw. */
function isFixedValue(world: World, name: string): boolean {
  const version = world.get(name);
  const type = world.knowledge.typeOf(name, version);
  return isFixed(name, version) || isUnchanging(type);
}

/** True for a module, or whatever was imported, of which a call that makes something leaves it as it is. */
function isImport(
  world: World,
  name: string,
  spares: PreparedUpdate['spares']
): boolean {
  const version = world.get(name);
  return (
    version !== undefined &&
    spares !== undefined &&
    (isModule(name, version) ||
      (spares === 'imports' &&
        importOf(version.baseStep.prepared, name) !== null))
  );
}

/** True where nothing that the step runs changes what it is handed, unless by going through it. */
function isSpared(world: World, prepared: Prepared, name: string): boolean {
  return !world.shared.isOneShot(name) && isGentle(world, prepared);
}
