// The top-level statements of a cell, with what each takes and leaves: what tells how an edit of one reaches another.

import type { Binding } from '../name-uses';

import { builtinNames } from './builtins';
import type { Facts } from './facts';
import { conventionalModule } from './knowledge';
import { linesIn } from './lines-in';
import type { LogicalLine } from './logical-lines';
import { axesIn, picturesIn } from './pictures';
import { plainClassesIn } from './plain-classes';
import type { Prepared } from './prepare';
import { itemAt, type Syntax } from './syntax';
import { callsIn, textOf } from './syntax-words';
import { containersIn, isAssigning, opensToWrite } from './touching';
import { wordSet } from './word-set';

/** One top-level statement. */
export type Statement = {
  readonly node: Syntax;
  /** Its tokens. */
  readonly lines: readonly LogicalLine[];
  readonly bindings: readonly Binding[];
  /** Names that it reads, those that functions of the cell read for it included. */
  readonly reads: ReadonlySet<string>;
  /** Names that it binds, or whose values it may change, under whatever name. */
  readonly writes: ReadonlySet<string>;
  /** Names that it surely gives a new value, whatever they held. */
  readonly replaces: ReadonlySet<string>;
  /** State outside of the namespace that it touches. */
  readonly states: ReadonlySet<string>;
  /** True when it calls something now. */
  readonly calls: boolean;
  /** What it runs that nobody knows, which may touch any state outside of the namespace: dotted names; empty for what has none. */
  readonly unknown: ReadonlySet<string>;
  /** True when what stands below it may not be reached. */
  readonly mayLeave: boolean;
};

/** What the walk found that tells of statements. */
export type StatementsFound = Pick<Facts, 'bindings' | 'effects' | 'steps'>;

type Growing = {
  -readonly [Key in keyof Statement]: Statement[Key] extends ReadonlySet<string>
    ? Set<string>
    : Statement[Key] extends readonly (infer Item)[]
      ? Item[]
      : Statement[Key];
} & { readonly touched: Set<string> };

const CALLING = new Set(['CallExpression', 'AwaitExpression', 'Decorator']);
const LEAVING = new Set(['sys', 'exit', 'quit']);
/** Statements that replace what they bind. */
const REPLACING =
  /^(?:AssignStatement|ImportStatement|FunctionDefinition|ClassDefinition|DecoratedStatement)$/;
/** Names of functions and methods that read or write files, or the like. */
const FILING =
  /^(?:open|read\w*|load\w*|save\w*|dump\w*|write\w*|im(?:read|write)|url\w+|copy\w*|move|rename|remove|unlink|rmdir|rmtree|mkdir|makedirs|listdir|i?glob|exists|touch|to_(?:csv|excel|json|parquet|pickle|sql|hdf|feather|html|stata|latex)|system|run|execute\w*|commit|fetch\w*)$/;

/** The statements, in order. */
export function statementsOf(
  { straight, lines }: Pick<Prepared, 'straight' | 'lines'>,
  root: Syntax,
  facts: StatementsFound
): readonly Statement[] {
  const containers = containersIn(straight, root);
  const statements = root.children.map(node =>
    begun(straight, lines, node, containers)
  );
  noteOpenFiles(straight, statements);
  for (const step of facts.steps.all) {
    const statement = statementAt(statements, step.at);
    step.reads.forEach(name => statement?.reads.add(name));
    step.targets.forEach(name => statement?.writes.add(name));
    step.touched.forEach(name => statement?.touched.add(name));
    step.effects.forEach(index => {
      const state = facts.effects[index]?.state ?? '';
      if (state !== 'hash-order') {
        statement?.states.add(state);
      }
    });
    step.unknown.forEach(name => statement?.unknown.add(name));
  }
  if (lines.some(line => line.some(({ text }) => LEARNING.has(text)))) {
    statements
      .filter(({ node }) => learns(straight, node))
      .forEach(({ states }) => states.add('random'));
  }
  for (const binding of facts.bindings) {
    const { name, range, isCertain, kind } = binding;
    const statement = statementAt(statements, range.from);
    statement?.bindings.push(binding);
    if (
      statement &&
      isCertain &&
      kind !== 'global' &&
      REPLACING.test(statement.node.name)
    ) {
      statement.replaces.add(name);
    }
  }
  spread(statements, facts, {
    axes: statements.flatMap(({ node }) => axesIn(straight, node)),
    pictures: picturesIn(straight, statements),
    classes: plainClassesIn(straight, statements)
  });
  return statements;
}

/** Methods of models and generators, of which nobody tells whether they draw from a stream of the process. */
const LEARNING = wordSet(
  'fit fit_transform fit_predict fit_resample partial_fit train shuffle choice choices resample rvs simulate'
);

/** True for a statement that calls one, and does not just define what does. */
function learns(source: string, node: Syntax): boolean {
  return (
    !/Definition$|^DecoratedStatement$/.test(node.name) &&
    callsIn(source, node).some(
      ({ word, owner }) => owner !== null && LEARNING.has(word)
    )
  );
}

function begun(
  source: string,
  lines: readonly LogicalLine[],
  node: Syntax,
  containers: ReadonlySet<string>
): Growing {
  const own = linesIn(lines, node);
  const hasMagic = own.some(line => line.some(token => token.magic));
  const isUnseen = hasMagic || node.name === 'DecoratedStatement';
  const statement: Growing = {
    node,
    lines: [...own],
    bindings: [],
    reads: new Set(),
    writes: new Set(),
    replaces: new Set(),
    touched: new Set(),
    states: new Set(),
    calls: hasMagic,
    unknown: new Set(isUnseen ? [''] : []),
    mayLeave: false
  };
  look(source, statement, containers);
  return statement;
}

/** The keyword under which code is handed what to draw on. */
const AXES = /^ax$/;

/** Finds in the tree what the walk does not tell by statement; what waits in a function's body does not count. */
function look(
  source: string,
  statement: Growing,
  containers: ReadonlySet<string>
): void {
  const pending = [statement.node];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const { name, children } = node;
    if (CALLING.has(name)) {
      statement.calls = true;
      const [callee] = children;
      const word = /\w*$/.exec(source.slice(callee?.from, callee?.to))?.[0];
      if (word && FILING.test(word)) {
        statement.states.add('files');
      }
    }
    if (name === 'RaiseStatement' || name === 'AssertStatement') {
      statement.mayLeave = true;
    }
    children.forEach((child, index) => {
      const isGoneThrough = children[index - 1]?.name === 'in';
      if (child.name === 'VariableName') {
        const word = source.slice(child.from, child.to);
        statement.mayLeave ||= LEAVING.has(word);
        if (
          name === 'ArgList' &&
          word === 'file' &&
          isAssigning(children[index + 1])
        ) {
          statement.states.add('files');
        }
        if (
          name === 'ArgList' &&
          isAssigning(children[index - 1]) &&
          AXES.test(textOf(source, children[index - 2] ?? child))
        ) {
          statement.touched.add(word);
        }
        if (
          isGoneThrough &&
          !(name === 'BinaryExpression' && containers.has(word))
        ) {
          statement.touched.add(word);
        }
      }
      const isBody = name === 'FunctionDefinition' && child.name === 'Body';
      const isWaiting = isBody || name === 'LambdaExpression';
      if (!isWaiting && child.children.length > 0) {
        pending.push(child);
      }
    });
  }
}

/** Whatever is called while a file is open for writing may write to it. */
function noteOpenFiles(source: string, statements: readonly Growing[]): void {
  let isOpen = false;
  for (const { node, calls, states } of statements) {
    isOpen ||= opensToWrite(source.slice(node.from, node.to));
    if (isOpen && calls) {
      states.add('files');
    }
  }
}

/** Names by what they stand for: pairs of axes and their figure, pictures, and plain classes. */
type Kinds = {
  readonly axes: ReturnType<typeof axesIn>;
  readonly pictures: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
};

/**
 * A value that is changed may be reached by other names: by all that it was made of, and that was made of it. What is done to a
 * picture changes other pictures, and what is drawn on axes their figure, and not what is drawn; what is done to instances does not change a plain class.
 */
function spread(
  statements: readonly Growing[],
  { bindings }: StatementsFound,
  { axes, pictures, classes }: Kinds
): void {
  const isModule = new Set(
    bindings
      .filter(({ kind }) => kind === 'import' || kind === 'from-import')
      .map(({ name }) => name)
  );
  const links = new Map<string, Set<string>>();
  const link = (one: string, other: string): void => {
    links.set(one, (links.get(one) ?? new Set()).add(other));
  };
  axes.forEach(([name, figure]) => link(name, figure));
  for (const { reads, writes, touched } of statements) {
    const reached = new Set(touched);
    for (const name of reached) {
      writes.add(name);
      links.get(name)?.forEach(other => reached.add(other));
    }
    for (const name of writes) {
      for (const read of reads) {
        const isPlain =
          builtinNames.has(read) ||
          isModule.has(read) ||
          classes.has(read) ||
          conventionalModule(read) !== undefined;
        const isApart = pictures.has(name) !== pictures.has(read);
        if (read !== name && !isPlain && !isApart) {
          link(name, read);
          link(read, name);
        }
      }
    }
  }
}

function statementAt<Item extends { readonly node: Syntax }>(
  statements: readonly Item[],
  at: number
): Item | undefined {
  return itemAt(statements, at, ({ node }) => node.from);
}
