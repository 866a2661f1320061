// `import` and `from … import`.

import type { Syntax } from '../syntax';

import { readList } from './lists';
import {
  around,
  closing,
  expected,
  leafOf,
  opening,
  taken,
  takeFrom
} from './nodes';
import { advance, isAt, type Reader } from './reader';

/** Reads one. */
export function readImport(reader: Reader): Syntax {
  const { pending } = reader;
  const start = pending.length;
  const isFrom = isAt(reader, 'from');
  pending.push(taken(reader));
  if (isFrom) {
    readSource(reader);
    pending.push(expected(reader, 'import'));
    readImported(reader);
  } else {
    readList(reader, readModule);
  }
  return around('ImportStatement', takeFrom(reader, start));
}

/** The module that names come from, which may be near: `..a.b`. */
function readSource(reader: Reader): void {
  const { pending } = reader;
  let isNear = false;
  while (isAt(reader, '.')) {
    pending.push(taken(reader));
    isNear = true;
  }
  if (!isNear || !isAt(reader, 'import')) {
    readDotted(reader);
  }
}

function readImported(reader: Reader): void {
  const { pending } = reader;
  if (isAt(reader, '*')) {
    pending.push(leafOf('*', reader.from, reader.to));
    advance(reader);
  } else if (isAt(reader, '(')) {
    pending.push(opening(reader));
    readList(reader, readName);
    pending.push(closing(reader, ')'));
  } else {
    readList(reader, readName);
  }
}

function readModule(reader: Reader): void {
  readDotted(reader);
  readOther(reader);
}

function readName(reader: Reader): void {
  reader.pending.push(expected(reader, 'VariableName'));
  readOther(reader);
}

/** `as name`, where it stands. */
export function readOther(reader: Reader): void {
  if (isAt(reader, 'as')) {
    reader.pending.push(taken(reader), expected(reader, 'VariableName'));
  }
}

/** `a.b.c` */
export function readDotted(reader: Reader): void {
  const { pending } = reader;
  pending.push(expected(reader, 'VariableName'));
  while (isAt(reader, '.')) {
    pending.push(taken(reader), expected(reader, 'VariableName'));
  }
}
