// The tokens of an expression, with others in the place of its names.

import type { Range } from '../../name-uses';

import type { Syntax } from '../syntax';
import { textOf } from '../syntax-words';

/** The tokens with a blank between them; texts with fields stay as they are written. */
export function tokensOf(
  source: string,
  node: Syntax,
  spell: (name: string, range: Range) => string
): string {
  const words: string[] = [];
  const pending: (readonly [Syntax, boolean])[] = [[node, false]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [at, isKeyword] = next;
    const { name, children } = at;
    if (name === 'VariableName' && !isKeyword) {
      words.push(spell(textOf(source, at), at));
    } else if (children.length === 0 || name === 'FormatString') {
      words.push(textOf(source, at));
    }
    for (let last = children.length - 1; last >= 0; last -= 1) {
      const child = children[last];
      const isNamed =
        name === 'ArgList' && children[last + 1]?.name === 'AssignOp';
      if (child) {
        pending.push([child, isNamed]);
      }
    }
  }
  return words.join(' ');
}
