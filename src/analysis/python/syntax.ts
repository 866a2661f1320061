// Python source -> plain tree of the grammar's nodes, comments left out.

import { parser } from '@lezer/python';

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

/** Parses any text; what the grammar does not know shows as error nodes, but for a `yield` without a value. Never recursive, so nesting has no limit. */
export function parse(source: string): Parsed {
  /** Nodes that are whole, of all levels that are open; `starts` tells where the children of each of these begin. */
  const whole: Syntax[] = [];
  const starts: number[] = [];
  const errors: number[] = [];
  parser.parse(source).iterate({
    enter(node) {
      if (node.name === 'Comment') {
        return false;
      }
      if (node.type.isError) {
        if (
          node.from === node.to &&
          whole[whole.length - 1]?.name === 'yield'
        ) {
          return false;
        }
        errors.push(node.from);
      }
      starts.push(whole.length);
      return true;
    },
    leave({ name, from, to }) {
      const start = starts.pop() ?? 0;
      const isLeaf = start === whole.length;
      const children = isLeaf ? NO_CHILDREN : whole.slice(start);
      whole.length = start;
      whole.push({ name, from, to, children });
    }
  });
  const [root = { name: 'Script', from: 0, to: 0, children: [] }] = whole;
  return { root, errors };
}

const NO_CHILDREN: readonly Syntax[] = [];

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
