// Calls that surely change nothing of what they are handed, told by the code of all that they run.
import { isPureFunction, type Gentleness } from '../analysis';
import { importBehind } from './imported';
import type { Prepared } from './prepared';
import type { World } from './world';

/**
 * True for a step that changes nothing but what its code changes for sure: all that it calls is known to be gentle. A
 * callable that came out of a call, and is handed to somebody who calls it, is not seen.
 */
export function isGentle(world: World, prepared: Prepared): boolean {
  const { gentleness } = prepared.analysis;
  return (
    gentleness !== null &&
    gentleness !== undefined &&
    prepared.completeness === 'complete' &&
    areGentle(world, prepared, gentleness)
  );
}

function areGentle(
  world: World,
  prepared: Prepared,
  start: Gentleness
): boolean {
  const seen = new Set<string>();
  const pending = [...start.callees, ...start.receivers];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const more = seen.has(name) ? [] : behind(world, prepared, name);
    if (more === null) {
      return false;
    }
    seen.add(name);
    pending.push(...more);
  }
  return true;
}

/** Names of what the callable runs, or the methods of a value; null where it may change something. */
function behind(
  world: World,
  prepared: Prepared,
  name: string
): readonly string[] | null {
  const { definitions, calls, analysis } = prepared;
  if (name === '') {
    return calls.filter(
      one =>
        definitions.has(one) ||
        world.get(one)?.carried.length ||
        importBehind(world, prepared, one)
    );
  }
  const imported = importBehind(world, prepared, name);
  if (imported) {
    return isPureFunction(imported.dotted) ? [] : null;
  }
  const own = definitions.get(name);
  const isMade = !own && analysis.bindings.some(one => one.name === name);
  const bodies = own ? [own] : (world.get(name)?.carried ?? []);
  const found: string[] = [];
  for (const { definition } of bodies) {
    const { gentleness } = definition;
    if (!gentleness) {
      return null;
    }
    found.push(...gentleness.callees, ...gentleness.receivers);
  }
  return isMade || bodies.length === 0 ? null : found;
}
