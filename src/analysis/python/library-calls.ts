// Statements that call nothing but functions and methods which are known to do no more than give a value.

import { conventionalModule, isPureLibrary, methodKind } from './knowledge';
import type { Syntax } from './syntax';

/** Builtins that give a value and change nothing; those that are gone through later are left out. */
const PLAIN = new Set(
  `abs bool bytes chr complex dict divmod float frozenset int len list max min ord pow print range repr round set sorted str
  sum tuple type`.split(/\s+/)
);
/** What runs later, or stops in between. */
const LATER = /^(?:Lambda|Await|Yield)Expression$|^YieldStatement$/;

/**
 * True when all that the statement calls is known so by its name. `isOwn` tells names that the cell binds otherwise than by an
 * import: under those nobody knows a library.
 */
export function callsLibrariesAlone(
  source: string,
  root: Syntax,
  isOwn: (name: string) => boolean
): boolean {
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const isUnknown =
      LATER.test(node.name) ||
      (node.name === 'CallExpression' && !isPlainCall(source, node, isOwn));
    if (isUnknown) {
      return false;
    }
    node.children.forEach(child => pending.push(child));
  }
  return true;
}

function isPlainCall(
  source: string,
  { children: [callee] }: Syntax,
  isOwn: (name: string) => boolean
): boolean {
  if (!callee) {
    return false;
  }
  const text = source.slice(callee.from, callee.to);
  if (callee.name === 'VariableName') {
    return PLAIN.has(text) && !isOwn(text);
  }
  const [, root = '', rest = ''] = /^(\w+)((?:\.\w+)+)$/.exec(text) ?? [];
  const module = isOwn(root) ? undefined : conventionalModule(root);
  if (module !== undefined) {
    return isPureLibrary(`${module}${rest}`);
  }
  const method = callee.children[callee.children.length - 1];
  return (
    callee.name === 'MemberExpression' &&
    method?.name === 'PropertyName' &&
    methodKind(source.slice(method.from, method.to)) === 'pure'
  );
}
