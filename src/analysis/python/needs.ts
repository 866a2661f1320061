// Names and modules without which a cell surely stops, and at which of its statements.

import type { Needs, Place } from '../needs';

import type { Prepared } from './prepare';
import { soleCalls } from './sole-calls';
import type { Syntax } from './syntax';

type Read = Pick<Prepared, 'text' | 'lines' | 'masked'>;

const SIMPLE = /^(?:Expression|Assign|Update|Import)Statement$/;
/** Nodes of which not all is evaluated where it stands, or in another order. */
const LATER =
  /^(?:Lambda|Conditional|Named|Yield|\w*Comprehension)Expression$|^(?:for|and|or|TypeDef)$/;
/** Nodes that are evaluated by evaluating their parts, and do nothing themselves. */
const PLAIN =
  /^(?:VariableName|Number|String|ContinuedString|Boolean|None|\w+Op|not|in|is|(?:Parenthesized|Tuple|Array)Expression|[^\w*]+)$/;

/** Finds them in a tree; only mentions in a cell that a magic runs. */
export function needsOf(root: Syntax, { text, lines, masked }: Read): Needs {
  const names = new Map<string, Place | null>();
  const modules = new Map<string, Place | null>();
  const mentions = new Map<string, number>();
  const placed = linesOf(lines);
  for (const statement of root.children) {
    const { from, to } = statement;
    const its = placed.get(from);
    const isSure = masked.length === 0 && its?.to === to && isEager(statement);
    const line = isSure ? its.line : null;
    const placeWith = (before: string): Place | null =>
      line === null ? null : { line, from, before };
    forEach(statement, node => {
      const own = text.slice(node.from, node.to);
      if (node.name === 'VariableName' && !names.has(own)) {
        mentions.set(own, from);
        names.set(own, placeWith(beforeName(statement, node.from, text)));
      }
      if (node.name === 'ImportStatement') {
        modulesOf(node, text)
          .filter(module => !modules.has(module))
          .forEach(module => modules.set(module, placeWith(own)));
      }
    });
  }
  const calls =
    masked.length === 0
      ? soleCalls(root, text, isEager)
      : new Map<string, number>();
  return { names: known(names), modules: known(modules), mentions, calls };
}

/** By the offset where a logical line begins, its end, and the line of the normalised form that begins with it. */
function linesOf(
  lines: Read['lines']
): ReadonlyMap<number, { readonly to: number; readonly line: number }> {
  const placed = new Map<number, { to: number; line: number }>();
  let line = 0;
  for (const tokens of lines) {
    const last = tokens[tokens.length - 1];
    placed.set(tokens[0]?.from ?? 0, { to: last?.to ?? 0, line });
    line += 1;
    for (const token of tokens) {
      line += token.text.split(/\r\n?|\n/).length - 1;
    }
  }
  return placed;
}

function known(
  places: ReadonlyMap<string, Place | null>
): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  places.forEach((place, name) => place && found.set(name, place));
  return found;
}

/** True for a statement that evaluates all of itself at once. */
function isEager(statement: Syntax): boolean {
  let isSo = SIMPLE.test(statement.name);
  forEach(statement, ({ name, children }) => {
    const isChain =
      isComparison({ name, children }) && children.some(isComparison);
    isSo &&= !LATER.test(name) && !isChain;
  });
  return isSo;
}

function isComparison({
  name,
  children
}: Pick<Syntax, 'name' | 'children'>): boolean {
  return (
    name === 'BinaryExpression' &&
    children.some(one => /^(?:CompareOp|in|is|not)$/.test(one.name))
  );
}

/** What a statement has evaluated when it comes to a name: text, empty where that is nothing but names and constants. */
function beforeName(statement: Syntax, at: number, text: string): string {
  const { name, children, from, to } = statement;
  const sign = children.filter(one => one.name === 'AssignOp').slice(-1)[0];
  const isAssigned = name === 'AssignStatement';
  if (isAssigned && at < (sign?.from ?? to)) {
    return text.slice(from, to);
  }
  const start = isAssigned ? (sign?.to ?? from) : from;
  let node: Syntax | undefined = statement;
  while (node) {
    const done: readonly Syntax[] = node.children.filter(
      one => one.from >= start && one.to <= at
    );
    if (!done.every(isPlain)) {
      return text.slice(start, at);
    }
    node = node.children.find(one => one.from <= at && at < one.to);
  }
  return '';
}

function isPlain(node: Syntax): boolean {
  let isSo = true;
  forEach(node, ({ name }) => (isSo &&= PLAIN.test(name)));
  return isSo;
}

/** The modules that an import names, with all that they lie in. */
function modulesOf({ children }: Syntax, text: string): readonly string[] {
  const isFrom = children[0]?.name === 'from';
  const end = children.findIndex(one => isFrom && one.name === 'import');
  const found: string[] = [];
  let module = '';
  let isAlias = false;
  for (const { name, from, to } of children.slice(
    1,
    end < 0 ? undefined : end
  )) {
    if (name === ',') {
      module = '';
    } else if (name === '.') {
      module += '.';
    } else if (name === 'VariableName' && !isAlias) {
      module += text.slice(from, to);
      found.push(module);
    }
    isAlias = name === 'as';
  }
  return found;
}

function forEach(root: Syntax, visit: (node: Syntax) => void): void {
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    visit(node);
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child) {
        open.push(child);
      }
    }
  }
}
