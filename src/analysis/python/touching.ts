// What a statement uses up or writes to without naming it as changed: iterators that are asked for an item, open files.

import type { Syntax } from './syntax';

const CONTAINER =
  /^(?:Array|Dictionary|Set)(?:Comprehension)?(?:Expression)?$|^String$/;
/** A call that opens a file in a mode in which it can be written. */
const OPENING = /(?:open|File)\s*\([^)]*?['"][rbtU]*[wax+][rbt+]*['"]/i;

/** Names that stand for a list, a dictionary, a set or a text that is written out, wherever they are bound in the cell. */
export function containersIn(
  source: string,
  root: Syntax
): ReadonlySet<string> {
  const found = new Set<string>();
  const others = new Set<string>();
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const { children } = node;
    const [target, sign, value] = children;
    const isPlain =
      node.name === 'AssignStatement' &&
      children.length === 3 &&
      isAssigning(sign) &&
      CONTAINER.test(value?.name ?? '');
    const name = source.slice(target?.from ?? 0, target?.to ?? 0);
    if (isPlain && target?.name === 'VariableName') {
      found.add(name);
    } else if (/^(?:Assign|Update)Statement$/.test(node.name)) {
      children
        .slice(0, children.map(isAssigning).lastIndexOf(true))
        .forEach(one => others.add(source.slice(one.from, one.to)));
    }
    pending.push(...children);
  }
  others.forEach(name => found.delete(name));
  return found;
}

/** True for the sign between a name and its value. */
export function isAssigning(sign: Syntax | undefined): boolean {
  return sign?.name === 'AssignOp';
}

/** True for code that opens a file for writing. */
export function opensToWrite(code: string): boolean {
  return OPENING.test(code);
}
