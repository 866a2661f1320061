// Names: which scope has them, and which names a body binds itself.

import type { Syntax } from '../syntax';

import { type Machine } from './machine';
import { builtinNames } from '../builtins';
import { Lost, type Scope, type Value } from './values';

/** IPython's own names. */
const PREDEFINED = /^(?:display|get_ipython|exit|quit|__\w+__|_+\w*|In|Out)$/;

/** What a body says of its names. */
export type BodyNames = {
  readonly locals: ReadonlySet<string>;
  readonly globals: ReadonlySet<string>;
  readonly nonlocals: ReadonlySet<string>;
  readonly hasYield: boolean;
};

/** Names that a function's body binds; bodies within it are left out. */
export function bodyNames(text: string, body: readonly Syntax[]): BodyNames {
  const locals = new Set<string>();
  const globals = new Set<string>();
  const nonlocals = new Set<string>();
  let hasYield = false;
  const nameOf = ({ from, to }: Syntax): string => text.slice(from, to);
  const pending = [...body];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const { name, children } = node;
    if (/^(?:Yield|Await|YieldStatement|YieldExpression)/.test(name)) {
      hasYield = true;
    }
    if (name === 'FunctionDefinition' || name === 'ClassDefinition') {
      const own = children.find(one => one.name === 'VariableName');
      if (own) {
        locals.add(nameOf(own));
      }
      continue;
    }
    if (name === 'LambdaExpression') {
      continue;
    }
    if (name === 'ScopeStatement') {
      const kind = children[0]?.name === 'global' ? globals : nonlocals;
      children
        .filter(one => one.name === 'VariableName')
        .forEach(one => kind.add(nameOf(one)));
      continue;
    }
    targetsOf(node).forEach(target =>
      addTargets(target, one => locals.add(nameOf(one)))
    );
    if (/Comprehension|ImportStatement/.test(name)) {
      if (name === 'ImportStatement') {
        children
          .filter(one => one.name === 'VariableName')
          .forEach(one => locals.add(nameOf(one)));
      }
      continue;
    }
    pending.push(...children);
  }
  globals.forEach(one => locals.delete(one));
  nonlocals.forEach(one => locals.delete(one));
  return { locals, globals, nonlocals, hasYield };
}

/** Expressions that a statement assigns to. */
export function targetsOf({ name, children }: Syntax): readonly Syntax[] {
  switch (name) {
    case 'AssignStatement': {
      const last = children.map(one => one.name).lastIndexOf('AssignOp');
      return last < 0 ? [] : children.slice(0, last);
    }
    case 'UpdateStatement':
    case 'NamedExpression':
      return children.slice(0, 1);
    case 'ForStatement': {
      const end = children.findIndex(one => one.name === 'in');
      return children.slice(1, end);
    }
    case 'WithStatement':
    case 'TryStatement':
      return children.filter((_, at) => children[at - 1]?.name === 'as');
    case 'DeleteStatement':
      return children.slice(1);
    default:
      return [];
  }
}

function addTargets(node: Syntax, add: (node: Syntax) => void): void {
  if (node.name === 'VariableName') {
    add(node);
  } else if (/^(?:Tuple|Array|Parenthesized)Expression$/.test(node.name)) {
    node.children.forEach(child => addTargets(child, add));
  }
}

/** What a name stands for. */
export function read(machine: Machine, scope: Scope, name: string): Value {
  for (let at: Scope | null = scope; at; at = outer(at, scope)) {
    if (at.globals.has(name)) {
      break;
    }
    const found = at.names.get(name);
    if (found !== undefined) {
      return found;
    }
    if (at.locals?.has(name)) {
      throw machine.raise('UnboundLocalError');
    }
  }
  const found = machine.globals.names.get(name) ?? machine.builtins.get(name);
  if (found !== undefined) {
    return found;
  }
  if (builtinNames.has(name) || PREDEFINED.test(name)) {
    throw new Lost('builtin');
  }
  throw machine.raise('NameError', `name '${name}' is not defined`);
}

/** The next scope that is looked through: the names of a class are seen in its own body only. */
function outer(at: Scope, from: Scope): Scope | null {
  let next = at.parent;
  while (next && next.kind === 'class' && next !== from) {
    next = next.parent;
  }
  return next;
}

/** The scope in which an assignment binds a name. */
export function ownerOf(machine: Machine, scope: Scope, name: string): Scope {
  for (let at: Scope | null = scope; at; at = at.parent) {
    if (at.globals.has(name)) {
      return machine.globals;
    }
    if (at.kind === 'notebook' || at.kind === 'class') {
      return at;
    }
    if (at.locals?.has(name)) {
      return at;
    }
  }
  throw new Lost('scope');
}

/** Binds a name. */
export function write(
  machine: Machine,
  scope: Scope,
  name: string,
  value: Value
): void {
  ownerOf(machine, scope, name).names.set(name, value);
}
