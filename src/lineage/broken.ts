// Steps in thought that would stop half-way, for want of a name that nothing above them binds.
import type { Execution } from '../model';
import type { Prepared } from './prepared';
import type { Step } from './version';

/** Steps of a document that would stop, with the offset at which each would. */
export type Broken = ReadonlyMap<Step, number>;

/** Names that it surely reads and that cells bind which would stop before. */
export function unbound({ reads, prepared }: Step, broken: Broken): string[] {
  if (broken.size === 0) {
    return [];
  }
  const found = reads.filter(({ version, name }) => {
    const stopsAt = version ? broken.get(version.baseStep) : undefined;
    const maker = version?.baseStep.prepared;
    return (
      stopsAt !== undefined &&
      (maker?.readyAt.get(name) ?? 0) > stopsAt &&
      !maker?.updates.some(one => one.name === name) &&
      needs(prepared, name)
    );
  });
  return found.map(({ name }) => name);
}

/** Where a step stops for want of a name: the offset. */
export function stopsFor(
  { readAt }: Prepared,
  lacking: readonly string[]
): number {
  return lacking.length === 0
    ? Infinity
    : Math.min(...lacking.map(name => readAt.get(name) ?? 0));
}

/** The name for want of which an execution ended; null where it ended otherwise. */
export function missedName({ status, error }: Execution): string | null {
  const isMiss = status === 'error' && error?.ename === 'NameError';
  const [, name = null] =
    (isMiss && /^name '(\w+)' is not defined/.exec(error.evalue)) || [];
  return name;
}

/** Where a recorded step stopped for want of a name that its source surely reads: the offset. */
export function stoppedAt({ readAt }: Prepared, execution: Execution): number {
  const name = missedName(execution);
  return (name === null ? undefined : readAt.get(name)) ?? Infinity;
}

/** True when the code cannot do without the name: it surely reads or changes what stands under it. */
function needs({ reads, updates }: Prepared, name: string): boolean {
  return (
    reads.some(read => read.name === name && read.isCertain) ||
    updates.some(update => update.name === name && update.isSure)
  );
}
