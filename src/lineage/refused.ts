// Sources of which nothing runs: Python refuses them, they begin with a cell magic that is not there, or the shell runs none.
import { refusesCode, type Execution } from '../model';
import type { Knowledge } from './knowledge';
import { lacksCellMagic } from './lacking-magics';
import { NONE } from './nothing';
import type { Prepared } from './prepared';
import { whatStuck } from './stuck-shell';
import type { World } from './world';

/** How a cell ends whose source Python refuses: the file is the cell itself, and no text that the cell has parsed. */
const REFUSED = /\((?:\d+\.py|<ipython-input[^)]*>?), line \d+\)$/;

/** True when Python refused the code of an execution: nothing of it ran, and nothing will. */
export function isRefused(execution: Execution | null): boolean {
  const { status, error } = execution ?? {};
  return (
    status === 'error' &&
    refusesCode(error?.ename ?? '') &&
    REFUSED.test(error?.evalue ?? '')
  );
}

/** The source as far as it ran, or would run: as it is, or without all that it does. */
export function whatRan(
  world: World,
  prepared: Prepared,
  execution: Execution | null
): Prepared {
  const { knowledge } = world;
  const { refused } = knowledge;
  const isNow = isRefused(execution);
  if (isNow) {
    refused.add(prepared.normalised);
  } else if (
    refused.size > 0 &&
    (execution?.status === 'ok' || execution?.status === 'error')
  ) {
    refused.delete(prepared.normalised);
  }
  const isInert = execution
    ? isNow || lacksCellMagic(execution)
    : refused.has(prepared.normalised);
  return isInert
    ? withoutEffects(knowledge, prepared)
    : (whatStuck(world, prepared, execution) ?? prepared);
}

function withoutEffects({ inert }: Knowledge, prepared: Prepared): Prepared {
  const known = inert.get(prepared) ?? {
    ...prepared,
    reads: NONE,
    strong: NONE,
    weak: NONE,
    grown: NONE,
    turned: NONE,
    own: new Set<string>(),
    builtins: NONE,
    updates: NONE,
    deletes: NONE,
    definitions: new Map(),
    heldCode: new Map(),
    calls: NONE,
    open: NONE,
    handovers: NONE,
    asked: NONE,
    effects: NONE,
    imports: NONE,
    files: NONE,
    takesFiles: false,
    takesAway: false,
    reloads: false,
    arrays: new Set<string>(),
    listings: NONE,
    stamps: NONE,
    values: {
      oneShot: NONE,
      consumed: NONE,
      sharing: NONE,
      holdings: NONE,
      generators: NONE
    },
    bindsUnknown: false,
    completeness: 'complete' as const
  };
  inert.set(prepared, known);
  return known;
}
