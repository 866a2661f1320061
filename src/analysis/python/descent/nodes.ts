// Nodes of the tree, as they are made in the descent.

import type { Syntax } from '../syntax';

import { advance, isAt, lose, type Reader } from './reader';

const NONE: readonly Syntax[] = [];

/** A node without children. */
export function leafOf(name: string, from: number, to: number): Syntax {
  return { name, from, to, children: NONE };
}

/** A node around at least one child, from the first of them to the last. */
export function around(name: string, children: readonly Syntax[]): Syntax {
  const from = children[0]?.from ?? 0;
  const to = children[children.length - 1]?.to ?? 0;
  return { name, from, to, children };
}

/** The present token as a node, left behind. */
export function taken(reader: Reader): Syntax {
  const node = leafOf(reader.kind, reader.from, reader.to);
  advance(reader);
  return node;
}

/** The present token under another name, left behind. */
export function takenAs(reader: Reader, name: string): Syntax {
  const node = leafOf(name, reader.from, reader.to);
  advance(reader);
  return node;
}

/** The present token, which has to be of a kind. */
export function expected(reader: Reader, kind: string): Syntax {
  return isAt(reader, kind) ? taken(reader) : lose();
}

/** An opening bracket: line ends do not count behind it. */
export function opening(reader: Reader): Syntax {
  reader.depth += 1;
  return taken(reader);
}

/** The closing bracket, which has to stand here. */
export function closing(reader: Reader, kind: string): Syntax {
  if (!isAt(reader, kind)) {
    lose();
  }
  reader.depth -= 1;
  return taken(reader);
}

/** The nodes that were left pending from a place on. */
export function takeFrom(
  { pending }: Reader,
  start: number
): readonly Syntax[] {
  if (pending.length === start) {
    return NONE;
  }
  const found = pending.slice(start);
  pending.length = start;
  return found;
}
