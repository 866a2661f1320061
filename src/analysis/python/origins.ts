// On which statements of a cell the value of a name hangs, so that an edit elsewhere in the cell leaves it as it is.

import type { CellAnalysis, Origin } from '../cell-analysis';
import { DRAWN } from '../effect';
import type { Range } from '../name-uses';

import type { Facts } from './facts';
import type { Speller } from './form';
import { normalise } from './normalise';
import type { Prepared } from './prepare';
import {
  statementsOf,
  type Statement,
  type StatementsFound
} from './statement-facts';
import type { Syntax } from './syntax';
import { rangeOf } from './walk';

/** Statements beyond which a cell counts as one. */
const MOST = 150;

/** What the walk found that they go by. */
export type Found = StatementsFound &
  Pick<Facts, 'bindsUnknown' | 'deleted' | 'runsTexts' | 'unanalysed'>;

/** The statements of a cell that is understood statement by statement and binds, changes or draws something; null for others. */
export function plainStatements(
  prepared: Prepared,
  root: Syntax,
  facts: Found,
  { bindings, updates }: Pick<CellAnalysis, 'bindings' | 'updates'>
): readonly Statement[] | null {
  const isPlain =
    facts.unanalysed.length === 0 &&
    !facts.bindsUnknown &&
    !facts.runsTexts &&
    prepared.marks.isolated.length === 0 &&
    root.children.length <= MOST &&
    (bindings.length + updates.length > 0 || mayDraw(facts));
  return isPlain ? statementsOf(prepared, root, facts) : null;
}

/** A statement, or those of an import's names that are needed. */
type Behind = Map<number, Set<string> | null>;

/**
 * Finds, for the names that a cell binds, if only on some ways, and for those that it changes and does not bind, the statements
 * that their values hang on where it does: those that make them, or may change them, those that make what these read, those that may leave the cell before, and those that touch the same state
 * outside of the namespace. The same of the streams of random numbers, if the cell may draw.
 */
export function originsOf(
  prepared: Prepared,
  statements: readonly Statement[] | null,
  facts: Found,
  { bindings, updates }: Pick<CellAnalysis, 'bindings' | 'updates'>,
  speller: Speller
): ReadonlyMap<string, Origin> {
  const origins = new Map<string, Origin>();
  const isBound = new Set(bindings.map(({ name }) => name));
  const names = new Set(
    [...bindings, ...updates.filter(one => !isBound.has(one.name))].map(
      ({ name }) => name
    )
  );
  if (mayDraw(facts)) {
    names.add(DRAWN);
  }
  if (!statements || names.size === 0) {
    return origins;
  }
  const search = new Search(prepared.straight, statements, speller);
  const shown = bindings.filter(({ kind }) => kind === 'magic');
  for (const name of names) {
    // What `%%capture` binds hangs on all that the cell shows.
    const isShown = shown.some(one => one.name === name);
    if (!isShown && !facts.deleted.has(name)) {
      origins.set(name, search.originOf(name));
    }
  }
  return origins;
}

/** True where the cell draws, or calls by their names what may do so. */
function mayDraw({ effects, steps }: Found): boolean {
  return (
    effects.some(({ state }) => state === 'random') ||
    steps.all.some(({ unknown }) =>
      unknown.some(name => name !== '' && !name.includes('.'))
    )
  );
}

class Search {
  constructor(
    private readonly source: string,
    private readonly statements: readonly Statement[],
    private readonly speller: Speller
  ) {}

  originOf(name: string): Origin {
    const behind: Behind = new Map();
    this.addMakers(behind, name, this.statements.length);
    const order = [...behind.keys()].sort((one, other) => one - other);
    const { spelling, spell, roles } = this.speller();
    const texts: string[] = [];
    const statements: Range[] = [];
    const references = new Set<string>();
    const imports = new Set<string>();
    const states = new Set<string>();
    const unknown = new Set<string>();
    let [calls, makers] = [false, 0];
    for (const at of order) {
      const statement = this.statements[at];
      if (!statement) {
        continue;
      }
      const items = behind.get(at);
      statements.push(rangeOf(statement.node));
      texts.push(
        items
          ? this.importText(statement.node, items, { spell, imports })
          : normalise(this.source, statement.lines, [], spelling)
      );
      statement.reads.forEach(read => references.add(read));
      statement.writes.forEach(read => references.add(read));
      calls ||= statement.calls;
      statement.states.forEach(state => states.add(state));
      statement.unknown.forEach(called => unknown.add(called));
      makers += makes(statement, name) ? 1 : 0;
    }
    return {
      text: texts.join('\n'),
      roles,
      statements,
      references,
      imports: [...imports],
      calls,
      isOutside: states.size + unknown.size > 0,
      states: [...states],
      unknown: [...unknown],
      isMadeAtOnce: makers === 1
    };
  }

  /** Adds what made the value that a name has before the statement at `end`. */
  private addMakers(behind: Behind, name: string, end: number): void {
    for (let at = end - 1; at >= 0; at -= 1) {
      const statement = this.statements[at];
      if (statement && makes(statement, name)) {
        this.add(behind, at, name);
        if (statement.replaces.has(name)) {
          return;
        }
      }
    }
  }

  private add(behind: Behind, at: number, name: string): void {
    const statement = this.statements[at];
    const isImport = statement?.node.name === 'ImportStatement';
    if (!statement || behind.has(at)) {
      behind.get(at)?.add(name);
      return;
    }
    behind.set(at, isImport ? new Set([name]) : null);
    if (isImport) {
      return;
    }
    statement.reads.forEach(read => this.addMakers(behind, read, at));
    for (let before = at - 1; before >= 0; before -= 1) {
      const other = this.statements[before];
      if (other && hangsOn(statement, other)) {
        this.add(behind, before, '');
      }
    }
  }

  /** `import a.b as c` and `from a import b as c`, the needed items alone; notes the modules. */
  private importText(
    node: Syntax,
    names: ReadonlySet<string>,
    {
      spell,
      imports
    }: { spell: (name: string) => string; imports: Set<string> }
  ): string {
    const words = node.children;
    const textAt = (at: number): string =>
      this.source.slice(words[at]?.from, words[at]?.to);
    const start = words.findIndex(({ name }) => name === 'import') + 1;
    const isFrom = words[0]?.name === 'from';
    const items: string[] = [];
    for (let first = start; first < words.length; first += 1) {
      let last = first;
      while (/^(?:\.|as|VariableName)$/.test(words[last]?.name ?? '')) {
        last += 1;
      }
      const isAlias = words[last - 2]?.name === 'as';
      const bound = textAt(isAlias || isFrom ? last - 1 : first);
      if (last > first && names.has(bound)) {
        const item = words
          .slice(first, last - 1)
          .map((_, index) => textAt(first + index));
        const end = isAlias || isFrom ? spell(bound) : textAt(last - 1);
        items.push([...item, end].join(' '));
        imports.add(textAt(isFrom ? 1 : first));
      }
      first = Math.max(first, last);
    }
    const head = words.slice(0, start).map((_, index) => textAt(index));
    return [...(isFrom ? head : ['import']), ...items].join(' ');
  }
}

/** True when the one would do something else without the other before it, though it reads nothing of it. */
function hangsOn(one: Statement, before: Statement): boolean {
  if (before.mayLeave) {
    return true;
  }
  const isOutside = (it: Statement): boolean =>
    isOpaque(it) || it.states.size > 0;
  return (
    (isOpaque(one) && isOutside(before)) ||
    (isOpaque(before) && isOutside(one)) ||
    [...one.states].some(state => before.states.has(state))
  );
}

/** True for a statement that may touch any state outside of the namespace. */
function isOpaque({ unknown }: Statement): boolean {
  return unknown.size > 0;
}

/** True for a statement that may have a part in what a name, or the streams of random numbers, are after it. */
function makes(statement: Statement, name: string): boolean {
  return name === DRAWN
    ? statement.states.has('random') || isOpaque(statement)
    : statement.writes.has(name);
}
