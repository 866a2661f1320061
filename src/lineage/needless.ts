// Names that bodies mention and a step did without: it went well where nobody had bound them.
import type { Execution } from '../model';
import { FOG } from './fog';
import { keyOf } from './keys';
import { isQuestion } from './looking';
import { NONE, NO_ENTRIES } from './nothing';
import type { Observation } from './observation';
import type { Prepared } from './prepared';
import type { Read } from './version';
import type { World } from './world';

/** What steps were seen to do without. */
export class Needless {
  /** Notes the key that a step has without the reads of these names. */
  note(normalised: string, names: string, key: number): void {
    const known =
      this.bySource.get(normalised) ?? new Map<string, Set<number>>();
    this.bySource.set(normalised, known);
    known.set(names, (known.get(names) ?? new Set()).add(key));
  }

  /** By list of names, the keys of steps of a source that did without them. */
  of(normalised: string): ReadonlyMap<string, ReadonlySet<number>> {
    return this.bySource.get(normalised) ?? NO_ENTRIES;
  }

  /** Forgets what replays taught. */
  forget(): void {
    this.bySource.clear();
  }

  private readonly bySource = new Map<string, Map<string, Set<number>>>();
}

/** Code that goes on where a name is missing, asks whether it is there, or comes to it only after the cell has ended. */
const WARY =
  /^(?:try|tryCatch|withCallingHandlers|except|suppress|hasattr|getattr|globals|locals|vars|dir|ls|exec|eval|evalq|get0|mget|yield|async|await|Thread|submit|Timer)$/;

/**
 * What a step sees without the names that it did without, or that a step of the same source did without which saw the same
 * otherwise: what all else determines does not come to them.
 */
export function withoutNeedless(
  world: World,
  prepared: Prepared,
  seen: Observation,
  execution: Execution | null
): Observation {
  const { knowledge, policy } = world;
  const { normalised, completeness, values } = prepared;
  const missing = execution?.status === 'ok' ? missingIn(seen) : NONE;
  const known = knowledge.needless.of(normalised);
  if (missing.length === 0 && known.size === 0) {
    return seen;
  }
  const isOpen =
    policy !== 'precise' ||
    completeness !== 'complete' ||
    values.oneShot.length > 0 ||
    seen.unseen.length > 0 ||
    world.get(FOG) !== undefined;
  if (isOpen) {
    return seen;
  }
  if (missing.length > 0) {
    if (isWary(prepared, seen.reads)) {
      return seen;
    }
    const names = missing.join(' ');
    const rest = without(seen, names);
    const key = keyOf(world, prepared, rest.reads, execution);
    knowledge.needless.note(normalised, names, key);
    return rest;
  }
  for (const [names, keys] of known) {
    const rest = without(seen, names);
    const isNeedless =
      rest.reads.length < seen.reads.length &&
      keys.has(keyOf(world, prepared, rest.reads, execution)) &&
      !knowledge.outcomes.has(keyOf(world, prepared, seen.reads, execution));
    if (isNeedless) {
      return rest;
    }
  }
  return seen;
}

/** Names that it may read and that nobody bound. */
function missingIn({ reads, absent }: Observation): readonly string[] {
  let missing: string[] | null = null;
  for (const read of reads) {
    const { name, version } = read;
    const isUnbound = version === null && !isQuestion(read);
    if (isUnbound && name[0] !== '@' && !absent.includes(name)) {
      missing ??= [];
      missing.push(name);
    }
  }
  return missing ?? NONE;
}

function without(seen: Observation, names: string): Observation {
  const list = names.split(' ');
  const reads = seen.reads.filter(({ name }) => !list.includes(name));
  return { ...seen, reads };
}

/** True where what runs may go on without a name that it needs. */
function isWary(prepared: Prepared, reads: readonly Read[]): boolean {
  return (
    prepared.spells(WARY) ||
    reads.some(
      ({ version }) =>
        version !== null &&
        version.carried.length > 0 &&
        [version.baseStep, ...version.carried.map(({ maker }) => maker)].some(
          step => step?.prepared.spells(WARY)
        )
    )
  );
}
