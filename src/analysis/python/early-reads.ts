// Locals of a function that are read above where it binds them: the error tells their names.

import type { Syntax } from './syntax';

/** Names whose first place in a function is no binding, though one follows. */
export function earlyReads(source: string, body: Syntax): readonly string[] {
  const first = new Map<string, number>();
  const bound = new Map<string, number>();
  const pending = [body];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const { name, children } = node;
    children.forEach((child, index) => {
      const word = source.slice(child.from, child.to);
      if (child.name === 'VariableName') {
        first.set(word, Math.min(first.get(word) ?? Infinity, child.from));
        const isBound =
          name === 'AssignStatement' &&
          children[index + 1]?.name === 'AssignOp';
        if (isBound) {
          bound.set(word, Math.min(bound.get(word) ?? Infinity, child.from));
        }
      }
    });
    pending.push(...children);
  }
  return [...bound]
    .filter(([name, at]) => (first.get(name) ?? at) < at)
    .map(([name]) => name);
}
