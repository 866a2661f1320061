// Where statements have done what binds their names: a statement that stops half-way binds none of them.

import type { Binding } from '../name-uses';

import type { Prepared } from './prepare';
import { itemAt, type Syntax } from './syntax';

/** Where a cell may stop; empty where IPython makes one line of many, or another source of the cell. */
export function endsOf(
  { marks, masked, straight }: Prepared,
  root: Syntax
): readonly number[] {
  const isCountedOtherwise =
    masked.length > 0 ||
    [...marks.magics.values()].some(({ range }) =>
      straight.slice(range.from, range.to).includes('\n')
    );
  return isCountedOtherwise ? [] : endsIn(straight, root);
}

/** Statements that go through their lines once, from the first to the last. */
const STRAIGHT = /^(?:If|With)Statement$/;

/** A loop may come to what stands above once more, and what is tried goes on elsewhere: such statements end as a whole. */
function endsIn(source: string, { children }: Syntax): number[] {
  return children
    .filter(({ name }) => name.length > 1)
    .flatMap(statement => {
      const bodies = statement.children.filter(({ name }) => name === 'Body');
      const isSplit =
        STRAIGHT.test(statement.name) &&
        bodies.every(({ from, children: [, first] }) =>
          source.slice(from, first?.from).includes('\n')
        );
      return isSplit
        ? bodies.flatMap(body => [body.from + 1, ...endsIn(source, body)])
        : [statement.to];
    });
}

const COMPOUND = /^(?:Script|Body|StatementGroup|DecoratedStatement)$/;
const HEADED =
  /^(?:ForStatement|WhileStatement|WithStatement|IfStatement|TryStatement|MatchStatement|MatchBody|MatchClause|FunctionDefinition)$/;

/** By name, the first offset at which the name may be bound, all that its statement evaluates before being done. */
export function readyAtOf(
  root: Syntax,
  bindings: readonly Binding[]
): ReadonlyMap<string, number> {
  const ready = new Map<string, number>();
  for (const { name, range } of bindings) {
    const known = ready.get(name) ?? Infinity;
    ready.set(name, Math.min(known, readyAt(root, range.from)));
  }
  return ready;
}

/** The end of the simple statement, or of the compound one's head, around an offset. */
function readyAt(root: Syntax, at: number): number {
  let node = root;
  for (;;) {
    const inner = childAround(node.children, at);
    if (COMPOUND.test(node.name)) {
      if (!inner) {
        return at;
      }
      node = inner;
    } else if (HEADED.test(node.name)) {
      if (inner?.name !== 'Body' && inner?.name !== 'MatchBody') {
        return headEnd(node, at);
      }
      node = inner;
    } else {
      return node.to;
    }
  }
}

function headEnd({ children }: Syntax, at: number): number {
  const body = children.find(
    ({ name, from }) => /Body$/.test(name) && from >= at
  );
  return body?.from ?? at;
}

function childAround(
  children: readonly Syntax[],
  at: number
): Syntax | undefined {
  const found = itemAt(children, at, ({ from }) => from);
  return found && found.from <= at && at < found.to ? found : undefined;
}
