// Values between commas.

import type { Syntax } from '../syntax';

import { readNamed, readTest, readValue } from './expressions';
import { around, taken, takeFrom } from './nodes';
import { END, isAt, LINE_END, lose, type Reader } from './reader';

/** The values of a field in a text. */
export function readValues(reader: Reader): void {
  readList(reader, readStarredTest);
}

function readStarredTest(reader: Reader): void {
  readStar(reader);
  readOneTest(reader);
}

function readStar(reader: Reader): boolean {
  const isStar = isAt(reader, '*');
  if (isStar) {
    reader.pending.push(taken(reader));
  }
  return isStar;
}

/** Leaves any value but an assignment pending. */
export function readOneTest(reader: Reader): void {
  reader.pending.push(readTest(reader));
}

/** Leaves a place pending, which values may be assigned to. */
export function readPlace(reader: Reader): void {
  reader.pending.push(readValue(reader, 1));
}

/** Leaves a value pending, or a star and what it spreads. */
export function readItem(reader: Reader): void {
  reader.pending.push(
    readStar(reader) ? readValue(reader, 1) : readTest(reader)
  );
}

/** The same, where a value may be bound. */
export function readNamedItem(reader: Reader): void {
  reader.pending.push(
    readStar(reader) ? readValue(reader, 1) : readNamed(reader)
  );
}

/** Leaves what stands between commas pending, with these; the last comma may end it. */
export function readList(
  reader: Reader,
  readOne: (reader: Reader) => void
): void {
  readOne(reader);
  while (isAt(reader, ',')) {
    reader.pending.push(taken(reader));
    if (endsList(reader.kind)) {
      return;
    }
    readOne(reader);
  }
}

/** Behind a last comma. */
function endsList(kind: string): boolean {
  switch (kind) {
    case ')':
    case ']':
    case '}':
    case ';':
    case 'AssignOp':
    case 'UpdateOp':
    case 'FormatConversion':
    case 'in':
    case LINE_END:
    case END:
      return true;
    default:
      return false;
  }
}

/** `yield`, and what it gives, in a node of that name. */
export function readYield(reader: Reader, name: string): Syntax {
  const start = reader.pending.length;
  reader.pending.push(taken(reader));
  if (isAt(reader, 'from')) {
    reader.pending.push(taken(reader), readTest(reader));
  } else if (isAt(reader, ')') || isAt(reader, LINE_END)) {
    if (reader.from > reader.before) {
      lose();
    }
  } else {
    readList(reader, readItem);
  }
  return around(name, takeFrom(reader, start));
}
