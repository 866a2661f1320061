// What each statement of a cell of R reads and changes by itself.
import type { Definition } from '../definition';
import type { Effect } from '../effect';
import { Frame } from './frame';
import type { RNode } from './syntax';
import { visit } from './walk';

/** One statement of a cell. */
export type RStatement = {
  readonly node: RNode;
  /** Names that it, or a function that it defines, looks at. */
  readonly reads: ReadonlySet<string>;
  /** Names that it binds, changes or may change. */
  readonly writes: ReadonlySet<string>;
  /** Those of them that it surely binds. */
  readonly makes: ReadonlySet<string>;
  /** Functions that are not R's own. */
  readonly calls: readonly string[];
  readonly effects: readonly Effect[];
  /** State outside of the namespace that it looks at or changes, files among it. */
  readonly states: ReadonlySet<string>;
};

/** Statements beyond which a cell counts as one. */
const MOST = 150;

/** Each by itself, and with what the cell's own functions bind and change that it may call; none where there are too many. */
export function statementsOf(
  nodes: readonly RNode[],
  definitions: readonly Definition[]
): readonly RStatement[] {
  return nodes.length > MOST
    ? []
    : nodes.map(statementOf).map(one => withCalled(one, definitions));
}

function withCalled(
  statement: RStatement,
  definitions: readonly Definition[]
): RStatement {
  const writes = new Set(statement.writes);
  const states = new Set(statement.states);
  const seen = new Set<Definition>();
  const pending = [...statement.reads];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    for (const one of definitions) {
      if (one.name === name && !seen.has(one)) {
        seen.add(one);
        pending.push(...one.references);
        one.bindings.forEach(bound => writes.add(bound));
        one.updates.forEach(update => writes.add(update.name));
        one.effects.forEach(effect => states.add(effect.state));
      }
    }
  }
  if (seen.size === 0) {
    return statement;
  }
  return isDefinition(statement.node)
    ? { ...statement, writes }
    : { ...statement, writes, states };
}

/** `f <- function(…) …` runs nothing. */
function isDefinition(node: RNode): boolean {
  return node.kind === 'assignment' && node.value.kind === 'function';
}

function statementOf(node: RNode): RStatement {
  const frame = new Frame(null, visit);
  frame.visit(node);
  const { references, updates, handovers, definitions, effects } = frame;
  const changed = updates.map(({ name }) => name);
  const handed = handovers.map(({ name }) => name);
  const bound = frame.bindings.map(({ name }) => name);
  const waiting = isDefinition(node)
    ? []
    : definitions.flatMap(one => one.effects);
  return {
    node,
    reads: new Set([
      ...references.map(({ name }) => name),
      ...frame.builtins,
      ...frame.asked,
      ...changed,
      ...handed,
      ...definitions.flatMap(one => [
        ...one.references,
        ...(one.builtinReferences ?? [])
      ])
    ]),
    writes: new Set([...bound, ...changed, ...frame.deletes]),
    makes: new Set(bound.filter(name => frame.bound.has(name))),
    calls: [...frame.calls],
    effects,
    states: new Set([
      ...[...effects, ...waiting].map(({ state }) => state),
      ...(frame.files.length > 0 ? ['file'] : [])
    ])
  };
}
