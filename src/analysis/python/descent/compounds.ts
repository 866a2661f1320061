// Statements with bodies.

import type { Syntax } from '../syntax';

import { readClass, readDecorated, readFunction } from './definitions';
import { readNamed } from './expressions';
import { readOther } from './imports';
import { readList, readOneTest, readPlace } from './lists';
import { expected, taken, takeFrom } from './nodes';
import { advance, END, isAt, LINE_END, lose, type Reader } from './reader';
import { readLine } from './statements';

/** Deeper than people indent. */
const DEEPEST = 50;

/** Leaves the statements of a block pending, all of which have its indentation. */
export function readBlock(reader: Reader, indent: number): void {
  while (!isAt(reader, END) && reader.indent === indent) {
    readAny(reader);
  }
  if (!isAt(reader, END) && reader.indent > indent) {
    lose();
  }
}

function readAny(reader: Reader): void {
  const { pending, indent, from } = reader;
  const start = pending.length;
  const name = readCompound(reader, indent);
  if (name === null) {
    readLine(reader);
    return;
  }
  const children = takeFrom(reader, start);
  pending.push({ name, from, to: reader.ended, children });
}

/** Leaves its parts pending, and tells its name; null for what is none. */
export function readCompound(reader: Reader, indent: number): string | null {
  switch (reader.kind) {
    case 'if':
      readConditions(reader, indent);
      return 'IfStatement';
    case 'while':
      reader.pending.push(taken(reader), readNamed(reader));
      readBody(reader, indent);
      readClause(reader, indent, 'else');
      return 'WhileStatement';
    case 'try':
      readTry(reader, indent);
      return 'TryStatement';
    case '@':
      readDecorated(reader, indent);
      return 'DecoratedStatement';
    case 'class':
      readClass(reader, indent);
      return 'ClassDefinition';
    case 'async':
      reader.pending.push(taken(reader));
      return readLasting(reader, indent) ?? lose();
    default:
      return readLasting(reader, indent);
  }
}

/** What may be `async`. */
function readLasting(reader: Reader, indent: number): string | null {
  const { pending } = reader;
  switch (reader.kind) {
    case 'for':
      pending.push(taken(reader));
      readList(reader, readTarget);
      pending.push(expected(reader, 'in'));
      readList(reader, readOneTest);
      readBody(reader, indent);
      readClause(reader, indent, 'else');
      return 'ForStatement';
    case 'with':
      pending.push(taken(reader));
      readList(reader, readContext);
      readBody(reader, indent);
      return 'WithStatement';
    case 'def':
      readFunction(reader, indent);
      return 'FunctionDefinition';
    default:
      return null;
  }
}

function readTarget(reader: Reader): void {
  if (isAt(reader, '*')) {
    reader.pending.push(taken(reader));
  }
  readPlace(reader);
}

function readContext(reader: Reader): void {
  readOneTest(reader);
  readOther(reader);
}

/** Leaves a body pending: a line, or a block that stands further in. */
export function readBody(reader: Reader, indent: number): void {
  const { pending, from, nesting } = reader;
  const start = pending.length;
  if (nesting > DEEPEST) {
    lose();
  }
  reader.nesting = nesting + 1;
  pending.push(expected(reader, ':'));
  if (isAt(reader, LINE_END)) {
    advance(reader);
    if (isAt(reader, END) || reader.indent <= indent) {
      lose();
    }
    readBlock(reader, reader.indent);
  } else {
    readLine(reader);
  }
  reader.nesting = nesting;
  const children = takeFrom(reader, start);
  pending.push({ name: 'Body', from, to: reader.ended, children });
}

/** A clause under a word, where it stands. */
function readClause(reader: Reader, indent: number, word: string): void {
  if (isAt(reader, word) && reader.indent === indent) {
    reader.pending.push(taken(reader));
    readBody(reader, indent);
  }
}

function readConditions(reader: Reader, indent: number): void {
  do {
    reader.pending.push(taken(reader), readNamed(reader));
    readBody(reader, indent);
  } while (isAt(reader, 'elif') && reader.indent === indent);
  readClause(reader, indent, 'else');
}

function readTry(reader: Reader, indent: number): void {
  const { pending } = reader;
  pending.push(taken(reader));
  readBody(reader, indent);
  while (isAt(reader, 'except') && reader.indent === indent) {
    pending.push(taken(reader));
    if (!isAt(reader, ':')) {
      readOneTest(reader);
      readOther(reader);
    }
    readBody(reader, indent);
  }
  readClause(reader, indent, 'else');
  readClause(reader, indent, 'finally');
}

/** The tree of a whole source. */
export function readScript(reader: Reader): Syntax {
  readBlock(reader, 0);
  if (!isAt(reader, END)) {
    lose();
  }
  const children = takeFrom(reader, 0);
  return { name: 'Script', from: 0, to: reader.source.length, children };
}
