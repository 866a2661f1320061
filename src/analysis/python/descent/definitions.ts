// Functions and classes, with their decorators.

import { readArguments } from './brackets';
import { readBody, readCompound } from './compounds';
import { readTest } from './expressions';
import { readList } from './lists';
import { readDotted } from './imports';
import {
  around,
  closing,
  expected,
  leafOf,
  opening,
  taken,
  takeFrom
} from './nodes';
import { advance, isAt, LINE_END, lose, type Reader } from './reader';
import { endLine } from './statements';

/** Decorators, and what stands under them. */
export function readDecorated(reader: Reader, indent: number): void {
  const { pending } = reader;
  while (isAt(reader, '@') && reader.indent === indent) {
    const { from } = reader;
    const start = pending.length;
    pending.push(leafOf('At', from, reader.to));
    advance(reader);
    readDotted(reader);
    if (isAt(reader, '(')) {
      pending.push(readArguments(reader));
    }
    if (!isAt(reader, LINE_END)) {
      lose();
    }
    endLine(reader);
    const children = takeFrom(reader, start);
    pending.push({ name: 'Decorator', from, to: reader.ended, children });
  }
  const { from, kind } = reader;
  const start = pending.length;
  const isMeant = kind === 'class' || kind === 'def' || kind === 'async';
  const name = isMeant ? readCompound(reader, indent) : null;
  if (name === null || name.endsWith('Statement')) {
    return lose();
  }
  const children = takeFrom(reader, start);
  pending.push({ name, from, to: reader.ended, children });
}

/** `class` up to the end of its body. */
export function readClass(reader: Reader, indent: number): void {
  const { pending } = reader;
  pending.push(taken(reader), expected(reader, 'VariableName'));
  if (isAt(reader, '(')) {
    pending.push(readArguments(reader));
  }
  readBody(reader, indent);
}

/** `def` up to the end of its body. */
export function readFunction(reader: Reader, indent: number): void {
  const { pending } = reader;
  pending.push(taken(reader), expected(reader, 'VariableName'));
  const start = pending.length;
  if (!isAt(reader, '(')) {
    lose();
  }
  pending.push(opening(reader));
  if (!isAt(reader, ')')) {
    readList(reader, readParameter);
  }
  pending.push(closing(reader, ')'));
  pending.push(around('ParamList', takeFrom(reader, start)));
  if (isAt(reader, '->')) {
    const { from } = reader;
    advance(reader);
    const type = readTest(reader);
    pending.push({ name: 'TypeDef', from, to: type.to, children: [type] });
  }
  readBody(reader, indent);
}

function readParameter(reader: Reader): void {
  const { pending, kind } = reader;
  if (kind === 'ArithOp' && reader.to === reader.from + 1) {
    readSlash(reader);
    return;
  }
  if (kind === '*' || kind === '**') {
    pending.push(taken(reader));
    if (isAt(reader, 'VariableName')) {
      pending.push(taken(reader));
      readType(reader);
    } else if (kind === '**') {
      lose();
    }
    return;
  }
  pending.push(expected(reader, 'VariableName'));
  readType(reader);
  if (isAt(reader, 'AssignOp')) {
    pending.push(taken(reader), readTest(reader));
  }
}

/** `/` between parameters has no node. */
function readSlash(reader: Reader): void {
  if (reader.source.charAt(reader.from) !== '/') {
    lose();
  }
  advance(reader);
}

function readType(reader: Reader): void {
  if (isAt(reader, ':')) {
    reader.pending.push(around('TypeDef', [taken(reader), readTest(reader)]));
  }
}
