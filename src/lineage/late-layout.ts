// How a value that a step left is put together, worked out where somebody looks at some of its parts alone.
import type { Making } from '../analysis';
import type { Layout } from './layout';
import { layOut, type LeftValue } from './lay-out';
import { chancesIn, type Step, type Version } from './version';
import { zipped } from './zip-layouts';

/** The parts of a value, told when somebody asks. */
export type LateLayout = {
  /** How many values have to be laid out for it, one after the other. */
  readonly depth: number;
  /** True where nothing that it is made of hangs on chance, as far back as it goes. */
  readonly isFree: boolean;
  /** Null where nobody tells of its parts. */
  readonly told: () => Layout | null;
};

/** So many values are laid out at once: each asks the one before. */
const DEEPEST = 64;

/** A value that a step left, with what its source tells of it. */
export type LaidOut = LeftValue & {
  readonly making: Making;
  /** See `LateLayout`. */
  readonly isFree: boolean;
};

/** The layout of a value that a step left; of one that was there before, and hangs on no chance, that of then. */
export function layoutOf(left: LaidOut): LateLayout {
  const { knowledge, version, isFree } = left;
  const first = isFree ? knowledge.layouts.get(version.key) : undefined;
  if (first?.isFree) {
    return first;
  }
  const made = new LeftLayout(left);
  if (made.depth % DEEPEST === 0) {
    void made.told()?.whole;
  }
  return made;
}

/** True for a value that hangs on no chance, and is made of none that does. */
export function isFree(version: Version): boolean {
  return (version.layout?.isFree ?? true) && chancesIn(version).length === 0;
}

class LeftLayout implements LateLayout {
  constructor(private readonly left: LaidOut) {
    this.isFree = left.isFree;
    this.depth = 1 + depthBehind(left.step);
  }

  told(): Layout | null {
    this.known = this.known === undefined ? this.laidOut() : this.known;
    return this.known;
  }

  /** Of versions that count as one, the first tells the keys; where neither hangs on any chance, nothing has to be laid out anew. */
  private laidOut(): Layout | null {
    const { left } = this;
    const { knowledge, version, making } = left;
    const { layouts } = knowledge;
    const then = layouts.get(version.key);
    if (then && chancesIn(version).length === 0 && isWithoutChances(then)) {
      return then.told();
    }
    const own = layOut(left, making);
    const first = layouts.get(version.key)?.told();
    if (first) {
      return keyedAs(first, own);
    }
    this.known = own;
    layouts.set(version.key, this);
    return own;
  }

  readonly isFree: boolean;
  readonly depth: number;
  private known: Layout | null | undefined;
}

function isWithoutChances(layout: LateLayout): boolean {
  return layout.isFree || layout.told()?.whole.chances.length === 0;
}

function depthBehind({ reads }: Step): number {
  let depth = 0;
  for (const { version } of reads) {
    depth = Math.max(depth, version?.layout?.depth ?? 0);
  }
  return depth;
}

/** The parts of a value that counts as one that was there before: its keys are those of then, its chances its own. */
export function laidOutAs(then: LateLayout, now: Version): LateLayout {
  const { chances, layout } = now;
  const areFree = then.isFree && (layout?.isFree ?? true);
  if (areFree && chances.length === 0) {
    return then;
  }
  return {
    depth: Math.max(then.depth, layout?.depth ?? 0),
    isFree: false,
    told: () => {
      const first = then.told();
      const own = first && layout?.told();
      return (
        first &&
        ((own && keyedAs(first, own)) ??
          zipped(first, first, ({ key }) => ({ key, chances, sizing: [] })))
      );
    }
  };
}

/** The keys of one layout with the chances of another; null where they have not the same parts. */
function keyedAs(first: Layout, own: Layout): Layout | null {
  const isAlike =
    first.kind === own.kind &&
    first.columns.length === own.columns.length &&
    first.columns.every(({ label }, at) => label === own.columns[at]?.label);
  return isAlike
    ? zipped(first, own, ({ key }, mine) => ({ ...mine, key }))
    : null;
}
