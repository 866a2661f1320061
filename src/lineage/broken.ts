// Steps in thought that would stop half-way, for want of a name that nothing above them binds.
import type { Execution } from '../model';
import { failedLineOf } from './failed-at';
import type { Prepared } from './prepared';
import type { Read, Step } from './version';
import type { World } from './world';

/** Steps of a document that would stop, with the offset at which each would. */
export type Broken = ReadonlyMap<Step, number>;

/** Names that it surely reads and that cells bind which would stop before. */
export function unbound({ reads, prepared }: Step, broken: Broken): string[] {
  if (broken.size === 0) {
    return [];
  }
  const found = reads.filter(
    read => isUnbound(read, broken) && needs(prepared, read.name)
  );
  return found.map(({ name }) => name);
}

/** True for what the cell that binds it stops before. */
export function isUnbound(
  { version, name }: Pick<Read, 'version' | 'name'>,
  broken: Broken
): boolean {
  const isTold = version && broken.size > 0;
  const stopsAt = isTold ? broken.get(version.baseStep) : undefined;
  const maker = version?.baseStep.prepared;
  return (
    stopsAt !== undefined &&
    (maker?.readyAt.get(name) ?? 0) > stopsAt &&
    !maker?.updates.some(one => one.name === name)
  );
}

/**
 * Where a step stops for want of a name: the offset. Under the name of something built in, it finds that, and may stop as soon as
 * it mentions it.
 */
export function stopsFor(
  { readAt, builtins, analysis }: Prepared,
  lacking: readonly string[]
): number {
  const placeOf = (name: string): number => {
    const at = readAt.get(name) ?? 0;
    return builtins.includes(name)
      ? Math.min(at, analysis.needs?.mentions.get(name) ?? 0)
      : at;
  };
  return lacking.length === 0 ? Infinity : Math.min(...lacking.map(placeOf));
}

/** The same of a step in thought. */
export function extentInThought(
  prepared: Prepared,
  lacking: readonly string[]
): Extent {
  const at = stopsFor(prepared, lacking);
  return at === Infinity ? UNTOLD : { done: at, reached: at };
}

/** By the name of an error, how Python and R say which name they looked for in vain. */
const MISSED: ReadonlyMap<string, RegExp> = new Map([
  ['NameError', /^name '(\w+)' is not defined/],
  [
    'ERROR',
    /(?:: |! )(?:object '([^'\n]+)' not found|could not find function "([^"\n]+)")\n?$/
  ]
]);

/** The name for want of which an execution ended; null where it ended otherwise. */
export function missedName({ status, error }: Execution): string | null {
  const told =
    status === 'error' && error
      ? MISSED.get(error.ename)?.exec(error.evalue)
      : null;
  return told?.[1] ?? told?.[2] ?? null;
}

/** How far a step came: all before the one offset is done, and nothing from the other on was reached. */
export type Extent = { readonly done: number; readonly reached: number };

/** An end of which nothing tells where it was. */
const UNTOLD: Extent = { done: -1, reached: Infinity };

/** Where the statement begins at which an execution failed; -1 where its traceback does not tell, or it stands in a block. */
export function doneBefore(
  prepared: Prepared,
  execution: Pick<Execution, 'tells'>
): number {
  const failed = failedLineOf(prepared, execution);
  const isPlain = failed !== null && /^[^\s)\]}]/.test(failed.text);
  return isPlain ? Math.max(0, failed.from - 1) : -1;
}

/** How far a recorded step came, as the name tells that it missed; a body that it ran may have missed the same. */
export function extentOf(world: World, step: Step): Extent {
  const { prepared, execution, reads } = step;
  const { analysis, completeness } = prepared;
  const name = execution && missedName(execution);
  if (name === null) {
    return execution
      ? { ...UNTOLD, done: doneBefore(prepared, execution) }
      : UNTOLD;
  }
  const mentioned = analysis.needs?.mentions.get(name);
  if (
    mentioned === undefined ||
    completeness !== 'complete' ||
    mayMissWithin(world, reads, name)
  ) {
    return UNTOLD;
  }
  const at = surelyReadAt(prepared, name);
  return at === undefined
    ? { done: mentioned, reached: Infinity }
    : { done: at, reached: at };
}

/** Where code first reads a name that it cannot do without; undefined for other names. */
export function surelyReadAt(
  { analysis, readAt }: Prepared,
  name: string
): number | undefined {
  return analysis.needs?.names.has(name) ? readAt.get(name) : undefined;
}

/** True when a body that stands behind what was read mentions the name. */
function mayMissWithin(
  world: World,
  reads: Step['reads'],
  name: string
): boolean {
  const open = reads.flatMap(({ version }) => version?.carried ?? []);
  const seen = new Set(open);
  for (const { definition } of seen) {
    if (definition.references.includes(name)) {
      return true;
    }
    definition.references
      .flatMap(one => world.get(one)?.carried ?? [])
      .forEach(one => seen.add(one));
  }
  return false;
}

/** True when the code cannot do without the name: it surely reads or changes what stands under it. */
export function needs({ reads, updates }: Prepared, name: string): boolean {
  return (
    reads.some(read => read.name === name && read.isCertain) ||
    updates.some(update => update.name === name && update.isSure)
  );
}
