// `lambda` and its parameters, which have no types.

import type { Syntax } from '../syntax';

import { readTest } from './expressions';
import { around, expected, leafOf, taken, takeFrom } from './nodes';
import { isAt, lose, type Reader } from './reader';

/** Reads one. */
export function readLambda(reader: Reader): Syntax {
  const sign = taken(reader);
  const parameters = isAt(reader, ':')
    ? leafOf('ParamList', reader.from, reader.from)
    : readParameters(reader);
  const colon = expected(reader, ':');
  return around('LambdaExpression', [
    sign,
    parameters,
    colon,
    readTest(reader)
  ]);
}

function readParameters(reader: Reader): Syntax {
  const { pending } = reader;
  const start = pending.length;
  readParameter(reader);
  while (isAt(reader, ',')) {
    pending.push(taken(reader));
    readParameter(reader);
  }
  return around('ParamList', takeFrom(reader, start));
}

function readParameter(reader: Reader): void {
  const { pending, kind } = reader;
  if (kind === '*' || kind === '**') {
    pending.push(taken(reader));
    if (isAt(reader, 'VariableName')) {
      pending.push(taken(reader));
    } else if (kind === '**') {
      lose();
    }
    return;
  }
  pending.push(expected(reader, 'VariableName'));
  if (isAt(reader, 'AssignOp')) {
    pending.push(taken(reader), readTest(reader));
  }
}
