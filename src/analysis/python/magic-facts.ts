// What a magic does to names, and the line that it is in: the parts that stand for it in the analysis.

import type { Effect, FileAccess } from '../effect';
import type { Range } from '../name-uses';

/** Places of names are given as ranges of the source. */
export type MagicFacts = {
  readonly reads: readonly Range[];
  readonly binds: readonly Range[];
  readonly effects: readonly Omit<Effect, 'range'>[];
  readonly files: readonly Omit<FileAccess, 'range'>[];
  /** True when it may take files away that are not among them. */
  readonly takesFiles?: boolean;
  /** True when it shows which names there are. */
  readonly listsNames?: boolean;
  /** True when it may bind names that the source does not tell. */
  readonly bindsUnknown: boolean;
  /** The module whose public names it binds, all of them, and nothing else that is not told. */
  readonly star?: string;
  /** Why it is not understood; null when it is. */
  readonly reason: string | null;
};

/** A line of IPython's, or the head of one whose rest is Python. */
export type MagicLine = {
  /** What is not Python. */
  readonly range: Range;
  /** What would stand there in Python: a statement, a value, or nothing before the rest. */
  readonly replaces: 'line' | 'value' | 'head';
  readonly facts: MagicFacts;
  /** True when the names that the rest binds do not reach the notebook. */
  readonly isIsolated: boolean;
};

/** A magic that touches nothing. */
export const noFacts: MagicFacts = {
  reads: [],
  binds: [],
  effects: [],
  files: [],
  bindsUnknown: false,
  reason: null
};

/**
 * Names that IPython puts into a command, as `$name` and `{expression}`. Those that no Python name is found for stay
 * as they are, so none of them is certain.
 */
export function expandedNames(source: string, { from, to }: Range): Range[] {
  const text = source.slice(from, to);
  const found: Range[] = [];
  for (const match of text.matchAll(/\$([A-Za-z_]\w*)|\{([^{}]*)\}/g)) {
    const start = from + match.index + 1;
    const [, name, expression] = match;
    if (name) {
      found.push({ from: start, to: start + name.length });
    } else if (expression) {
      found.push(...namesIn(expression, start));
    }
  }
  return found;
}

const WORD = /^[A-Za-z_]\w*$/;

/** Names of an expression, without attributes, keywords and the contents of strings. */
export function namesIn(expression: string, start: number): Range[] {
  if (WORD.test(expression)) {
    return keywords.has(expression)
      ? []
      : [{ from: start, to: start + expression.length }];
  }
  const code = expression.replace(/'[^']*'|"[^"]*"/g, string =>
    ' '.repeat(string.length)
  );
  const names = code.matchAll(/(?<![\w.])[A-Za-z_]\w*(?!\w|\s*=[^=])/g);
  return [...names]
    .filter(([name]) => !keywords.has(name))
    .map(({ 0: name, index }) => ({
      from: start + index,
      to: start + index + name.length
    }));
}

const keywords = new Set(
  'and as await else False for if import in is lambda None not or True yield'.split(
    ' '
  )
);
