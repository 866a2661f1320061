// What the kernel saw code do to streams of random numbers, learned over all executions of a source.
import type { Execution } from '../model';
import { ambientName, STREAMS } from './ambient-names';
import type { Prepared, PreparedEffect } from './prepared';
import { NONE } from './nothing';
import type { World } from './world';
import { drawsIdly, hasIdle, mayDrawIdly } from './idle-draws';

/** What is known of one source. */
export type StreamFacts = {
  /** Streams that it moved or set, by pseudo-name. */
  readonly drawn: ReadonlyMap<string, 'draw' | 'set'>;
  /** Streams that stood still whenever somebody looked; one that never moved may not have been there, unless every kernel has it. */
  readonly still: ReadonlySet<string>;
  /** True when it may be that it always drew for what does nothing with what it drew, by the types of its values. */
  readonly isIdle: boolean;
  /** True when the kernel always told of one that does so. */
  readonly isIdleTold: boolean;
};

/** Chance of the system, which the kernel tells beside the streams: it is never set, and nobody sees all of it. */
const ENTROPY = ambientName('entropy');

/** Pseudo-names of what the kernel tells, by the names under which it does. */
const TOLD: ReadonlyMap<string, string> = new Map([
  ...STREAMS.map(name => [name.slice(name.indexOf(':') + 1), name] as const),
  ['entropy', ENTROPY]
]);

/** Nothing is known. */
export const NO_STREAMS: StreamFacts = {
  drawn: new Map(),
  still: new Set(),
  isIdle: false,
  isIdleTold: false
};

/** Streams that one source moved; a stream that ends in one state wherever it began is set. */
export class StreamRecord {
  /**
   * Adds one execution that came to its end, and to `seen` what moved; one without a look at streams tells nothing. `running` are
   * the streams that moved in the same kernel before, to which it adds. True when it changed what is known.
   */
  add({ report }: Execution, seen: Set<string>, running: Set<string>): boolean {
    if (!report?.streams) {
      return false;
    }
    if (this.looks > 0 && this.tellsNothing(report.streams, running)) {
      return false;
    }
    const known = told(this.facts(seen));
    this.looks += 1;
    this.known = null;
    for (const [told, name] of TOLD) {
      const change = report.streams[told];
      if (change) {
        seen.add(name);
        running.add(name);
        this.before(name).add(change.before);
        this.after(name).add(change.after);
        this.isIdle &&= mayDrawIdly(report.types ?? {});
        this.isIdleTold &&= hasIdle(report.types ?? {});
      } else if (name !== ENTROPY && (running.has(name) || !isLazy(name))) {
        this.watched.add(name);
      }
    }
    return known !== told(this.facts(seen));
  }

  /** True where no stream moved, and all that stood still were seen to do so before. */
  private tellsNothing(streams: object, running: ReadonlySet<string>): boolean {
    return (
      Object.keys(streams).length === 0 &&
      STREAMS.every(
        name => this.watched.has(name) || (isLazy(name) && !running.has(name))
      )
    );
  }

  facts(seen: ReadonlySet<string>): StreamFacts {
    if (this.looks === 0) {
      return NO_STREAMS;
    }
    if (this.known?.of === seen.size) {
      return this.known.facts;
    }
    const drawn = new Map<string, 'draw' | 'set'>();
    for (const name of this.befores.keys()) {
      const isSet =
        name !== ENTROPY &&
        this.before(name).size > 1 &&
        this.after(name).size === 1;
      drawn.set(name, isSet ? 'set' : 'draw');
    }
    const still = new Set(
      [...this.watched].filter(
        name => (seen.has(name) || !isLazy(name)) && !drawn.has(name)
      )
    );
    const isIdle = this.isIdle && drawn.size > 0;
    const isIdleTold = isIdle && this.isIdleTold;
    this.known = { of: seen.size, facts: { drawn, still, isIdle, isIdleTold } };
    return this.known.facts;
  }

  private before(name: string): Set<string> {
    return entry(this.befores, name);
  }

  private after(name: string): Set<string> {
    return entry(this.afters, name);
  }

  private looks = 0;
  private isIdle = true;
  private isIdleTold = true;
  /** Streams that stood still under somebody's eyes. */
  private readonly watched = new Set<string>();
  /** Facts as of so many streams seen anywhere; null after a look. */
  private known: { readonly of: number; readonly facts: StreamFacts } | null =
    null;
  private readonly befores = new Map<string, Set<string>>();
  private readonly afters = new Map<string, Set<string>>();
}

/** What of the facts counts for those who walk the source. */
function told({ drawn, isIdle, isIdleTold }: StreamFacts): string {
  return `${[...drawn].join(' ')} ${isIdle} ${isIdleTold}`;
}

/** True for a stream that a library makes when somebody first draws from it: nobody saw where that draw began. */
function isLazy(name: string): boolean {
  return name !== ambientName('random', 'random');
}

function entry(map: Map<string, Set<string>>, name: string): Set<string> {
  const known = map.get(name) ?? new Set<string>();
  map.set(name, known);
  return known;
}

/** Draws and seeds that the source does not show: somebody else's code did it. */
export function unseenDraws(
  world: World,
  prepared: Prepared,
  { drawn, isIdle: mayBeIdle, isIdleTold }: StreamFacts
): readonly PreparedEffect[] {
  if (drawn.size === 0) {
    return NONE;
  }
  const known = new Set(prepared.effects.map(({ name }) => name));
  const isIdle = mayBeIdle && drawsIdly(world, prepared, isIdleTold);
  return known.has(ambientName('random'))
    ? []
    : [...drawn]
        .filter(([name]) => !known.has(name))
        .map(([name, action]) => ({
          name,
          action,
          origin: '',
          into: null,
          arranges: [],
          isIdle
        }));
}
