// Which names of a loop's body hang on the element of a turn.

import type { Loop } from './loops';
import { assignmentOf, boundBy, mentions, nodesIn } from '../syntax-words';

/** How many values are followed from one to the next. */
const FARTHEST = 8;

/** The elements of a loop and their places, and what its body makes of them: names that hang on the element of a turn. */
export function toldBy({
  source,
  body,
  elements,
  places
}: Loop): ReadonlySet<string> {
  const told = new Set([...elements, ...places]);
  for (
    let size = -1, left = FARTHEST;
    size < told.size && left > 0;
    left -= 1
  ) {
    size = told.size;
    for (const node of nodesIn(body)) {
      const { children } = node;
      const split = children.findIndex(({ name }) => name === 'in');
      if (node.name === 'AssignStatement') {
        const { targets, values } = assignmentOf(node);
        if (values.some(value => mentions(source, value, told))) {
          boundBy(source, targets).forEach(name => told.add(name));
        }
      } else if (node.name === 'UpdateStatement') {
        if (mentions(source, node, told)) {
          boundBy(source, children.slice(0, 1)).forEach(name => told.add(name));
        }
      } else if (
        node.name === 'ForStatement' &&
        children
          .slice(split + 1)
          .some(part => part.name !== 'Body' && mentions(source, part, told))
      ) {
        boundBy(source, children.slice(1, split)).forEach(name =>
          told.add(name)
        );
      }
    }
  }
  return told;
}
