// Functions, lambdas and type aliases: what is evaluated where they stand, and what waits.

import { asPossible } from './accept-events';
import { bodyEvents, callsOf, defer, finish } from './deferred';
import { withDefaults } from './given-files';
import { withKeptDefaults } from './kept-defaults';
import { settleGiven } from './not-given';
import { refuseTwins } from './refusals';
import type { Event } from './scope';
import { childNamed, type Syntax } from './syntax';
import { withTypeParameters } from './type-parameters';
import { bind, doubtfully, rangeOf, textOf, type Walk } from './walk';

/** A lambda that nothing names may run at once, or at any time. */
export function visitLambda(walk: Walk, node: Syntax): void {
  defer(walk, lambdaBody(walk, node));
}

/** A lambda that goes into a table: who takes it out may run it, but nothing is drawn or measured until then. */
export function keepLambda(walk: Walk, node: Syntax): void {
  const events = lambdaBody(walk, node);
  defer(
    walk,
    events.filter(({ type }) => type !== 'effect')
  );
}

/** What a lambda does when it is called. Its defaults are evaluated now. */
export function lambdaBody(walk: Walk, node: Syntax): readonly Event[] {
  const parameters = visitParameters(walk, childNamed(node, 'ParamList'));
  const body = node.children[node.children.length - 1];
  const events = bodyEvents(walk, parameters, () => {
    if (body && body.name !== 'ParamList') {
      walk.expression(walk, body);
    }
  });
  return settleGiven({ source: walk.source, node, kind: 'hidden' }, events);
}

/** `def`, with the names of the decorators that stand above it. */
export function visitFunction(
  walk: Walk,
  node: Syntax,
  decorators: readonly string[]
): void {
  const nameNode = childNamed(node, 'VariableName');
  const events = withTypeParameters(walk, node, () => {
    const list = childNamed(node, 'ParamList');
    const isAtMargin = walk.scope.kind === 'module';
    const parameters = visitParameters(walk, list);
    node.children
      .filter(child => child.name === 'TypeDef')
      .forEach(child => visitAnnotation(walk, child));
    const body = bodyEvents(walk, parameters, () => {
      const { isSync, loops } = walk;
      const body = childNamed(node, 'Body');
      if (body) {
        const around = loops.splice(0);
        walk.isSync = childNamed(node, 'async') === undefined;
        walk.statement(walk, body);
        loops.push(...around);
      }
      walk.isSync = isSync;
    });
    return settleGiven(
      { source: walk.source, node, kind: kindOf(walk, nameNode) },
      withDefaults(
        walk.source,
        list,
        isAtMargin ? withKeptDefaults(walk.source, list, body) : body
      )
    );
  });
  if (nameNode) {
    const name = textOf(walk, nameNode);
    bind(walk, { name, kind: 'function', range: rangeOf(nameNode) });
    const leadsTo = leadOf(childNamed(node, 'Body'));
    const isRun =
      decorators.length === 0 &&
      walk.branches === 0 &&
      !childNamed(node, 'async');
    finish(walk, { name, range: rangeOf(node), leadsTo }, [
      ...(isRun ? events : events.map(asPossible)),
      ...callsOf(walk, decorators)
    ]);
  }
}

/** Of whom the calls are seen: of functions at the margin, and of what makes instances. */
function kindOf(
  walk: Walk,
  name: Syntax | undefined
): 'function' | 'maker' | 'hidden' {
  const { kind } = walk.scope;
  return kind === 'module'
    ? 'function'
    : kind === 'class' && name && textOf(walk, name) === '__init__'
      ? 'maker'
      : 'hidden';
}

const STRAIGHT =
  /^(?:Assign|Expression|Scope|Update|Import|Pass|Assert)Statement$/;

/** Where the statements of a body end that run one after the other whatever happens, unless one raises. */
function leadOf(body: Syntax | undefined): number {
  const statements = body?.children.slice(1) ?? [];
  const end = statements.findIndex(({ name }) => !STRAIGHT.test(name));
  const last = end < 0 ? statements.length - 1 : end - 1;
  return statements[last]?.to ?? 0;
}

/** `type X = …` is evaluated when somebody asks for its value. */
export function visitTypeAlias(walk: Walk, node: Syntax): void {
  const nameNode = childNamed(node, 'VariableName');
  const value = node.children[node.children.length - 1];
  if (!nameNode || !value) {
    return;
  }
  const events = withTypeParameters(walk, node, () =>
    bodyEvents(walk, new Map(), () => walk.expression(walk, value))
  );
  const name = textOf(walk, nameNode);
  bind(walk, { name, kind: 'type-alias', range: rangeOf(nameNode) });
  finish(walk, { name, range: rangeOf(node) }, events);
}

/** An annotation is evaluated where it stands before Python 3.14, later or never since. */
export function visitAnnotation(walk: Walk, node: Syntax): void {
  if (!walk.hasLazyAnnotations) {
    doubtfully(walk, () =>
      node.children.forEach(child => walk.expression(walk, child))
    );
  }
}

/** Visits defaults, then annotations; returns the parameters' names with their positions, null for keywords only. */
function visitParameters(
  walk: Walk,
  list: Syntax | undefined
): ReadonlyMap<string, number | null> {
  const names: Syntax[] = [];
  const annotations: Syntax[] = [];
  let isDefault = false;
  for (const child of list?.children ?? []) {
    if (child.name === 'TypeDef') {
      annotations.push(child);
    } else if (child.name === 'AssignOp') {
      isDefault = true;
    } else if (child.name === ',') {
      isDefault = false;
    } else if (isDefault) {
      walk.expression(walk, child);
    } else if (child.name === 'VariableName') {
      names.push(child);
    }
  }
  annotations.forEach(annotation => visitAnnotation(walk, annotation));
  refuseTwins(walk, names);
  const star = list?.children.find(({ name }) => name.startsWith('*'));
  return new Map(
    names.map((name, index) => [
      textOf(walk, name),
      star && name.from > star.from ? null : index
    ])
  );
}
