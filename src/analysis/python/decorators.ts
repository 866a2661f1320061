// Decorators: evaluated before the definition, called with it after.

import { visitArguments } from './calls';
import { visitClass } from './classes';
import { visitFunction } from './functions';
import { childNamed, type Syntax } from './syntax';
import { call, read, textOf, type Walk } from './walk';

/** Visits a function or class with its decorators. */
export function visitDecorated(walk: Walk, node: Syntax): void {
  const decorators = node.children.filter(child => child.name === 'Decorator');
  const names = decorators.flatMap(decorator =>
    visitDecorator(walk, decorator)
  );
  for (const child of node.children) {
    if (child.name === 'FunctionDefinition') {
      visitFunction(walk, child, names);
    } else if (child.name === 'ClassDefinition') {
      visitClass(walk, child, names);
    }
  }
}

/** The name that it starts with. */
function visitDecorator(walk: Walk, node: Syntax): readonly string[] {
  const [, first] = node.children;
  const list = childNamed(node, 'ArgList');
  if (list) {
    visitArguments(walk, list);
  }
  if (first?.name !== 'VariableName') {
    return [];
  }
  const part = node.children[3];
  const isDotted = node.children[2]?.name === '.' && part;
  read(walk, first, isDotted ? `["${textOf(walk, part)}"]` : null);
  call(walk, textOf(walk, first));
  return [textOf(walk, first)];
}

/** A decorator that is more than a name and a call stands as an expression before the definition. */
export function visitLooseDecorator(walk: Walk, node: Syntax): void {
  const visit = (part: Syntax): void => {
    if (part.name === 'VariableName') {
      call(walk, textOf(walk, part));
    }
    part.children.forEach(visit);
  };
  node.children.forEach(child => walk.expression(walk, child));
  visit(node);
}
