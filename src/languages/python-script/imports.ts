// Which imports of a script may stand at its top. An import moves only where that changes nothing: it is a statement
// of its own, its module is a known one, nothing before it touches what imports depend on, and its names have no
// other meaning anywhere in the script.
import type { Edit } from './edits';
import { isInertMagic } from './line-magics';
import type { NameUse } from './names';
import { isInstall } from './shell';
import { statementsOf } from './statements';
import type { LogicalLine, Token } from './tokens';

/** One cell as the search for imports sees it. */
export type ImportingCell = {
  /** Normalised. */
  readonly text: string;
  readonly lines: readonly LogicalLine[];
  /** For each line, the names in it. */
  readonly uses: readonly (readonly NameUse[])[];
  /** False for a cell whose text is not code of the script itself: its imports stay where they are. */
  readonly isPlain: boolean;
};

/** What moves to the top, and what is cut out of the cells. */
export type MovedImports = {
  /** `from __future__` lines, which must stand first. */
  readonly future: readonly string[];
  /** Whole statements, each once, in the order of the cells. */
  readonly imports: readonly string[];
  /** For each cell. */
  readonly cuts: readonly (readonly Edit[])[];
};

type ImportStatement = {
  readonly cell: number;
  readonly line: LogicalLine;
  /** Top-level modules. */
  readonly modules: readonly string[];
  /** Names that it binds. */
  readonly names: readonly string[];
  /** Tokens joined: equal keys do the same. */
  readonly key: string;
};

const AMBIENT =
  /\b(?:sys\s*\.\s*(?:path|modules|meta_path)|environ|putenv|chdir|matplotlib\.use|mpl\.use|switch_backend|warnings|importlib|reload|exec|eval|__import__|site|addsitedir|get_ipython|logging\.(?:disable|basicConfig)|set_start_method)\b/;

/** Decides which imports move. `isKnown` is true for top-level modules that are installed, not the user's own. */
export function movedImports(
  cells: readonly ImportingCell[],
  isKnown: (module: string) => boolean
): MovedImports {
  const candidates = findCandidates(cells, isKnown);
  const meanings = otherMeanings(cells, candidates);
  const moved = candidates.filter(
    ({ names, key }) => !names.some(name => (meanings.get(name) ?? key) !== key)
  );
  const future = cells.flatMap((cell, index) =>
    cell.isPlain ? cell.lines.flatMap(line => futureImport(line, index)) : []
  );
  const cut = [...future, ...moved];
  return {
    future: texts(future),
    imports: texts(moved),
    cuts: cells.map(({ text }, index) =>
      cut
        .filter(({ cell }) => cell === index)
        .map(({ line }) => cutOut(text, line))
    )
  };

  function texts(statements: readonly ImportStatement[]): string[] {
    const first = new Map<string, string>();
    for (const { cell, line, key } of statements) {
      const text = cells[cell]?.text.slice(line.from, line.to) ?? '';
      first.set(key, first.get(key) ?? text);
    }
    return [...first.values()];
  }
}

function cutOut(text: string, { from, end }: LogicalLine): Edit {
  return { from, to: Math.min(end + 1, text.length), text: '' };
}

function futureImport(line: LogicalLine, cell: number): ImportStatement[] {
  const [, second] = line.tokens;
  const statement = parseImport(line, cell);
  return second?.text === '__future__' && statement ? [statement] : [];
}

/** Imports up to the first place that may change what an import does. */
function findCandidates(
  cells: readonly ImportingCell[],
  isKnown: (module: string) => boolean
): ImportStatement[] {
  const found: ImportStatement[] = [];
  const used = new Set<string>();
  for (const [index, { text, lines, uses, isPlain }] of cells.entries()) {
    if (!isPlain && AMBIENT_CELL.test(text)) {
      return found;
    }
    for (const [at, line] of lines.entries()) {
      const statement = isPlain ? parseImport(line, index) : null;
      if (statement?.modules.includes('__future__')) {
        continue;
      }
      const isRepeated =
        statement !== null && found.some(({ key }) => key === statement.key);
      const isFree = !statement?.names.some(name => used.has(name));
      if (
        statement &&
        statement.modules.every(isKnown) &&
        (isRepeated || isFree)
      ) {
        found.push(statement);
      } else if (changesImports(text, line)) {
        return found;
      }
      uses[at]?.forEach(({ name }) => used.add(name));
    }
  }
  return found;
}

const AMBIENT_CELL =
  /^%%(?!time\b|timeit\b|capture\b|html\b|latex\b|markdown\b|javascript\b)/;

function changesImports(text: string, line: LogicalLine): boolean {
  if (line.ipython !== null) {
    const code = text.slice(line.ipython, line.to);
    const name = /^%(\w+)/.exec(code)?.[1];
    const isInert =
      /\?$|^\?/.test(code) ||
      (code.startsWith('!') && isInstall(code.slice(1))) ||
      (name !== undefined && isInertMagic(name));
    return !isInert;
  }
  const words = line.tokens.map(token => token.text);
  const isStar = words[0] === 'from' && words[words.length - 1] === '*';
  return isStar || AMBIENT.test(text.slice(line.from, line.to));
}

function linesWithUses({ lines, uses }: ImportingCell): {
  readonly line: LogicalLine;
  readonly uses: readonly NameUse[];
}[] {
  return lines.map((line, index) => ({ line, uses: uses[index] ?? [] }));
}

/** For each name that an import binds, the one statement that gives it its meaning; a text of no import if several. */
function otherMeanings(
  cells: readonly ImportingCell[],
  candidates: readonly ImportStatement[]
): Map<string, string> {
  const meanings = new Map<string, string>();
  const lines = new Set(candidates.map(({ line }) => line));
  for (const { names, key } of candidates) {
    for (const name of names) {
      meanings.set(name, (meanings.get(name) ?? key) === key ? key : 'several');
    }
  }
  for (const { line, uses } of cells.flatMap(linesWithUses)) {
    for (const { name, kind } of lines.has(line) ? [] : uses) {
      if (kind === 'store' && meanings.has(name) && !isSameImport(line, name)) {
        meanings.set(name, 'several');
      }
    }
  }
  return meanings;

  function isSameImport(line: LogicalLine, name: string): boolean {
    const statement = parseImport(line, 0);
    return statement !== null && statement.key === meanings.get(name);
  }
}

/** The import that a line is; null for any other line, an indented or star import, or one beside other statements. */
function parseImport(line: LogicalLine, cell: number): ImportStatement | null {
  const [statement, ...more] = statementsOf(line);
  const tokens = statement?.tokens ?? [];
  const [first, second] = tokens;
  const isImport = first?.text === 'import' || first?.text === 'from';
  if (!isImport || line.indent || more.length > 0 || statement?.isSilenced) {
    return null;
  }
  const key = tokens.map(token => token.text).join(' ');
  if (first.text === 'from') {
    const names = namesBound(tokens);
    return second?.kind === 'name' && names && !replaced(names)
      ? { cell, line, modules: [second.text], names, key }
      : null;
  }
  const parts = modulesOf(tokens.slice(1));
  return {
    cell,
    line,
    modules: parts.map(part => part[0] ?? ''),
    names: parts.map(part => part[part.indexOf('as') + 1] ?? ''),
    key
  };
}

/** True for names that the set-up of a script gives another meaning: imported before it, they would keep the old one. */
function replaced(names: readonly string[]): boolean {
  return names.includes('show') || names.includes('display');
}

/** The words of each module of `import a.b, c as d`; `a.b` binds `a`, `c as d` binds `d`. */
function modulesOf(tokens: readonly Token[]): string[][] {
  const parts: string[][] = [[]];
  for (const { text } of tokens) {
    if (text === ',') {
      parts.push([]);
    } else {
      parts[parts.length - 1]?.push(text);
    }
  }
  return parts;
}

function namesBound(tokens: readonly Token[]): string[] | null {
  const at = tokens.findIndex(token => token.text === 'import');
  const listed = tokens.slice(at + 1).filter(token => token.kind === 'name');
  const names = listed
    .filter(
      ({ text }, index) => text !== 'as' && listed[index + 1]?.text !== 'as'
    )
    .map(token => token.text);
  return at < 0 || names.length === 0 ? null : names;
}
