// What stands in brackets: collections, comprehensions, arguments, items.

import type { Syntax } from '../syntax';

import { readLogic, readNamed, readTest, readValue } from './expressions';
import {
  readItem,
  readList,
  readNamedItem,
  readPlace,
  readYield
} from './lists';
import { around, closing, opening, taken, takenAs, takeFrom } from './nodes';
import { isAt, lose, type Reader } from './reader';

/** `(a)`, `(a, b)`, `(a for a in b)` */
export function readParentheses(reader: Reader): Syntax {
  const { pending } = reader;
  const start = pending.length;
  pending.push(opening(reader));
  let name = 'TupleExpression';
  if (isAt(reader, 'yield')) {
    pending.push(readYield(reader, 'YieldExpression'));
    name = 'ParenthesizedExpression';
  } else if (!isAt(reader, ')')) {
    const alone = isAt(reader, '*') ? 3 : 2;
    name = readItems(reader, readNamedItem)
      ? 'ComprehensionExpression'
      : pending.length > start + alone
        ? 'TupleExpression'
        : 'ParenthesizedExpression';
  }
  pending.push(closing(reader, ')'));
  return around(name, takeFrom(reader, start));
}

/** `[a, b]`, `[a for a in b]` */
export function readBrackets(reader: Reader): Syntax {
  const { pending } = reader;
  const start = pending.length;
  pending.push(opening(reader));
  const isMade = !isAt(reader, ']') && readItems(reader, readNamedItem);
  pending.push(closing(reader, ']'));
  return around(
    isMade ? 'ArrayComprehensionExpression' : 'ArrayExpression',
    takeFrom(reader, start)
  );
}

/** `{a: b}`, `{a, b}`, and such with clauses. */
export function readBraces(reader: Reader): Syntax {
  const { pending } = reader;
  const start = pending.length;
  pending.push(opening(reader));
  let name = 'DictionaryExpression';
  if (!isAt(reader, '}')) {
    const isSet = !readPair(reader);
    const isMade = readRest(reader, isSet ? readItem : readWholePair);
    const kind = isSet ? 'Set' : 'Dictionary';
    name = isMade ? `${kind}ComprehensionExpression` : `${kind}Expression`;
  }
  pending.push(closing(reader, '}'));
  return around(name, takeFrom(reader, start));
}

/** False where it is an element of a set. */
function readPair(reader: Reader): boolean {
  const { pending } = reader;
  if (isAt(reader, '**')) {
    pending.push(taken(reader), readValue(reader, 1));
    return true;
  }
  const isSpread = isAt(reader, '*');
  readItem(reader);
  if (isSpread || !isAt(reader, ':')) {
    return false;
  }
  pending.push(taken(reader), readTest(reader));
  return true;
}

function readWholePair(reader: Reader): void {
  if (!readPair(reader)) {
    lose();
  }
}

/** True where what is read is made by clauses. */
function readItems(reader: Reader, readOne: (reader: Reader) => void): boolean {
  readOne(reader);
  return readRest(reader, readOne);
}

function readRest(reader: Reader, readOne: (reader: Reader) => void): boolean {
  const { pending } = reader;
  if (isAt(reader, 'for') || isAt(reader, 'async')) {
    readClauses(reader);
    return true;
  }
  if (isAt(reader, ',')) {
    pending.push(taken(reader));
    if (!isClosing(reader)) {
      readList(reader, readOne);
    }
  }
  return false;
}

function isClosing({ kind }: Reader): boolean {
  return kind === ')' || kind === ']' || kind === '}';
}

/** `for a in b if c`, as often as it stands there. */
function readClauses(reader: Reader): void {
  const { pending } = reader;
  for (;;) {
    if (isAt(reader, 'if')) {
      pending.push(taken(reader), readLogic(reader, 1));
    } else if (isAt(reader, 'for') || isAt(reader, 'async')) {
      if (isAt(reader, 'async')) {
        pending.push(taken(reader));
      }
      if (!isAt(reader, 'for')) {
        lose();
      }
      pending.push(taken(reader));
      readList(reader, readPlace);
      if (!isAt(reader, 'in')) {
        lose();
      }
      pending.push(taken(reader), readLogic(reader, 1));
    } else {
      return;
    }
  }
}

/** What a call hands over. */
export function readArguments(reader: Reader): Syntax {
  const { pending } = reader;
  const start = pending.length;
  pending.push(opening(reader));
  if (!isAt(reader, ')')) {
    readList(reader, readArgument);
  }
  pending.push(closing(reader, ')'));
  return around('ArgList', takeFrom(reader, start));
}

function readArgument(reader: Reader): void {
  const { pending, kind } = reader;
  if (kind === '*' || kind === '**') {
    pending.push(taken(reader), readTest(reader));
    return;
  }
  const value = readTest(reader);
  pending.push(value);
  if (isAt(reader, 'AssignOp') || isAt(reader, ':=')) {
    if (value.name !== 'VariableName') {
      lose();
    }
    pending.push(takenAs(reader, 'AssignOp'), readTest(reader));
  } else if (isAt(reader, 'for') || isAt(reader, 'async')) {
    readClauses(reader);
  }
}

/** `value[a, b:c]` */
export function readSubscript(reader: Reader, value: Syntax): Syntax {
  const { pending } = reader;
  const start = pending.length;
  pending.push(value, opening(reader));
  readList(reader, readIndex);
  pending.push(closing(reader, ']'));
  return around('MemberExpression', takeFrom(reader, start));
}

/** One index, or a slice of at most three parts. */
function readIndex(reader: Reader): void {
  const { pending } = reader;
  if (!isAt(reader, ':')) {
    pending.push(readNamed(reader));
  }
  for (let turns = 0; isAt(reader, ':'); turns += 1) {
    if (turns === 2) {
      lose();
    }
    pending.push(taken(reader));
    if (!isAt(reader, ':') && !isAt(reader, ',') && !isAt(reader, ']')) {
      pending.push(readTest(reader));
    }
  }
}
