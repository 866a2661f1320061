// Lineage keys: equal keys, equal results.
import type { Execution } from '../model';
import { isOption } from './displays';
import type { Prepared } from './prepare';
import type { Read, Step } from './version';
import type { World } from './world';

/** Key of a step: its source with all that it reads. One that ended in the middle equals no other. */
export function keyOf(
  world: World,
  { normalised }: Prepared,
  reads: readonly Read[],
  execution: Execution | null
): number {
  const { interner } = world.knowledge;
  let whole = interner.intern(normalised);
  for (const { id, key } of reads) {
    whole = interner.pair(whole, interner.pair(interner.intern(id), key));
  }
  const status = execution?.status;
  const isPartial =
    status === 'interrupted' ||
    (world.policy === 'sound' && status === 'error');
  return execution && isPartial
    ? interner.pair(whole, interner.intern(execution.executionId))
    : whole;
}

/** What values hang on of what a step reads; the reads themselves where all of them count. */
export function withoutOptions(reads: readonly Read[]): readonly Read[] {
  return reads.some(({ name }) => isOption(name))
    ? reads.filter(({ name }) => !isOption(name))
    : reads;
}

/**
 * Key of a value that hangs on one statement of the step; undefined where the whole step counts. A slice keeps whole
 * steps, so there the last one that made the value counts.
 */
export function valueKeyOf(
  world: World,
  { prepared, reads, execution }: Step,
  name: string
): number | undefined {
  const { knowledge, policy } = world;
  const origin = prepared.origins.get(name);
  const hasBody = (one: string): boolean =>
    (world.get(one)?.carried.length ?? 0) > 0;
  const isWhole =
    !execution ||
    execution.status === 'ok' ||
    execution.status === 'error' ||
    (execution.status === 'lost' && execution.report !== null);
  if (
    policy === 'sound' ||
    !origin ||
    !isWhole ||
    origin.calls?.some(hasBody)
  ) {
    return undefined;
  }
  const { interner } = knowledge;
  let whole = interner.pair(
    interner.intern(name),
    interner.intern(origin.text)
  );
  for (const { name: read, path, key } of reads) {
    if (origin.references.includes(read)) {
      const id = interner.intern(`${read}${path ?? ''}`);
      whole = interner.pair(whole, interner.pair(id, key));
    }
  }
  return whole;
}
