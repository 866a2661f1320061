// Python source -> plain tree of the grammar's nodes, comments left out.

import { parser } from '@lezer/python';

import { descend } from './descent';
import { plainTree } from './plain-tree';

/** One node of the grammar. Keywords and punctuation are nodes without children, named by their text. */
export type Syntax = {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly children: readonly Syntax[];
};

/** The name of nodes where the grammar gave up. */
export const errorName = '⚠';

/** A tree, and where the grammar gave up. */
export type Parsed = {
  readonly root: Syntax;
  /** In order of the source. */
  readonly errors: readonly number[];
};

/** Parses any text; what the grammar does not know shows as error nodes, but for a `yield` without a value. */
export function parse(source: string): Parsed {
  const root = descend(source);
  return root
    ? { root, errors: NO_ERRORS }
    : plainTree(parser.parse(withLastLine(source)));
}

const NO_ERRORS: readonly number[] = [];

/** True for punctuation and keywords, which say nothing by themselves: what says something begins with a capital letter. */
export function isMark({ name, children }: Syntax): boolean {
  const code = name.charCodeAt(0);
  return children.length === 0 && (code < 0x41 || code > 0x5a);
}

/** The first child of that name. */
export function childNamed(node: Syntax, name: string): Syntax | undefined {
  return node.children.find(child => child.name === name);
}

/** The last item that begins at or before a place, else the first: items stand in the order of the source, so the search halves. */
export function itemAt<Item>(
  items: readonly Item[],
  at: number,
  beginOf: (item: Item) => number
): Item | undefined {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const item = items[middle];
    if (item !== undefined && beginOf(item) <= at) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return items[low];
}

/** Blanks that stand alone in the last line count for nothing, however far in; the grammar takes them for a block. */
function withLastLine(source: string): string {
  return source.replace(/\n[ \t]+$/, blanks => '\n'.repeat(blanks.length));
}
