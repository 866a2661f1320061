// Functions, lambdas and classes: what is evaluated where they stand, and what waits until somebody calls them.

import { addDefinition } from './definitions';
import { withDoubt } from './facts';
import { branchOf } from './flow';
import { freeEvents, functionScope, type Event } from './scope';
import { childNamed, type Syntax } from './syntax';
import {
  bind,
  call,
  doubtfully,
  emit,
  inScope,
  isTopLevel,
  rangeOf,
  textOf,
  type Walk
} from './walk';

/** A lambda that nothing names may run at once, or at any time. */
export function visitLambda(walk: Walk, node: Syntax): void {
  defer(walk, lambdaBody(walk, node));
}

/** What a lambda does when it is called. Its defaults are evaluated now. */
export function lambdaBody(walk: Walk, node: Syntax): readonly Event[] {
  const parameters = visitParameters(walk, childNamed(node, 'ParamList'));
  const body = node.children[node.children.length - 1];
  return bodyEvents(walk, parameters, () => {
    if (body && body.name !== 'ParamList') {
      walk.expression(walk, body);
    }
  });
}

/** `def`, with the decorators that stand above it. */
export function visitFunction(
  walk: Walk,
  node: Syntax,
  decorators: readonly string[]
): void {
  const nameNode = childNamed(node, 'VariableName');
  let events: readonly Event[] = [];
  withTypeParameters(walk, node, () => {
    const parameters = visitParameters(walk, childNamed(node, 'ParamList'));
    node.children
      .filter(child => child.name === 'TypeDef')
      .forEach(child => visitAnnotation(walk, child));
    events = bodyEvents(walk, parameters, () => {
      const body = childNamed(node, 'Body');
      if (body) {
        walk.statement(walk, body);
      }
    });
  });
  if (nameNode) {
    const name = textOf(walk, nameNode);
    bind(walk, { name, kind: 'function', range: rangeOf(nameNode) });
    finish(walk, name, [...events, ...callsOf(walk, decorators)]);
  }
}

/** `class`: its body runs now, its methods later. */
export function visitClass(
  walk: Walk,
  node: Syntax,
  decorators: readonly string[]
): void {
  const nameNode = childNamed(node, 'VariableName');
  const deferred: Event[] = [];
  const bases: string[] = [];
  withTypeParameters(walk, node, () => {
    const list = childNamed(node, 'ArgList');
    bases.push(...visitBases(walk, list));
    const scope = {
      kind: 'class',
      parent: walk.scope,
      locals: new Set<string>(),
      globals: new Set<string>(),
      deferred
    } as const;
    inScope(walk, scope, () => {
      const body = childNamed(node, 'Body');
      if (body) {
        walk.statement(walk, body);
      }
    });
  });
  if (nameNode) {
    const name = textOf(walk, nameNode);
    bind(walk, { name, kind: 'class', range: rangeOf(nameNode) });
    finish(walk, name, [
      ...deferred,
      ...callsOf(walk, [...bases, ...decorators])
    ]);
  }
}

/** `type X = …` is evaluated when somebody asks for its value. */
export function visitTypeAlias(walk: Walk, node: Syntax): void {
  const nameNode = childNamed(node, 'VariableName');
  const value = node.children[node.children.length - 1];
  if (!nameNode || !value) {
    return;
  }
  let events: readonly Event[] = [];
  withTypeParameters(walk, node, () => {
    events = bodyEvents(walk, [], () => walk.expression(walk, value));
  });
  const name = textOf(walk, nameNode);
  bind(walk, { name, kind: 'type-alias', range: rangeOf(nameNode) });
  finish(walk, name, events);
}

/** An annotation is evaluated where it stands before Python 3.14, later or never since. */
export function visitAnnotation(walk: Walk, node: Syntax): void {
  if (!walk.hasLazyAnnotations) {
    doubtfully(walk, () =>
      node.children.forEach(child => walk.expression(walk, child))
    );
  }
}

/** Names that take part in a call of the definition; those of a class around it are not the notebook's. */
function callsOf(walk: Walk, names: readonly string[]): readonly Event[] {
  const { scope } = walk;
  return names
    .filter(name => scope.kind !== 'class' || !scope.locals.has(name))
    .map(name => ({ type: 'call', name }));
}

function finish(walk: Walk, name: string, events: readonly Event[]): void {
  if (isTopLevel(walk)) {
    addDefinition(walk.facts, name, events);
  } else {
    defer(walk, events);
  }
}

/** Hands on what code would do later: a class keeps it, elsewhere it may happen from here on. */
function defer(walk: Walk, events: readonly Event[]): void {
  if (walk.scope.kind === 'class') {
    for (const event of events) {
      walk.scope.deferred.push(event);
    }
  } else {
    events.forEach(event => emit(walk, withDoubt(event)));
  }
}

/** What code does outside of a scope of its own. */
export function bodyEvents(
  walk: Walk,
  parameters: readonly string[],
  visit: () => void
): readonly Event[] {
  const scope = functionScope(walk.scope, parameters);
  const { doubt, guards, branches, facts } = walk;
  const { branch } = facts;
  Object.assign(walk, { doubt: 0, guards: 0, branches: 0 });
  facts.branch = branchOf(branch);
  inScope(walk, scope, visit);
  facts.branch = branch;
  Object.assign(walk, { doubt, guards, branches });
  return freeEvents(scope);
}

/** Visits defaults and annotations; returns the parameters' names. */
function visitParameters(
  walk: Walk,
  list: Syntax | undefined
): readonly string[] {
  const names: string[] = [];
  let isDefault = false;
  for (const child of list?.children ?? []) {
    if (child.name === 'TypeDef') {
      visitAnnotation(walk, child);
    } else if (child.name === 'AssignOp') {
      isDefault = true;
    } else if (child.name === ',') {
      isDefault = false;
    } else if (isDefault) {
      walk.expression(walk, child);
    } else if (child.name === 'VariableName') {
      names.push(textOf(walk, child));
    }
  }
  return names;
}

/** Bases and keywords of a class; returns the names among the bases. */
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
      call(walk, textOf(walk, child));
    }
  });
  return names;
}

function withTypeParameters(walk: Walk, node: Syntax, visit: () => void): void {
  const list = childNamed(node, 'TypeParamList');
  if (!list) {
    visit();
    return;
  }
  const parameters = list.children.filter(child => child.name === 'TypeParam');
  const names = parameters.flatMap(parameter =>
    parameter.children.filter(child => child.name === 'VariableName')
  );
  const locals = new Set(names.map(name => textOf(walk, name)));
  inScope(walk, { kind: 'inner', parent: walk.scope, locals }, () => {
    for (const parameter of parameters) {
      const bound = childNamed(parameter, 'TypeDef');
      if (bound) {
        doubtfully(walk, () => walk.expression(walk, bound));
      }
    }
    visit();
  });
}
