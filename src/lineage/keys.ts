// Lineage keys: equal keys, equal results.
import type { Execution } from '../model';
import { isOption } from './displays';
import type { Interner } from './interner';
import type { Prepared } from './prepared';
import { codeOf } from './stand-ins';
import type { Read } from './version';
import type { World } from './world';

/**
 * Key of a step: its source with all that it reads. One that ended in the middle equals no other. A forecast takes no account
 * of how variables are called; what only the bodies behind names read counts by its place. A slice keeps the names.
 */
export function keyOf(
  world: World,
  prepared: Prepared,
  reads: readonly Read[],
  execution: Execution | null
): number {
  return keyIn(world, shapeOf(world, prepared, reads), reads, execution);
}

/** The number of a source with the ways in which it looks at names, whatever these hold. */
export function shapeOf(
  { knowledge: { interner }, policy }: World,
  prepared: Prepared,
  reads: readonly Read[]
): number {
  if (policy === 'precise') {
    return withCodes(interner, interner.intern(prepared.form), prepared, reads);
  }
  return reads.reduce(
    (shape, { id }) => interner.pair(shape, interner.intern(id)),
    interner.intern(prepared.normalised)
  );
}

/** The number of a source, or of statements, with the ways in which it looks at names. */
export function withCodes(
  interner: Interner,
  begun: number,
  coded: Pick<Prepared, 'roles'>,
  reads: readonly Read[]
): number {
  const others: string[] = [];
  let shape = begun;
  for (const read of reads) {
    shape = interner.pair(shape, codeOf(coded, read, others, interner));
  }
  return shape;
}

/** The key of a step of that shape. */
export function keyIn(
  { knowledge: { interner }, policy }: World,
  shape: number,
  reads: readonly Read[],
  execution: Execution | null
): number {
  let whole = shape;
  for (const { key } of reads) {
    whole = interner.pair(whole, key);
  }
  const status = execution?.status;
  const isPartial =
    status === 'interrupted' || (policy === 'sound' && status === 'error');
  return execution && isPartial
    ? interner.pair(whole, interner.intern(execution.executionId))
    : whole;
}

/** What values hang on of what a step reads; the reads themselves where all of them count. */
export function withoutOptions(
  { showing }: Prepared,
  reads: readonly Read[]
): readonly Read[] {
  return reads.some(isOfOption) && showing?.texts.size === 0
    ? reads.filter(read => !isOfOption(read))
    : reads;
}

function isOfOption({ name }: Read): boolean {
  return isOption(name);
}
