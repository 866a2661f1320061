// Names of a cell whose value hangs on one statement alone, so that an edit elsewhere in the cell leaves them as they are.

import type { Binding, Origin, Reference } from '../cell-analysis';

import type { Facts } from './facts';
import type { LogicalLine } from './logical-lines';
import { callsLibrariesAlone } from './library-calls';
import { normalise } from './normalise';
import type { Prepared } from './prepare';
import { childNamed, type Syntax } from './syntax';

/** One top-level statement with what the walk found in it. */
type Statement = {
  readonly node: Syntax;
  /** Its tokens. */
  readonly lines: readonly LogicalLine[];
  readonly bindings: Binding[];
  readonly references: Reference[];
  /** All names that it mentions, in whatever place. */
  readonly names: ReadonlySet<string>;
  /** True when it binds without calling anything now. */
  readonly isPlain: boolean;
  /** True when it gives or binds a value, touches nothing else, and calls only what is known to do so. */
  readonly isMade: boolean;
};

/** What the search needs to know of the cell. */
type Cell = {
  readonly source: string;
  /** How often each name is bound at the top level. */
  readonly counts: ReadonlyMap<string, number>;
  readonly updated: ReadonlySet<string>;
  /** By name, how many statements mention it which may change what they are given, or keep it under another name. */
  readonly handed: ReadonlyMap<string, number>;
  /** Names that the cell calls or hands on. */
  readonly calls: ReadonlySet<string>;
};

/**
 * Finds names that one top-level statement binds, whose value nothing in the cell changes, and that no unknown call makes:
 * imports, constants, functions, plain classes, and expressions over such names and names from other cells, those that call what
 * is known to do nothing else among them.
 */
export function originsOf(
  { straight, lines }: Prepared,
  root: Syntax,
  facts: Facts
): ReadonlyMap<string, Origin> {
  const origins = new Map<string, Origin>();
  if (facts.unanalysed.length > 0 || facts.bindsUnknown) {
    return origins;
  }
  const counts = new Map<string, number>();
  for (const { name } of facts.bindings) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const statements = statementsOf({ straight, lines }, root, facts);
  const handed = new Map<string, number>();
  for (const { node, isPlain, isMade, names } of statements) {
    const isLook = isMade && node.name === 'ExpressionStatement';
    if (!isPlain && !isLook) {
      names.forEach(name => handed.set(name, (handed.get(name) ?? 0) + 1));
    }
  }
  const updated = new Set(facts.deleted);
  facts.updates.forEach(({ name }) => updated.add(name));
  const { calls } = facts;
  const cell: Cell = { source: straight, counts, updated, handed, calls };
  for (const statement of statements) {
    addOrigins(cell, statement, origins);
  }
  return origins;
}

function statementsOf(
  { straight, lines }: Pick<Prepared, 'straight' | 'lines'>,
  root: Syntax,
  { bindings, references, updates, effects }: Facts
): readonly Statement[] {
  const others = new Set(
    bindings
      .filter(({ kind }) => kind !== 'import' && kind !== 'from-import')
      .map(({ name }) => name)
  );
  const nodes = root.children.map(node => ({ node }));
  const touched = new Set<Syntax>();
  const touch = (at: number, isLook: boolean): void => {
    const node = statementAt(nodes, at)?.node;
    if (node && !(isLook && node.name === 'ExpressionStatement')) {
      touched.add(node);
    }
  };
  updates.forEach(({ range }) => touch(range.from, false));
  effects.forEach(({ range, state, action }) =>
    touch(range.from, LOOKS.has(state) && action === 'read')
  );
  const statements = root.children.map(node => {
    const own = linesIn(lines, node);
    const hasMagic = own.some(line => line.some(token => token.magic));
    return {
      node,
      lines: own,
      bindings: [] as Binding[],
      references: [] as Reference[],
      names: namesIn(straight, node),
      isPlain: PLAIN.has(node.name) && !hasMagic && !callsNow(node),
      isMade:
        MADE.has(node.name) &&
        !hasMagic &&
        !touched.has(node) &&
        callsLibrariesAlone(straight, node, name => others.has(name))
    };
  });
  bindings.forEach(binding =>
    statementAt(statements, binding.range.from)?.bindings.push(binding)
  );
  references.forEach(reference =>
    statementAt(statements, reference.range.from)?.references.push(reference)
  );
  return statements;
}

const PLAIN = new Set([
  'AssignStatement',
  'FunctionDefinition',
  'ClassDefinition'
]);

/** Ambient state that only shows in what is shown. */
const LOOKS: ReadonlySet<string> = new Set(['display', 'plotting']);
const MADE = new Set(['AssignStatement', 'ExpressionStatement']);

/** Statements stand in the order of the source, so the search halves. */
function statementAt<Item extends { readonly node: Syntax }>(
  statements: readonly Item[],
  at: number
): Item | undefined {
  let low = 0;
  let high = statements.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((statements[middle]?.node.from ?? 0) <= at) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return statements[low];
}

function addOrigins(
  cell: Cell,
  statement: Statement,
  origins: Map<string, Origin>
): void {
  const { node, bindings, isPlain, isMade } = statement;
  const own = isPlain ? 0 : 1;
  const isAlone = bindings.every(
    ({ name, kind }) =>
      cell.counts.get(name) === 1 &&
      !cell.updated.has(name) &&
      (kind !== 'assignment' ||
        isConstant(node) ||
        (cell.handed.get(name) ?? 0) <= own)
  );
  if (bindings.length === 0 || !isAlone) {
    return;
  }
  if (node.name === 'ImportStatement') {
    for (const { name, range } of bindings) {
      origins.set(name, importOrigin(cell, node, range.from));
    }
    return;
  }
  const origin =
    isPlain || isMade ? valueOrigin(cell, statement, origins) : null;
  if (origin) {
    bindings.forEach(({ name }) => origins.set(name, origin));
  }
}

/** True when only numbers, texts and the like are assigned, which nothing can change in place. */
function isConstant({ children }: Syntax): boolean {
  return /^(Number|String|Boolean|None)$/.test(
    children[children.length - 1]?.name ?? ''
  );
}

const CALLING: ReadonlySet<string> = new Set([
  'CallExpression',
  'AwaitExpression',
  'Decorator'
]);

/** True when running the statement calls something; what waits in a function's body does not count. */
function callsNow(root: Syntax): boolean {
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (CALLING.has(node.name)) {
      return true;
    }
    for (const child of node.children) {
      const isBody =
        node.name === 'FunctionDefinition' && child.name === 'Body';
      const isWaiting = isBody || node.name === 'LambdaExpression';
      if (!isWaiting && child.children.length > 0) {
        pending.push(child);
      }
    }
  }
  return false;
}

/** `import a.b as c` and `from a import b as c`, each item on its own. */
function importOrigin(cell: Cell, node: Syntax, at: number): Origin {
  const words = node.children;
  const start = words.findIndex(({ name }) => name === 'import') + 1;
  const index = words.findIndex(({ from }) => from === at);
  const isPart = (position: number): boolean =>
    /^(\.|as|VariableName)$/.test(words[position]?.name ?? '');
  let first = index;
  while (first > start && isPart(first - 1)) {
    first -= 1;
  }
  let last = index;
  while (isPart(last + 1)) {
    last += 1;
  }
  const head = childNamed(node, 'from') ? words.slice(0, start) : [];
  const text = [...head, ...words.slice(first, last + 1)]
    .map(({ from, to }) => cell.source.slice(from, to))
    .join(' ');
  return { text, references: [] };
}

/** Null when the statement reads a name of this cell that has no origin itself. */
function valueOrigin(
  cell: Cell,
  { node, lines, bindings, references, names }: Statement,
  origins: ReadonlyMap<string, Origin>
): Origin | null {
  const reads = new Set(references.map(({ name }) => name));
  const texts = new Set<string>();
  const targets = new Set(bindings.map(({ name }) => name));
  const isDeferred = node.name === 'FunctionDefinition';
  for (const name of isDeferred ? [] : names) {
    const origin = origins.get(name);
    const isOfCell = cell.counts.has(name) || cell.updated.has(name);
    if (isOfCell && !targets.has(name) && !origin) {
      return null;
    }
    if (origin) {
      texts.add(origin.text);
      origin.references.forEach(reference => reads.add(reference));
    }
  }
  texts.add(normalise(cell.source, lines, []));
  const calls = isDeferred
    ? []
    : [...reads].filter(name => cell.calls.has(name)).sort();
  return {
    text: [...texts].join('\n'),
    references: [...reads].sort(),
    ...(calls.length > 0 && { calls }),
    ...(callsNow(node) && { isMade: true as const })
  };
}

/** The lines of a statement, without what else stands on them. */
function linesIn(
  lines: readonly LogicalLine[],
  { from, to }: Syntax
): readonly LogicalLine[] {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = lines[middle];
    if ((line?.[line.length - 1]?.to ?? 0) <= from) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const own: LogicalLine[] = [];
  for (let at = low; (lines[at]?.[0]?.from ?? to) < to; at += 1) {
    const tokens = lines[at] ?? [];
    own.push(tokens.filter(token => token.from >= from && token.from < to));
  }
  return own.filter(line => line.length > 0);
}

function namesIn(source: string, root: Syntax): ReadonlySet<string> {
  const names = new Set<string>();
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.name === 'VariableName') {
      names.add(source.slice(node.from, node.to));
    }
    for (const child of node.children) {
      if (child.children.length > 0 || child.name === 'VariableName') {
        pending.push(child);
      }
    }
  }
  return names;
}
