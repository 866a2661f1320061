// Code that a value holds which the cell gives a name: functions and lambdas in tables, partial calls, generators.

import { accessOf } from './access';
import { argumentsOf, carriersOf } from './arguments';
import { visitComprehension } from './comprehensions';
import { definitionOf } from './definitions';
import { bodyEvents } from './deferred';
import { lambdaBody } from './functions';
import { HOLDERS } from './given-code';
import { lastItem } from './neighbours';
import type { Event } from './scope';
import { childNamed, type Syntax } from './syntax';
import { isTopLevel, textOf, type Walk } from './walk';

/** Those of which somebody may take out something else. */
const TABLES = /^(?:Tuple|Array|Dictionary)Expression$/;
/** Callables whose result runs what they are handed, and does not before somebody calls it or goes through it. */
const KEEPERS =
  /(?:^|\.)(?:partial|partialmethod|map|filter|starmap|takewhile|dropwhile|islice|chain|zip|enumerate|iter|defaultdict|lru_cache|cache|vectorize)$/;

/** Notes the code that targets hold from here on. */
export function noteHeldCode(
  walk: Walk,
  targets: readonly Syntax[],
  values: readonly Syntax[]
): void {
  if (!isTopLevel(walk)) {
    return;
  }
  const names = new Set<string>();
  const events: Event[] = [];
  values.forEach(value => collect(walk, value, names, events));
  const [member] = values.length === 1 ? values : [];
  const owner = member && ownerOf(walk, member);
  if (owner) {
    names.add(owner);
  }
  if (names.size + events.length === 0) {
    return;
  }
  const range = {
    from: values[0]?.from ?? 0,
    to: lastItem(values)?.to ?? 0
  };
  const isTable = values.some(({ name }) => TABLES.test(name));
  for (const target of targets) {
    const { root, steps } = accessOf(walk, target);
    if (root.name === 'VariableName') {
      const name = textOf(walk, root);
      const body = definitionOf(name, events);
      walk.facts.heldCode.push({
        name,
        names: [...names],
        body: events.length > 0 || owner ? { ...body, range } : null,
        isTable: isTable || steps.length > 0,
        isMember: owner !== null && owner !== undefined
      });
    }
  }
}

/** The name of which an expression gives an attribute, which may be a method: `account.pay`. */
function ownerOf(walk: Walk, node: Syntax): string | null {
  const { root, steps } = accessOf(walk, node);
  return root.name === 'VariableName' && lastItem(steps)?.kind === 'attribute'
    ? textOf(walk, root)
    : null;
}

function collect(
  walk: Walk,
  node: Syntax,
  names: Set<string>,
  events: Event[]
): void {
  const go = (part: Syntax): void => collect(walk, part, names, events);
  const [callee] = node.children;
  if (node.name === 'LambdaExpression') {
    events.push(...lambdaBody(walk, node));
  } else if (node.name === 'ComprehensionExpression') {
    events.push(...laterOf(walk, node));
  } else if (HOLDERS.test(node.name)) {
    node.children.forEach(go);
  } else if (node.name === 'CallExpression') {
    if (callee && KEEPERS.test(textOf(walk, callee))) {
      const list = childNamed(node, 'ArgList');
      argumentsOf(walk, list).all.forEach(go);
    }
  } else {
    for (const { root, steps } of carriersOf(walk, node)) {
      if (steps.every(({ kind }) => kind === 'item')) {
        names.add(textOf(walk, root));
      }
    }
  }
}

/** What a generator does when somebody goes through it; what it goes through itself is there from the start. */
function laterOf(walk: Walk, { children }: Syntax): readonly Event[] {
  const parts = children.slice(1, -1);
  const over = parts[parts.findIndex(({ name }) => name === 'in') + 1];
  const isFirst = (event: Event): boolean =>
    over !== undefined &&
    'range' in event &&
    event.range.from >= over.from &&
    event.range.to <= over.to;
  return bodyEvents(walk, new Map(), () =>
    visitComprehension(walk, parts)
  ).filter(event => !isFirst(event));
}
