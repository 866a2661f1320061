// Statements that run code which does not stand in the cell.

import type { Prepared } from './prepare';
import type { Syntax } from './syntax';

/** Builtins that call nothing of what they are given by name. */
const PLAIN =
  /^(?:print|display|len|range|int|float|bool|str|repr|list|tuple|dict|set|sum|abs|round|type|isinstance)$/;

/** The statements of a cell that import, call or decorate anywhere in them, and all lines of IPython's, in order and as written. */
export function outwardOf(
  { text, straight, marks }: Pick<Prepared, 'text' | 'straight' | 'marks'>,
  { children }: Syntax
): readonly string[] {
  const own = [...marks.magics.values(), ...marks.after].map(one => one.range);
  const others = children.filter(statement => leadsOut(text, statement));
  return [...own, ...others]
    .sort((one, other) => one.from - other.from)
    .map(({ from, to }) => straight.slice(from, to).trim());
}

function leadsOut(text: string, root: Syntax): boolean {
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const { name, children } = node;
    const [callee] = children;
    const isPlain =
      callee?.name === 'VariableName' &&
      PLAIN.test(text.slice(callee.from, callee.to));
    if (
      name === 'ImportStatement' ||
      name === 'Decorator' ||
      (name === 'CallExpression' && !isPlain)
    ) {
      return true;
    }
    pending.push(...children);
  }
  return false;
}
