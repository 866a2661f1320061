// What a loop goes through, and what its body makes in that order.

import { childNamed, type Syntax } from '../syntax';
import { boundBy, callOf } from '../syntax-words';
import type { Growth } from './growth';
import type { Head } from './heads';
import type { Kinds } from './kinds';
import { keptBy } from './loops';
import type { Names } from './names';
import type { Notes } from './notes';
import type { Around } from './recursion';

/** What a search knows where it meets a loop. */
type Searching = {
  readonly source: string;
  readonly growth: Growth;
  readonly kinds: Kinds;
  readonly notes: Notes;
};

/** Notes them for a `for` statement; `isInside`: in a function or a class. True where its order is met. */
export function noteLoops(
  { source, growth, kinds, notes }: Searching,
  {
    node,
    head: { targets, gone, places },
    names,
    isInside,
    around
  }: {
    readonly node: Syntax;
    readonly head: Head;
    readonly names: Names;
    readonly isInside: boolean;
    readonly around: Around | null;
  }
): boolean {
  const body = childNamed(node, 'Body');
  const isCounting = (part: Syntax): boolean =>
    isRange(source, part) && kinds.of(part, names) === null;
  if (!body || gone.every(isCounting)) {
    return false;
  }
  const bound = boundBy(source, targets);
  const elements = bound.filter(one => !places.includes(one));
  const kept = keptBy({
    source,
    body,
    elements,
    places,
    around,
    grows: value => growth.isLonger(value, kinds.of(value, names)),
    makesItems: name => growth.makesItems(name)
  });
  const [element] = elements.length === 1 && !isInside ? elements : [];
  let isMet = false;
  notes.during(element ?? null, () =>
    gone.forEach(part => {
      const note = { node, gone: part, bound, kept, isInside, around };
      isMet = notes.noteLoop(note, kinds.of(part, names)) || isMet;
    })
  );
  return isMet;
}

/** True for numbers in their own order, which most loops go through. */
function isRange(source: string, part: Syntax): boolean {
  const call = callOf(source, part);
  return call?.owner === null && call.word === 'range';
}
