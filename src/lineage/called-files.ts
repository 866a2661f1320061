// What a step does to files, with what the functions do that it calls: under constant paths, or such as it gives them.
import { givenPlace, type FileAccess, type GivenTexts } from '../analysis';
import { nearPath } from './ambient-names';
import { NONE } from './nothing';
import { constantOf } from './open-paths';
import type { Carried, Prepared, PreparedFile } from './prepared';
import type { World } from './world';

/** How many functions are followed from one to the next that it calls. */
const FARTHEST = 2;

/** File accesses as lineage sees them, without questions what there is, and without paths that are not known. */
export function filesTold(
  files: readonly FileAccess[]
): readonly PreparedFile[] {
  return files.flatMap(({ path, action, grows, removes }) =>
    action === 'list' || action === 'stamp' || path.startsWith('{')
      ? []
      : [
          {
            path: nearPath(path),
            action,
            ...(grows && { grows }),
            ...(removes && { removes })
          }
        ]
  );
}

/** The step's own touches and, where a forecast asks, those of what it calls, in order of its source. */
export function filesWithCalls(
  world: World,
  prepared: Prepared
): readonly PreparedFile[] {
  if (world.policy === 'sound' || !callsForFiles(world, prepared)) {
    return prepared.files;
  }
  const { files = NONE, givenTexts = NONE } = prepared.analysis;
  const called = givenTexts.flatMap(call =>
    filesBehind(world, prepared, call.callee, FARTHEST).flatMap(file => {
      const path = pathGiven(world, prepared, file, call);
      return path === null
        ? []
        : [{ ...file, path, range: { from: call.at, to: call.at } }];
    })
  );
  return filesTold(
    [...files, ...called].sort(
      (one, other) => one.range.from - other.range.from
    )
  );
}

/** True where functions that it calls, or defines, touch files. */
function callsForFiles(world: World, prepared: Prepared): boolean {
  for (const name of prepared.calls) {
    if (filesBehind(world, prepared, name, FARTHEST).length > 0) {
      return true;
    }
  }
  for (const name of prepared.definitions.keys()) {
    if (filesBehind(world, prepared, name, FARTHEST).length > 0) {
      return true;
    }
  }
  return false;
}

/** What the functions behind a name touch; of the step's own under what they are given alone, since the rest is told already. */
function filesBehind(
  world: World,
  prepared: Prepared,
  name: string,
  left: number
): readonly FileAccess[] {
  const own = prepared.definitions.get(name);
  const carried = own ? [own] : (world.get(name)?.carried ?? NONE);
  if (carried.length === 0) {
    return NONE;
  }
  return carried
    .filter(({ isClass, definition }) => !isClass && definition.name === name)
    .flatMap(one => filesOf(world, prepared, one, left))
    .filter(({ path }) => !own || givenPlace(path) !== null);
}

/** What a function touches, and under constant paths what those do that it calls. */
function filesOf(
  world: World,
  prepared: Prepared,
  { definition: { files = NONE, references } }: Carried,
  left: number
): readonly FileAccess[] {
  if (left === 0) {
    return files;
  }
  let all = files;
  for (const name of references) {
    const behind = filesBehind(world, prepared, name, left - 1);
    if (behind.length > 0) {
      const told = behind.filter(({ path }) => givenPlace(path) === null);
      all = [...all, ...told];
    }
  }
  return all;
}

/** The path, with what the call gives, or with what stands for it by default; null where that is not told. */
function pathGiven(
  world: World,
  prepared: Prepared,
  { path, orElse }: FileAccess,
  { texts }: GivenTexts
): string | null {
  const given = givenPlace(path);
  if (!given) {
    return path;
  }
  const text = texts.get(given.place) ?? texts.get(given.word) ?? orElse;
  const [, name] = /^\{(\w+)\}$/.exec(text ?? '') ?? [];
  if (name === undefined || text === undefined) {
    return text ?? null;
  }
  return prepared.own.has(name) ? null : constantOf(world.get(name), name);
}
