// What keywords of R begin: functions, conditions, loops.
import type { Cursor } from './cursor';
import { BODY_POWER } from './operators';
import type { RArgument, RNode, RParameter } from './syntax';
import type { RToken } from './tokens';

/** Reads what stands within: the parser, as far as keywords need it. */
export type Expressions = {
  readonly cursor: Cursor;
  /** An expression of operators that bind at least as strongly. */
  expression(power: number): RNode;
  /** Arguments up to a closing bracket, which stays. */
  list(closing: string): readonly RArgument[];
};

/** What a keyword begins; the keyword itself is read. */
export function afterKeyword(parser: Expressions, token: RToken): RNode {
  const { from } = token;
  switch (token.text) {
    case 'function':
      return afterFunction(parser, from);
    case 'if':
      return afterIf(parser, from);
    case 'for': {
      const head = parser.cursor.withinRound(() => loopHead(parser));
      const body = readBody(parser);
      return { kind: 'for', ...head, body, from, to: body.to };
    }
    case 'while': {
      const condition = readCondition(parser);
      const body = readBody(parser);
      return { kind: 'while', condition, body, from, to: body.to };
    }
    case 'repeat': {
      const body = readBody(parser);
      return { kind: 'repeat', body, from, to: body.to };
    }
    case 'next':
    case 'break':
      return { kind: 'jump', from, to: token.to };
    default:
      throw parser.cursor.unexpected(token);
  }
}

/** `else` may stand on a later line within brackets alone. */
function afterIf(parser: Expressions, from: number): RNode {
  const { cursor } = parser;
  const condition = readCondition(parser);
  const then = readBody(parser);
  const start = cursor.at;
  if (cursor.isWithin) {
    cursor.skipAllLines();
  }
  const { kind, text } = cursor.peek();
  if (kind !== 'keyword' || text !== 'else') {
    cursor.at = start;
    const { to } = then;
    return { kind: 'if', condition, then, otherwise: null, from, to };
  }
  cursor.next();
  const otherwise = readBody(parser);
  return { kind: 'if', condition, then, otherwise, from, to: otherwise.to };
}

function loopHead(parser: Expressions): {
  readonly name: string;
  readonly over: RNode;
} {
  parser.cursor.skipLines();
  const { text: name } = parser.cursor.next();
  parser.cursor.skipLines();
  const keyword = parser.cursor.next();
  if (keyword.text !== 'in') {
    throw parser.cursor.unexpected(keyword);
  }
  return { name, over: parser.expression(0) };
}

function readCondition(parser: Expressions): RNode {
  return parser.cursor.withinRound(() => parser.expression(0));
}

function readBody(parser: Expressions): RNode {
  parser.cursor.skipAllLines();
  return parser.expression(BODY_POWER);
}

/** A function, behind `function` or its sign. */
export function afterFunction(parser: Expressions, from: number): RNode {
  const list = parser.cursor.withinRound(() => parser.list(')'));
  const parameters = list.map(argument => parameter(parser, argument));
  const body = readBody(parser);
  return { kind: 'function', parameters, body, from, to: body.to };
}

function parameter(
  parser: Expressions,
  { name, value }: RArgument
): RParameter {
  if (name !== null) {
    return { name, value };
  }
  if (value?.kind !== 'name') {
    throw parser.cursor.unexpected();
  }
  return { name: value.name, value: null };
}
