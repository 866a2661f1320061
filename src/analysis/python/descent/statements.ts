// Statements on one line.

import type { Syntax } from '../syntax';

import { readTest } from './expressions';
import { readItem, readList, readOneTest, readPlace, readYield } from './lists';
import { readImport } from './imports';
import { around, expected, taken, takeFrom } from './nodes';
import { advance, END, isAt, LINE_END, lose, type Reader } from './reader';

/** Leaves the statements of a line pending, as one node if there are several. */
export function readLine(reader: Reader): void {
  const { pending } = reader;
  const first = readStatement(reader);
  if (!isAt(reader, ';')) {
    pending.push(first);
    endLine(reader);
    return;
  }
  const start = pending.length;
  pending.push(first);
  while (isAt(reader, ';')) {
    pending.push(taken(reader));
    if (!isAt(reader, LINE_END) && !isAt(reader, END)) {
      pending.push(readStatement(reader));
    }
  }
  endLine(reader);
  const children = takeFrom(reader, start);
  const name = 'StatementGroup';
  pending.push({ name, from: first.from, to: reader.ended, children });
}

/** A line ends here. */
export function endLine(reader: Reader): void {
  if (isAt(reader, END)) {
    reader.ended = reader.before;
  } else if (isAt(reader, LINE_END)) {
    advance(reader);
  } else {
    lose();
  }
}

const ALONE = new Map([
  ['pass', 'PassStatement'],
  ['break', 'BreakStatement'],
  ['continue', 'ContinueStatement']
]);

function readStatement(reader: Reader): Syntax {
  const { kind, pending } = reader;
  const start = pending.length;
  switch (kind) {
    case 'pass':
    case 'break':
    case 'continue':
      return around(ALONE.get(kind) ?? '', [taken(reader)]);
    case 'yield':
      return readYield(reader, 'YieldStatement');
    case 'import':
    case 'from':
      return readImport(reader);
    case 'del':
      pending.push(taken(reader));
      readList(reader, readPlace);
      return around('DeleteStatement', takeFrom(reader, start));
    case 'return':
      pending.push(taken(reader));
      if (!isAtEnd(reader)) {
        readList(reader, readItem);
      }
      return around('ReturnStatement', takeFrom(reader, start));
    case 'raise':
      readRaise(reader);
      return around('RaiseStatement', takeFrom(reader, start));
    case 'assert':
      pending.push(taken(reader));
      readList(reader, readOneTest);
      return around('AssertStatement', takeFrom(reader, start));
    case 'global':
    case 'nonlocal':
      pending.push(taken(reader));
      readList(reader, readName);
      return around('ScopeStatement', takeFrom(reader, start));
    default:
      return readExpressions(reader);
  }
}

function isAtEnd({ kind }: Reader): boolean {
  return kind === LINE_END || kind === END || kind === ';';
}

function readName(reader: Reader): void {
  reader.pending.push(expected(reader, 'VariableName'));
}

function readRaise(reader: Reader): void {
  const { pending } = reader;
  pending.push(taken(reader));
  if (isAtEnd(reader)) {
    return;
  }
  pending.push(readTest(reader));
  if (isAt(reader, 'from')) {
    pending.push(taken(reader), readTest(reader));
    return;
  }
  for (let turns = 0; isAt(reader, ',') && turns < 2; turns += 1) {
    pending.push(taken(reader), readTest(reader));
  }
}

/** Words that begin a statement of their own, unless this stands behind them. */
const GUARDED =
  /print(?!\w)(?![ \t]*[(.\n#])|match\b(?![ \t]*(?:[.,)]|=(?!=)))|type[ \t]+(?![=.,([)\s])/y;

/** Expressions alone, or with what is assigned to them. */
function readExpressions(reader: Reader): Syntax {
  const { source, from, pending } = reader;
  if (isAt(reader, 'VariableName')) {
    GUARDED.lastIndex = from;
    if (GUARDED.test(source)) {
      lose();
    }
  }
  const start = pending.length;
  readList(reader, readItem);
  if (isAt(reader, 'UpdateOp')) {
    pending.push(taken(reader));
    if (isAt(reader, 'yield')) {
      pending.push(readYield(reader, 'YieldExpression'));
    } else {
      readList(reader, readOneTest);
    }
    return around('UpdateStatement', takeFrom(reader, start));
  }
  let name = 'ExpressionStatement';
  if (isAt(reader, ':')) {
    name = 'AssignStatement';
    pending.push(around('TypeDef', [taken(reader), readTest(reader)]));
  }
  while (isAt(reader, 'AssignOp')) {
    name = 'AssignStatement';
    pending.push(taken(reader));
    if (isAt(reader, 'yield')) {
      pending.push(readYield(reader, 'YieldExpression'));
    } else {
      readList(reader, readItem);
    }
  }
  return around(name, takeFrom(reader, start));
}
