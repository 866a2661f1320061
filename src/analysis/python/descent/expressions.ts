// Expressions, each read by the function for how tightly it binds.

import type { Syntax } from '../syntax';

import {
  readArguments,
  readBraces,
  readBrackets,
  readParentheses,
  readSubscript
} from './brackets';
import { readLambda } from './lambdas';
import { around, leafOf, taken, takenAs } from './nodes';
import { advance, isAt, lose, TEXT, type Reader } from './reader';
import { readTexts } from './texts';

/** How deep the descent goes, and how many values of one sign it reads in a row. */
const FARTHEST = 200;

/** Any value but an assignment. */
export function readTest(reader: Reader): Syntax {
  if (isAt(reader, 'lambda')) {
    return readLambda(reader);
  }
  const value = readLogic(reader, 1);
  if (!isAt(reader, 'if')) {
    return value;
  }
  const sign = taken(reader);
  const condition = readLogic(reader, 1);
  if (!isAt(reader, 'else')) {
    return lose();
  }
  const otherwise = taken(reader);
  const other = readTest(reader);
  const children = [value, sign, condition, otherwise, other];
  return around('ConditionalExpression', children);
}

/** A value that may be bound: `a := b`. */
export function readNamed(reader: Reader): Syntax {
  const value = readTest(reader);
  if (!isAt(reader, ':=')) {
    return value;
  }
  const sign = takenAs(reader, 'AssignOp');
  return around('NamedExpression', [value, sign, readTest(reader)]);
}

/** Values joined by `or` (1), `and` (2), comparisons (3). */
export function readLogic(reader: Reader, least: number): Syntax {
  let left = isAt(reader, 'not') ? readNegation(reader) : readValue(reader, 1);
  for (let turns = 0; ; turns += 1) {
    const level = levelOf(reader.kind);
    if (level === 0 || level < least) {
      return left;
    }
    const sign = taken(reader);
    const second = readSecondWord(reader, sign.name);
    const right = readLogic(reader, level + 1);
    left = around(
      'BinaryExpression',
      second ? [left, sign, second, right] : [left, sign, right]
    );
    if (turns > FARTHEST) {
      lose();
    }
  }
}

function levelOf(kind: string): number {
  switch (kind) {
    case 'or':
      return 1;
    case 'and':
      return 2;
    case 'CompareOp':
    case 'in':
    case 'is':
    case 'not':
      return 3;
    default:
      return 0;
  }
}

/** `not in`, `is not` */
function readSecondWord(reader: Reader, first: string): Syntax | null {
  if (first === 'not') {
    return isAt(reader, 'in') ? taken(reader) : lose();
  }
  return first === 'is' && isAt(reader, 'not') ? taken(reader) : null;
}

/** To the grammar `not` reaches as far as it can. */
function readNegation(reader: Reader): Syntax {
  enter(reader);
  const sign = taken(reader);
  const value = around('UnaryExpression', [sign, readLogic(reader, 1)]);
  reader.nesting -= 1;
  return value;
}

function enter(reader: Reader): void {
  reader.nesting += 1;
  if (reader.nesting > FARTHEST) {
    lose();
  }
}

/** Values joined by signs that bind at least so tightly. */
export function readValue(reader: Reader, least: number): Syntax {
  enter(reader);
  let left = readSigned(reader);
  for (let turns = 0; reader.power >= least; turns += 1) {
    const { power } = reader;
    const sign = readSign(reader);
    const right = readValue(reader, power === POWER ? POWER : power + 1);
    left = around('BinaryExpression', [left, sign, right]);
    if (turns > FARTHEST) {
      lose();
    }
  }
  reader.nesting -= 1;
  return left;
}

/** The tightest sign, and the one that joins from right to left. */
const POWER = 7;

/** What means other things elsewhere is a node within the sign. */
function readSign(reader: Reader): Syntax {
  const sign = taken(reader);
  return sign.name.length > 2 ? sign : around('ArithOp', [sign]);
}

function readSigned(reader: Reader): Syntax {
  const { kind } = reader;
  if (kind === 'await') {
    return around('AwaitExpression', [taken(reader), readValue(reader, 1)]);
  }
  const isMinus = kind === 'ArithOp' && reader.power === 5;
  if (!isMinus && kind !== '~') {
    return readMember(reader);
  }
  const sign = takenAs(reader, isMinus ? 'ArithOp' : 'BitOp');
  return around('UnaryExpression', [sign, readValue(reader, POWER)]);
}

/** A value with its attributes, items and calls. */
function readMember(reader: Reader): Syntax {
  let value = readAtom(reader);
  for (let turns = 0; ; turns += 1) {
    if (isAt(reader, '.')) {
      const sign = taken(reader);
      const { from, to } = reader;
      if (!isWord(reader)) {
        return lose();
      }
      const name = leafOf('PropertyName', from, to);
      advance(reader);
      value = around('MemberExpression', [value, sign, name]);
    } else if (isAt(reader, '(')) {
      value = around('CallExpression', [value, readArguments(reader)]);
    } else if (isAt(reader, '[')) {
      value = readSubscript(reader, value);
    } else {
      return value;
    }
    if (turns > FARTHEST) {
      lose();
    }
  }
}

/** Any keyword may be an attribute's name. */
function isWord({ kind, source, from }: Reader): boolean {
  return kind === 'VariableName' || /[a-zA-Z]/.test(source.charAt(from));
}

function readAtom(reader: Reader): Syntax {
  switch (reader.kind) {
    case 'VariableName':
    case 'Number':
    case 'None':
    case 'Boolean':
    case 'Ellipsis':
      return taken(reader);
    case TEXT:
      return readTexts(reader);
    case '(':
      return readParentheses(reader);
    case '[':
      return readBrackets(reader);
    case '{':
      return readBraces(reader);
    default:
      return lose();
  }
}
