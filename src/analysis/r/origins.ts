// On which statements of a cell of R the value of a name hangs, so that an edit elsewhere in the cell leaves it as it is.
import type { Origin } from '../cell-analysis';
import type { Frame } from './frame';
import { normaliseR } from './normalise';
import { statementsOf, type RStatement } from './statements';
import { rangeOf, type RNode } from './syntax';

/** Origins of the names that a cell surely leaves bound, and of those that it changes and does not bind. */
export function originsInR(
  source: string,
  nodes: readonly RNode[],
  frame: Frame
): ReadonlyMap<string, Origin> {
  const origins = new Map<string, Origin>();
  if (frame.unanalysed.length > 0 || frame.bindsUnknown) {
    return origins;
  }
  const statements = statementsOf(nodes, frame.definitions);
  const names = new Set(
    [...frame.bindings, ...frame.updates].map(({ name }) => name)
  );
  for (const name of names) {
    const isSure =
      frame.bound.has(name) || !frame.bindings.some(one => one.name === name);
    const isKept = isSure && !frame.deletes.has(name);
    const behind = isKept ? statementsBehind(statements, name) : [];
    if (behind.length > 0) {
      origins.set(name, originOf(source, statements, behind, name));
    }
  }
  return origins;
}

/** Places of the statements that a value hangs on, in order. */
function statementsBehind(
  statements: readonly RStatement[],
  name: string
): readonly number[] {
  const found = new Set<number>();
  const pending = [{ name, end: statements.length }];
  const seen = new Set<string>();
  const add = (at: number): void => {
    const statement = statements[at];
    if (statement && !found.has(at)) {
      found.add(at);
      statement.reads.forEach(read => pending.push({ name: read, end: at }));
      sharingState(statements, at).forEach(add);
    }
  };
  for (let next = pending.pop(); next; next = pending.pop()) {
    const id = `${next.end} ${next.name}`;
    if (seen.has(id)) {
      continue;
    }
    seen.add(id);
    for (let at = next.end - 1; at >= 0; at -= 1) {
      const statement = statements[at];
      if (statement?.writes.has(next.name)) {
        add(at);
        if (statement.makes.has(next.name)) {
          break;
        }
      }
    }
  }
  return [...found].sort((one, other) => one - other);
}

/** Places of the statements above that may change state which a statement looks at. */
function sharingState(
  statements: readonly RStatement[],
  end: number
): readonly number[] {
  const { states, calls } = statements[end] ?? { states: new Set(), calls: [] };
  const places: number[] = [];
  statements.slice(0, end).forEach((one, at) => {
    const isOpen = calls.length > 0 && one.states.size > 0;
    const mayChange = one.calls.length > 0 && states.size > 0;
    const shares = [...one.states].some(state => states.has(state));
    if (isOpen || mayChange || shares) {
      places.push(at);
    }
  });
  return places;
}

function originOf(
  source: string,
  statements: readonly RStatement[],
  places: readonly number[],
  name: string
): Origin {
  const behind = places.flatMap(at => statements[at] ?? []);
  const states = new Set(behind.flatMap(one => [...one.states]));
  const unknown = new Set(behind.flatMap(one => one.calls));
  const references = new Set(
    behind.flatMap(one => [...one.reads, ...one.writes])
  );
  return {
    text: behind
      .map(({ node: { from, to } }) => normaliseR(source.slice(from, to)))
      .join('\n'),
    roles: new Map([...references].map(one => [one, one])),
    statements: behind.map(({ node }) => rangeOf(node)),
    references,
    imports: [],
    calls: unknown.size > 0,
    isOutside: states.size + unknown.size > 0,
    states: [...states],
    unknown: [...unknown],
    isMadeAtOnce: behind.filter(one => one.writes.has(name)).length === 1
  };
}
