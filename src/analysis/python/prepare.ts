// The source of a cell -> text of the same length that the grammar reads, and notes on what it does not say.

import type { Range } from '../name-uses';

import { readCellHead } from './cell-magics';
import { straighten } from './layout';
import { logicalLines, type LogicalLine } from './logical-lines';
import type { MagicFacts } from './magic-facts';
import { applyPatches, type Patch, type Repairs } from './patches';
import { withPlainNames } from './plain-names';
import { repairLine } from './repairs';
import type { Token } from './scanner';
import { tokenize } from './tokens';

/** What the walk has to know beside the tree. All offsets are those of the source. */
export type Marks = {
  /** What stands for a magic, by the offset of the number that takes its place. */
  readonly magics: ReadonlyMap<
    number,
    { readonly range: Range; readonly facts: MagicFacts }
  >;
  /** What happens after the cell. */
  readonly after: readonly {
    readonly range: Range;
    readonly facts: MagicFacts;
  }[];
  /** Statements in these ranges bind names of their own. */
  readonly isolated: readonly Range[];
  /** Offsets of expressions that are targets. */
  readonly targets: ReadonlySet<number>;
  /** Offsets of names that an assignment expression binds. */
  readonly walruses: ReadonlySet<number>;
  /** Offsets of expressions that are decorators. */
  readonly decorators: ReadonlySet<number>;
};

/** A cell that is ready to be parsed. */
export type Prepared = {
  /** What the grammar reads; as long as the source. */
  readonly text: string;
  readonly lines: readonly LogicalLine[];
  /** The source without what IPython takes off it, its names as Python compares them; as long. */
  readonly straight: string;
  /** Parts of the source that are no Python at all. */
  readonly masked: readonly Range[];
  readonly marks: Marks;
};

/** Masks what is IPython's, and writes what the grammar lacks in words that it has. */
export function prepare(source: string): Prepared {
  const plain = straighten(source);
  const head = readCellHead(plain, 0);
  const spelt = tokenize(plain, head.codeFrom);
  const straight = withPlainNames(plain, spelt);
  const tokens = straight === plain ? spelt : tokenize(straight, head.codeFrom);
  const lines = logicalLines(tokens);
  const repairs: Repairs = {
    patches: [],
    targets: [],
    walruses: [],
    decorators: []
  };
  const hasMagic = tokens.some(isMagic);
  const found = hasMagic ? tokens.filter(isMagic) : NO_TOKENS;
  const magics: Prepared['marks']['magics'] = hasMagic
    ? new Map(
        found.map(({ from, to, magic }) => [
          from,
          { range: { from, to }, facts: magic.facts }
        ])
      )
    : NO_MAGICS;
  const isolated = hasMagic ? isolatedRanges(lines) : [];
  lines.forEach(line => repairLine(repairs, line));
  const patches = [
    ...head.masked.map(range => ({
      from: range.from,
      text: '\n'.repeat(range.to - range.from)
    })),
    ...found.map(token => magicPatch(straight, tokens, token)),
    ...repairs.patches
  ];
  const text = applyPatches(straight, patches);
  return {
    text: withPlainLineEnds(text, tokens),
    lines,
    straight,
    masked: head.masked,
    marks: {
      targets: offsets(repairs.targets),
      walruses: offsets(repairs.walruses),
      decorators: offsets(repairs.decorators),
      magics,
      after: hasMagic ? [...head.facts, ...headFacts(found)] : head.facts,
      isolated: head.isIsolated ? [{ from: 0, to: source.length }] : isolated
    }
  };
}

type MagicToken = Token & Required<Pick<Token, 'magic'>>;

function isMagic(token: Token): token is MagicToken {
  return token.magic !== undefined;
}

const NO_TOKENS: readonly MagicToken[] = [];
const NO_MAGICS: Marks['magics'] = new Map([]);
const NO_OFFSETS: ReadonlySet<number> = new Set([]);

/** Most cells have none. */
function offsets(found: readonly number[]): ReadonlySet<number> {
  return found.length > 0 ? new Set(found) : NO_OFFSETS;
}

/** What the heads of lines do beside what their rest does: `%time`. */
function headFacts(magics: readonly MagicToken[]): Marks['after'] {
  return magics
    .filter(({ magic }) => magic.replaces === 'head')
    .map(({ from, to, magic }) => ({
      range: { from, to },
      facts: magic.facts
    }));
}

function isolatedRanges(lines: readonly LogicalLine[]): readonly Range[] {
  return lines.flatMap(line => {
    const head = line.find(token => token.magic?.isIsolated);
    const last = line[line.length - 1];
    return head && last ? [{ from: head.to, to: last.to }] : [];
  });
}

/** A line becomes a number, which does nothing; the head of one becomes layout. */
function magicPatch(
  source: string,
  tokens: readonly Token[],
  token: MagicToken
): Patch {
  const { from, to, magic } = token;
  if (magic.replaces !== 'head') {
    return { from, text: `0${' '.repeat(to - from - 1)}` };
  }
  const isFirst = !/[^\s]/.test(lineBefore(source, from));
  const index = tokens.indexOf(token);
  const next = tokens
    .slice(index + 1, index + 8)
    .find(one => one.magic?.replaces !== 'head');
  return next && isFirst
    ? indentedPatch(source, from, next.from)
    : { from, text: ' '.repeat(to - from) };
}

/** Moves the code behind the head of a line to the column where the head stands. */
function indentedPatch(source: string, from: number, to: number): Patch {
  const indentation = lineBefore(source, from);
  const start = from - indentation.length;
  const breaks = '\n'.repeat(to - start - indentation.length);
  return { from: start, text: breaks + indentation };
}

function lineBefore(source: string, at: number): string {
  let start = at;
  while (start > 0 && !/[\n\r]/.test(source[start - 1] ?? '')) {
    start -= 1;
  }
  return source.slice(start, at);
}

/** Line ends become `\n`; those that a backslash takes away become blanks. */
function withPlainLineEnds(text: string, tokens: readonly Token[]): string {
  if (!text.includes('\r')) {
    return text;
  }
  const joined = tokens.flatMap(token =>
    /^(?:continuation|string|text)$/.test(token.kind) &&
    token.text.includes('\\\r')
      ? [
          {
            from: token.from,
            text: text
              .slice(token.from, token.to)
              .replace(/\\\r\n?/g, end => ' '.repeat(end.length))
          }
        ]
      : []
  );
  return applyPatches(text, joined)
    .replace(/\r\n/g, ' \n')
    .replace(/\r/g, '\n');
}
