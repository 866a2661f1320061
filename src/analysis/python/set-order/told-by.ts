// Which names of a loop's body hang on the element of a turn.

import type { Loop } from './loops';
import type { Syntax } from '../syntax';
import { assignmentOf, boundBy, mentions } from '../syntax-words';
import { wordSet } from '../word-set';

/** Statements by which a name gets a value, which goes on from there. */
const TELLING = wordSet('AssignStatement UpdateStatement ForStatement');
/** How many values are followed from one to the next. */
const FARTHEST = 8;

/**
 * The elements of a loop and their places, and what the nodes of its body make of them: names that hang on the element of a
 * turn.
 */
export function toldBy(
  { source, elements, places }: Loop,
  nodes: readonly Syntax[]
): ReadonlySet<string> {
  const told = new Set([...elements, ...places]);
  const telling = nodes.filter(({ name }) => TELLING.has(name));
  for (
    let size = -1, left = FARTHEST;
    size < told.size && left > 0;
    left -= 1
  ) {
    size = told.size;
    for (const node of telling) {
      const { children } = node;
      if (node.name === 'AssignStatement') {
        const { targets, values } = assignmentOf(node);
        if (values.some(value => mentions(source, value, told))) {
          boundBy(source, targets).forEach(name => told.add(name));
        }
      } else if (node.name === 'UpdateStatement') {
        if (mentions(source, node, told)) {
          boundBy(source, children.slice(0, 1)).forEach(name => told.add(name));
        }
      } else {
        const split = children.findIndex(({ name }) => name === 'in');
        const goesOn = children
          .slice(split + 1)
          .some(part => part.name !== 'Body' && mentions(source, part, told));
        if (goesOn) {
          boundBy(source, children.slice(1, split)).forEach(name =>
            told.add(name)
          );
        }
      }
    }
  }
  return told;
}
