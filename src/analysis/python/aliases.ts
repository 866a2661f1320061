// Names that reach a value of another name: `b = a`, `b = a["x"]`, `for b in a`.

import { accessOf, partOf } from './access';
import { argumentsOf, carriersOf } from './arguments';
import type { Origin } from './data-flow';
import { lastItem } from './neighbours';
import { childNamed, type Syntax } from './syntax';
import { namesOf } from './targets';
import { textOf, type Walk } from './walk';

/** After `target = value`: changes of the one are changes of the other. */
export function aliasValue(walk: Walk, target: Syntax, value: Syntax): void {
  const { root, steps } = accessOf(walk, value);
  if (target.name === 'VariableName' && root.name === 'VariableName') {
    const name = textOf(walk, root);
    const isSame = steps.length === 0;
    const path = partOf(walk, steps);
    setOrigins(walk, target, [{ name, path, isSame }]);
  }
}

/** In `for target in iterated`: changes of an element may be changes of the whole. */
export function aliasElements(
  walk: Walk,
  target: Syntax,
  iterated: Syntax
): void {
  const { root } = accessOf(walk, iterated);
  const [callee] = root.children;
  const sources =
    root.name === 'CallExpression' && callee
      ? sourcesOfCall(walk, root, callee)
      : carriersOf(walk, iterated);
  const origins = sources.map(source => ({
    name: textOf(walk, source.root),
    path: partOf(walk, source.steps),
    isSame: false
  }));
  setOrigins(walk, target, origins);
}

/** `enumerate(a)`, `zip(a, b)`, `a.items()` go through the elements of what they get. */
function sourcesOfCall(
  walk: Walk,
  node: Syntax,
  callee: Syntax
): ReturnType<typeof carriersOf> {
  const { root, steps } = accessOf(walk, callee);
  const last = lastItem(steps);
  if (last?.kind === 'attribute') {
    const isView = /^(?:items|values|flat|ravel)$/.test(last.name);
    return isView && root.name === 'VariableName'
      ? [{ root, steps: steps.slice(0, -1) }]
      : [];
  }
  const isView = /^(?:enumerate|zip|reversed|iter)$/.test(textOf(walk, callee));
  const given = argumentsOf(walk, childNamed(node, 'ArgList'));
  return isView
    ? given.all.flatMap(argument => carriersOf(walk, argument))
    : [];
}

function setOrigins(
  walk: Walk,
  target: Syntax,
  found: readonly Origin[]
): void {
  if (walk.scope.kind !== 'module') {
    return;
  }
  const { origins } = walk.facts.flow;
  for (const name of namesOf(walk, target)) {
    const others = found.filter(origin => origin.name !== name);
    const further = others.flatMap(origin =>
      (origins.get(origin.name) ?? []).map(from => ({
        ...from,
        isSame: from.isSame && origin.isSame
      }))
    );
    const all = [...others, ...further]
      .filter(origin => origin.name !== name)
      .slice(0, 8);
    if (all.length > 0) {
      origins.set(name, all);
    }
  }
}
