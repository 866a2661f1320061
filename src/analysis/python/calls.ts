// Calls: what runs, and what may change.

import { accessOf, partOf } from './access';
import { visitComprehension } from './comprehensions';
import { childNamed, type Syntax } from './syntax';
import { bind, call, rangeOf, read, textOf, update, type Walk } from './walk';

/** Visits the callee, then the arguments. */
export function visitCall(walk: Walk, node: Syntax): void {
  const [callee] = node.children;
  const list = childNamed(node, 'ArgList');
  if (!callee) {
    return;
  }
  const { root, steps } = accessOf(walk, callee);
  if (root.name === 'VariableName') {
    const owner = steps.slice(0, -1);
    read(walk, root, partOf(walk, owner));
    call(walk, textOf(walk, root));
    if (steps.length > 0) {
      mayChange(walk, root, partOf(walk, owner));
    }
  } else {
    walk.expression(walk, callee);
  }
  if (list) {
    visitArguments(walk, list);
  }
}

/** Visits arguments; whoever gets a value may change it. */
export function visitArguments(walk: Walk, list: Syntax): void {
  const parts = list.children.slice(1, -1);
  if (parts.some(part => part.name === 'for')) {
    visitComprehension(walk, parts);
    return;
  }
  parts.forEach((part, index) => {
    if (parts[index + 1]?.name === 'AssignOp') {
      return;
    }
    walk.expression(walk, part);
    const sign = parts[index - 1];
    const target = parts[index - 2];
    if (target && sign?.name === 'AssignOp' && textOf(walk, sign) === ':=') {
      const name = textOf(walk, target);
      bind(walk, { name, kind: 'named-expression', range: rangeOf(target) });
    }
    const { root, steps } = accessOf(walk, part);
    if (root.name === 'VariableName') {
      call(walk, textOf(walk, root));
      mayChange(walk, root, partOf(walk, steps));
    }
  });
}

function mayChange(walk: Walk, root: Syntax, path: string | null): void {
  update(walk, {
    name: textOf(walk, root),
    range: rangeOf(root),
    path,
    certainty: 'possible',
    isReplacement: false
  });
}
