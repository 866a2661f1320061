// Tree of the parser's -> plain nodes. Its buffers are read as they are: going through them by a cursor takes several times as long.

import { TreeBuffer, type NodeType, type Tree } from '@lezer/common';

import { lastItem } from './neighbours';
import type { Parsed, Syntax } from './syntax';

/** A tree whose children are being read. */
type Open = {
  readonly tree: Tree;
  readonly from: number;
  /** Place of the next child. */
  at: number;
  /** Those read so far; of a tree without a name it is the list of the one around. */
  readonly children: Syntax[];
};

/** Never recursive over trees, so nesting has no limit. Comments are left out, and errors that are none. */
export function plainTree(whole: Tree): Parsed {
  const errors: number[] = [];
  const roots: Syntax[] = [];
  const open: Open[] = [{ tree: whole, from: 0, at: 0, children: [] }];
  for (let top = open.pop(); top; top = open.pop()) {
    const { tree, from, children } = top;
    const child = tree.children[top.at];
    if (!child) {
      const around = lastItem(open);
      if (!tree.type.isAnonymous) {
        const { name } = tree.type;
        const to = from + tree.length;
        (around?.children ?? roots).push({ name, from, to, children });
      }
      continue;
    }
    const start = from + (tree.positions[top.at] ?? 0);
    top.at += 1;
    open.push(top);
    if (child instanceof TreeBuffer) {
      readBuffer(child, start, children, errors);
    } else if (isMeant(child.type, child.length, lastItem(children))) {
      noteError(child.type, start, errors);
      const isShared = child.type.isAnonymous;
      open.push({
        tree: child,
        from: start,
        at: 0,
        children: isShared ? children : []
      });
    }
  }
  const [root = { name: 'Script', from: 0, to: 0, children: [] }] = roots;
  return { root, errors };
}

/** Four numbers a node: its type, where it begins and ends, and where in the buffer its last descendant ends. */
function readBuffer(
  { buffer, set: { types } }: TreeBuffer,
  start: number,
  into: Syntax[],
  errors: number[]
): void {
  // Lists that grow one by one have room for more than they hold: siblings are collected in one list, and cut off it.
  const pending: Syntax[] = [];
  let filled = 0;
  const readNodes = (
    first: number,
    end: number,
    before: Syntax | undefined
  ): number => {
    let last = before;
    let count = 0;
    for (let at = first; at < end; at = buffer[at + 3] ?? end) {
      const type = types[buffer[at] ?? 0];
      const from = start + (buffer[at + 1] ?? 0);
      const to = start + (buffer[at + 2] ?? 0);
      if (type && isMeant(type, to - from, last)) {
        noteError(type, from, errors);
        const next = buffer[at + 3] ?? end;
        const inner = next > at + 4 ? readNodes(at + 4, next, undefined) : 0;
        filled -= inner;
        const children =
          inner > 0 ? pending.slice(filled, filled + inner) : NO_CHILDREN;
        last = { name: type.name, from, to, children };
        pending[filled] = last;
        filled += 1;
        count += 1;
      }
    }
    return count;
  };
  readNodes(0, buffer.length, lastItem(into));
  for (let at = 0; at < filled; at += 1) {
    into.push(pending[at] as Syntax);
  }
}

const NO_CHILDREN: readonly Syntax[] = [];

/** No comment; and no error that is said after `yield` where a value is missing, which may be missing. */
function isMeant(
  { name, isError }: NodeType,
  length: number,
  before: Syntax | undefined
): boolean {
  return (
    name !== 'Comment' && !(isError && length === 0 && before?.name === 'yield')
  );
}

function noteError({ isError }: NodeType, at: number, errors: number[]): void {
  if (isError) {
    errors.push(at);
  }
}
