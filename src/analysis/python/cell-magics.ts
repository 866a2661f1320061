// The `%%magic` lines at the top of a cell.

import type { Range } from '../name-uses';

import { codeMagics, foreignCellMagics } from './knowledge/magics';
import {
  expandedNames,
  namesIn,
  noFacts,
  type MagicFacts
} from './magic-facts';
import { installs, optionsLength, timingFacts } from './magic-lines';
import { shellChances } from './shell-chances';
import { scriptFiles, takesFiles } from './shell-files';

/** The head of a cell: one magic for each of its first lines, or none. */
export type CellHead = {
  /** What is not Python: the head lines, or the whole cell. */
  readonly masked: readonly Range[];
  /** Where tokens of Python start. */
  readonly codeFrom: number;
  /** True when the names that the cell binds do not reach the notebook. */
  readonly isIsolated: boolean;
  /** What happens after the cell. */
  readonly facts: readonly {
    readonly range: Range;
    readonly facts: MagicFacts;
  }[];
};

/** Reads the magics that stand above any code, from an offset on. */
export function readCellHead(source: string, start: number): CellHead {
  const masked: Range[] = [];
  const facts: { range: Range; facts: MagicFacts }[] = [];
  let isIsolated = false;
  let at = start;
  for (;;) {
    const line = /\s*%%(!|[A-Za-z_][\w.]*)([^\n\r]*)/y;
    line.lastIndex = at;
    const match = line.exec(source);
    if (!match || /[^\s]/.test(source.slice(at, match.index))) {
      return { masked, codeFrom: at, isIsolated, facts };
    }
    const [whole, name = '', text = ''] = match;
    const to = at + whole.length;
    const rest = { from: to - text.length, to };
    const code = codeMagics[name];
    if (!code) {
      const range = { from: at, to: source.length };
      facts.push({ range, facts: foreignFacts(source, name, rest) });
      masked.push(range);
      return { masked, codeFrom: source.length, isIsolated, facts };
    }
    const isSetup = name === 'timeit';
    const head = isSetup
      ? rest.from + optionsLength(source, rest, code.options)
      : to;
    masked.push({ from: at, to: head });
    facts.push({ range: rest, facts: codeFacts(name, text, rest) });
    isIsolated ||= code.isIsolated;
    at = head;
    if (isSetup && head < to) {
      return { masked, codeFrom: at, isIsolated, facts };
    }
  }
}

/** `%%capture out` binds a name. */
function codeFacts(name: string, text: string, rest: Range): MagicFacts {
  const variable = /^\s*(?:--[\w-]+\s+)*([A-Za-z_]\w*)/.exec(text);
  if (name !== 'capture' || !variable?.[1]) {
    return timingFacts(name);
  }
  const to = rest.from + variable[0].length;
  return { ...noFacts, binds: [{ from: to - variable[1].length, to }] };
}

/** Options of programs that take names from the notebook and give names to it. */
function foreignFacts(source: string, name: string, rest: Range): MagicFacts {
  const text = source.slice(rest.from, rest.to);
  const binds: Range[] = [];
  const reads: Range[] = expandedNames(source, rest);
  const options =
    /(?:^|\s)(--out|--err|--proc|-o|-i|--output|--input)[ =](\S+)/g;
  for (const match of text.matchAll(options)) {
    const [all, option = '', names = ''] = match;
    const start = rest.from + match.index + all.length - names.length;
    (/^--?i/.test(option) ? reads : binds).push(...namesIn(names, start));
  }
  const result = resultName(name, text);
  if (result) {
    const from = rest.from + text.indexOf(result);
    binds.push({ from, to: from + result.length });
  }
  const isForeign = foreignCellMagics.has(name);
  const speaksR = name === 'R';
  return {
    ...noFacts,
    ...scriptFacts(source, name, rest),
    reads,
    binds,
    bindsUnknown: !isForeign && !speaksR,
    reason: isForeign ? null : `The cell is for “%%${name}”, not Python.`
  };
}

/** The name that a query's result is given to: `%%sql rows <<`, `%%bigquery rows`. */
function resultName(name: string, text: string): string | undefined {
  const pattern =
    name === 'bigquery'
      ? /^\s*([A-Za-z_]\w*)/
      : /(?:^|\s)([A-Za-z_]\w*)\s*<<(?:\s|$)/;
  return /^(?:bigquery|sql)$/.test(name) ? pattern.exec(text)?.[1] : undefined;
}

/** `%%writefile out.py` writes a file; a shell script may install packages. */
function scriptFacts(
  source: string,
  name: string,
  { from, to }: Range
): Pick<MagicFacts, 'effects' | 'files' | 'takesFiles'> {
  const match =
    /^\s*(-a\s+|--append\s+)?(?:"([^"]+)"|'([^']+)'|([^\s{}]+))\s*$/.exec(
      source.slice(from, to)
    );
  const path = match?.slice(2).find(Boolean);
  const isFile = /^(?:writefile|file)$/.test(name) && path !== undefined;
  const isShell = /^(?:bash|sh|cmd|script|!|sx|system)$/.test(name);
  return {
    takesFiles: isShell && source.slice(to).split('\n').some(takesFiles),
    files: isFile
      ? [
          {
            path,
            ...(match?.[1]
              ? { action: 'update', grows: true }
              : { action: 'write' }),
            isAnnounced: true
          }
        ]
      : /^(?:bash|sh|!|sx|system)$/.test(name)
        ? scriptFiles(source.slice(to))
        : [],
    effects: isShell
      ? [
          ...(installs(source.slice(to))
            ? [{ state: 'packages', action: 'update' } as const]
            : []),
          ...source.slice(to).split('\n').flatMap(shellChances)
        ]
      : []
  };
}
