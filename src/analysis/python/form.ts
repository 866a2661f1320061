// The code of a cell without the choice of its names: two cells have one form when renaming makes the one of the other.

import type { Form } from '../cell-analysis';

import { builtinNames, isHistoryName } from './builtins';
import { earlyReads } from './early-reads';
import type { LogicalLine } from './logical-lines';
import { normalise, type Spelling } from './normalise';
import type { Prepared } from './prepare';
import type { Syntax } from './syntax';
import type { Token } from './scanner';

/** What looks at names, or at source, while it runs: functions and modules, then members. */
const LOOKING = new Set(
  `eval exec compile globals locals vars dir sql sqldf get_ipython ic traceback inspect`.split(
    ' '
  )
);
const LOOKING_MEMBERS = new Set(
  `eval query evaluate sql run_cell run_line_magic format_exc print_exc exception dump_session __dict__
  __annotations__`.split(/\s+/)
);
/** Words that are keywords in some places. */
const SOFT = new Set(['match', 'case', 'type', '_']);
/** Texts that name variables: queries, formulas. */
const NAMING = /@\w|~|\bselect\b/i;

/** What the tree tells of names. */
type Names = {
  /** Those that stand somewhere as a name of a value. */
  readonly all: Set<string>;
  /** Those whose spelling counts. */
  readonly spelt: Set<string>;
  /** Offsets of keywords of calls and patterns: parts of the callee's own form. */
  readonly keywords: Set<number>;
};

/** Begins to number the names of a text anew. */
export type Speller = () => {
  readonly spelling: Spelling;
  /** Spells a name. */
  readonly spell: (name: string) => string;
  /** Grows with what is spelt. */
  readonly roles: Map<string, string>;
};

/** The form of a cell, by its speller. */
export function formOf(
  { straight, lines, masked }: Prepared,
  speller: Speller
): Form {
  const { spelling, roles } = speller();
  return { text: normalise(straight, lines, masked, spelling), roles };
}

/** Spells the code of a cell by roles; as it stands where it may look at names. */
export function spellerOf(prepared: Prepared, root: Syntax): Speller {
  const names = namesOf(prepared.straight, root);
  const { lines, masked, straight } = prepared;
  const isOpen = lines.some(line =>
    line.some((token, at) => looksAtNames(token, line[at - 1]))
  );
  for (const { from, to } of masked) {
    keepWords(names, straight.slice(from, to));
  }
  lines.forEach(line => keepMagics(names, line));
  const isSpelt = (name: string): boolean =>
    isOpen || names.spelt.has(name) || isFixed(name);
  return () => {
    const roles = new Map<string, string>();
    const spell = (name: string): string => {
      const role = roles.get(name) ?? (isSpelt(name) ? name : `$${roles.size}`);
      roles.set(name, role);
      return role;
    };
    const spelling: Spelling = ({ text, kind, from }, before) => {
      const isName = kind === 'name' && before?.text !== '.';
      if (!isName || !names.all.has(text) || names.keywords.has(from)) {
        return null;
      }
      return spell(text);
    };
    return { spelling, spell, roles };
  };
}

function isFixed(name: string): boolean {
  return (
    builtinNames.has(name) ||
    isHistoryName(name) ||
    SOFT.has(name) ||
    name.startsWith('__')
  );
}

function looksAtNames(
  { kind, text }: Token,
  before: Token | undefined
): boolean {
  return kind === 'name'
    ? (before?.text === '.' ? LOOKING_MEMBERS : LOOKING).has(text)
    : kind === 'string' && NAMING.test(text);
}

function keepWords({ spelt }: Names, text: string): void {
  text.match(/[^\W\d]\w*/g)?.forEach(word => spelt.add(word));
}

function keepMagics(names: Names, line: LogicalLine): void {
  for (const { kind, text } of line) {
    if (kind === 'magic') {
      keepWords(names, text);
    }
  }
}

function namesOf(source: string, root: Syntax): Names {
  const names: Names = {
    all: new Set(),
    spelt: new Set(),
    keywords: new Set()
  };
  const pending: (readonly [Syntax, boolean])[] = [[root, false]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [node, isKept] = next;
    const { children } = node;
    const isShown = isKept || KEEPING.has(node.name) || showsItself(node);
    children.forEach((child, index) => {
      if (child.name !== 'VariableName') {
        if (child.children.length > 0) {
          pending.push([child, isShown && !FREE.has(child.name)]);
        }
        return;
      }
      const name = source.slice(child.from, child.to);
      const before = children[index - 1]?.name;
      const isAlias = node.name === 'ImportStatement' && before === 'as';
      names.all.add(name);
      if (isKeyword(node, index)) {
        names.keywords.add(child.from);
      } else if (isShown && !isAlias) {
        names.spelt.add(name);
      }
    });
    const body =
      node.name === 'FunctionDefinition' &&
      children.find(({ name }) => name === 'Body');
    if (body) {
      earlyReads(source, body).forEach(name => names.spelt.add(name));
    }
    if (node.name === 'FunctionDefinition' || node.name === 'ClassDefinition') {
      const named = children.find(({ name }) => name === 'VariableName');
      names.spelt.add(source.slice(named?.from ?? 0, named?.to ?? 0));
    }
  }
  return names;
}

/** Nodes whose own names show: in calls by keyword, as attributes, in representations, as what is imported. */
const KEEPING = new Set([
  'ParamList',
  'ImportStatement',
  'TypeParamList',
  'TypeParam',
  'TypeDefinition'
]);
/** Within a class, what stands in these is as free as elsewhere. */
const FREE = new Set(['FunctionDefinition', 'LambdaExpression', 'ArgList']);

/** A class's own statements, and `{x=}`. */
function showsItself({ name, children }: Syntax): boolean {
  return (
    name === 'ClassDefinition' ||
    children.some(child => child.name === 'FormatSelfDoc')
  );
}

function isKeyword({ name, children }: Syntax, index: number): boolean {
  return (
    (name === 'KeywordPattern' && index === 0) ||
    (name === 'ArgList' &&
      children[index + 1]?.name === 'AssignOp' &&
      /^[(,]$/.test(children[index - 1]?.name ?? ''))
  );
}
