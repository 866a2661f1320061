// Python source -> plain tree of the grammar's nodes, comments left out.

import { parser } from '@lezer/python';

/** One node of the grammar. Keywords and punctuation are nodes without children, named by their text. */
export type Syntax = {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly children: readonly Syntax[];
};

type Growing = Omit<Syntax, 'children'> & { readonly children: Growing[] };

/** The name of nodes where the grammar gave up. */
export const errorName = '⚠';

/** A tree, and where the grammar gave up. */
export type Parsed = {
  readonly root: Syntax;
  /** In order of the source. */
  readonly errors: readonly number[];
};

/** Parses any text; what the grammar does not know shows as error nodes. Never recursive, so nesting has no limit. */
export function parse(source: string): Parsed {
  const open: Growing[] = [];
  const errors: number[] = [];
  let root: Growing = { name: 'Script', from: 0, to: 0, children: [] };
  parser.parse(source).iterate({
    enter(node) {
      if (node.name === 'Comment') {
        return false;
      }
      const { name, from, to } = node;
      if (node.type.isError) {
        errors.push(from);
      }
      const made: Growing = { name, from, to, children: [] };
      open[open.length - 1]?.children.push(made);
      open.push(made);
      return true;
    },
    leave() {
      root = open.pop() ?? root;
    }
  });
  return { root, errors };
}

/** The first child of that name. */
export function childNamed(node: Syntax, name: string): Syntax | undefined {
  return node.children.find(child => child.name === name);
}
