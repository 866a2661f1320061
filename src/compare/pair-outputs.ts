// Which output of the replay stands for which of the record.
import type { Output } from '../model';
import { kindOf } from './compare-outputs';
import { joined, type Placed } from './join-streams';

/** An output with its twin; null where there is none. */
export type Pair = {
  readonly a: Output | null;
  readonly b: Output | null;
  /** Place of `a` among the record's outputs, before its streams were joined; null without `a`. */
  readonly index: number | null;
  /** The same of `b`, among the replay's. */
  readonly twinIndex: number | null;
};

/** Longer lists are paired place by place. */
const PAIRED_BY_KIND = 400;

/** Pairs outputs in order; writes to one stream are joined up to the next output of another kind. */
export function pairOutputs(
  recorded: readonly Output[],
  replayed: readonly Output[]
): Pair[] {
  const a = joined(recorded);
  const b = joined(replayed);
  const twins =
    Math.max(a.length, b.length) > PAIRED_BY_KIND
      ? a.map((_, index) => (index < b.length ? index : null))
      : twinsOf(a, b);
  const pairs: Pair[] = [];
  let next = 0;
  const addUpTo = (end: number): void => {
    for (; next < end; next += 1) {
      pairs.push({
        a: null,
        b: b[next]?.output ?? null,
        index: null,
        twinIndex: b[next]?.index ?? null
      });
    }
  };
  a.forEach(({ output, index }, place) => {
    const twin = twins[place] ?? null;
    if (twin !== null) {
      addUpTo(twin);
      next = twin + 1;
    }
    pairs.push({
      a: output,
      b: twin === null ? null : (b[twin]?.output ?? null),
      index,
      twinIndex: twin === null ? null : (b[twin]?.index ?? null)
    });
  });
  addUpTo(b.length);
  return pairs;
}

/** The longest common order of kinds; equal outputs are worth more than outputs of one kind. */
function twinsOf(
  a: readonly Placed[],
  b: readonly Placed[]
): (number | null)[] {
  const keysA = a.map(
    ({ output }) => [kindOf(output), textOf(output)] as const
  );
  const keysB = b.map(
    ({ output }) => [kindOf(output), textOf(output)] as const
  );
  const worth = (i: number, j: number): number => {
    const [one, other] = [keysA[i], keysB[j]];
    if (!one || !other) {
      return 0;
    }
    return familyOf(one[0]) !== familyOf(other[0])
      ? 0
      : one[1] === other[1]
        ? 3
        : one[0] === other[0]
          ? 2
          : 1;
  };
  const best = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0)
  );
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const pair = worth(i, j);
      (best[i] ?? [])[j] = Math.max(
        at(i + 1, j),
        at(i, j + 1),
        pair > 0 ? pair + at(i + 1, j + 1) : 0
      );
    }
  }
  const twins: (number | null)[] = a.map(() => null);
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const pair = worth(i, j);
    if (pair > 0 && at(i, j) === pair + at(i + 1, j + 1)) {
      twins[i] = j;
      i += 1;
      j += 1;
    } else if (at(i, j) === at(i + 1, j)) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return twins;
}

/** Results of any form may be each other's twins, and errors of any kind. */
function familyOf(kind: string): string {
  return kind.startsWith('a result')
    ? 'a result'
    : kind.startsWith('a ')
      ? 'an error'
      : kind;
}

function textOf(output: Output): string {
  return output.output_type === 'stream'
    ? output.text
    : JSON.stringify(
        output.output_type === 'error' ? output.evalue : output.data
      );
}
