// The brackets after the name of a definition: names of its own.

import type { Event } from './scope';
import { childNamed, type Syntax } from './syntax';
import { doubtfully, inScope, textOf, type Walk } from './walk';

/** Visits bounds, then the rest of a definition; what the rest does to type parameters stays inside. */
export function withTypeParameters(
  walk: Walk,
  node: Syntax,
  visit: () => readonly Event[]
): readonly Event[] {
  const list = childNamed(node, 'TypeParamList');
  if (!list) {
    return visit();
  }
  const parameters = list.children.filter(child => child.name === 'TypeParam');
  const names = parameters.flatMap(parameter =>
    parameter.children.filter(child => child.name === 'VariableName')
  );
  const locals = new Set(names.map(name => textOf(walk, name)));
  const { scope: parent } = walk;
  const scope = { kind: 'inner', parent, locals, isOpen: true } as const;
  return inScope(walk, scope, () => {
    for (const parameter of parameters) {
      const bound = childNamed(parameter, 'TypeDef');
      if (bound) {
        doubtfully(walk, () => walk.expression(walk, bound));
      }
    }
    return visit().filter(
      event =>
        !('name' in event) ||
        event.type === 'hand' ||
        event.isGlobal ||
        !locals.has(event.name)
    );
  });
}
