// What code that runs once more sees of what it has changed itself: what its former run saw, where it tidies what is tidy by then.
import { drawsOnAxes } from './drawings';
import type { Circumstances } from './observation';
import type { Prepared } from './prepared';
import type { Read } from './version';
import type { World } from './world';

/**
 * What the former run of the same code saw, where nothing but that run made what is seen now. `left` is what the kernel told
 * of the values behind the present run: where the former left another one, it was not tidied, unless the present run itself left
 * the value as it was.
 */
export function seenBefore(
  world: World,
  prepared: Prepared,
  read: Read,
  { left, unchanged }: Pick<Circumstances, 'left' | 'unchanged'>
): Read {
  const { normalised, analysis, calls } = prepared;
  const { version, parts, name, path } = read;
  const part = path === null ? undefined : parts.get(path);
  const isWhole = parts.size === 0;
  const maker = part && parts.size === 1 ? part.step : version?.baseStep;
  if (
    !maker ||
    maker.prepared.normalised !== normalised ||
    !(part ?? isWhole) ||
    (analysis.tidies ?? 'nothing') === 'nothing' ||
    (!unchanged.includes(name) &&
      isOther(maker.execution?.report?.values[name], left?.[name])) ||
    calls.some(one => (world.get(one)?.carried.length ?? 0) > 0) ||
    drawsOnAxes(world, prepared)
  ) {
    return read;
  }
  return (
    maker.reads.find(one => one.name === name && one.path === path) ?? read
  );
}

function isOther(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}
