// Classes: the body runs now, the methods later.

import { callsOf, finish } from './deferred';
import { itemBefore } from './neighbours';
import { BASE, type ClassScope } from './scope';
import { childNamed, type Syntax } from './syntax';
import { withTypeParameters } from './type-parameters';
import { bind, call, inScope, rangeOf, textOf, type Walk } from './walk';

/** `class`, with the names of the decorators that stand above it. */
export function visitClass(
  walk: Walk,
  node: Syntax,
  decorators: readonly string[]
): void {
  const nameNode = childNamed(node, 'VariableName');
  const bases: string[] = [];
  const events = withTypeParameters(walk, node, () => {
    bases.push(...visitBases(walk, childNamed(node, 'ArgList')));
    const scope: ClassScope = {
      kind: 'class',
      parent: walk.scope,
      name: nameNode ? textOf(walk, nameNode) : null,
      locals: new Set(),
      globals: new Set(),
      deferred: []
    };
    inScope(walk, scope, () => {
      const body = childNamed(node, 'Body');
      if (body) {
        walk.statement(walk, body);
      }
    });
    return scope.deferred;
  });
  if (nameNode) {
    const name = textOf(walk, nameNode);
    bind(walk, { name, kind: 'class', range: rangeOf(nameNode) });
    const inherited = callsOf(walk, bases).map(event => ({
      ...event,
      of: BASE
    }));
    const calls = callsOf(walk, decorators);
    finish(walk, { name, range: rangeOf(node) }, [
      ...events,
      ...inherited,
      ...calls
    ]);
  }
}

/** Bases and keywords of a class, a metaclass being called; returns the names among them. */
function visitBases(walk: Walk, list: Syntax | undefined): readonly string[] {
  const names: string[] = [];
  const children = list?.children ?? [];
  children.forEach((child, index) => {
    if (children[index + 1]?.name === 'AssignOp') {
      return;
    }
    walk.expression(walk, child);
    if (child.name === 'VariableName') {
      names.push(textOf(walk, child));
      if (itemBefore(children, index)?.name === 'AssignOp') {
        call(walk, textOf(walk, child));
      }
    }
  });
  return names;
}
