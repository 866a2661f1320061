// What a loop goes through, and what its body makes in that order.

import { childNamed, type Syntax } from '../syntax';
import { boundBy } from '../syntax-words';
import type { Growth } from './growth';
import { headOf } from './heads';
import type { Kinds } from './kinds';
import { keptBy } from './loops';
import type { Names } from './names';
import type { Notes } from './notes';

/** What a search knows where it meets a loop. */
type Searching = {
  readonly source: string;
  readonly growth: Growth;
  readonly kinds: Kinds;
  readonly notes: Notes;
};

/** Notes them for a `for` statement; `isInside`: in a function or a class. */
export function noteLoops(
  { source, growth, kinds, notes }: Searching,
  {
    node,
    names,
    isInside
  }: {
    readonly node: Syntax;
    readonly names: Names;
    readonly isInside: boolean;
  }
): void {
  const { targets, gone, places } = headOf(source, node);
  const body = childNamed(node, 'Body');
  if (!body) {
    return;
  }
  const bound = boundBy(source, targets);
  const elements = bound.filter(one => !places.includes(one));
  const kept = keptBy({
    source,
    body,
    elements,
    places,
    grows: value => growth.isLonger(value, kinds.of(value, names)),
    makesItems: name => growth.makesItems(name)
  });
  const [element] = elements.length === 1 && !isInside ? elements : [];
  notes.during(element ?? null, () =>
    gone.forEach(part =>
      notes.noteLoop(
        { node, gone: part, bound, kept, isInside },
        kinds.of(part, names)
      )
    )
  );
}
