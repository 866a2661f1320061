// The operators of R: how strongly they bind, and what tree they make.
import type { RNode } from './syntax';

/** Binding power of a binary operator, and the side from which it associates. */
export type Power = { readonly power: number; readonly isRight: boolean };

const left = (power: number): Power => ({ power, isRight: false });
const right = (power: number): Power => ({ power, isRight: true });

/** As `?Syntax` lists them; a higher power binds tighter. */
const BINARY: ReadonlyMap<string, Power> = new Map([
  ['?', left(1)],
  ['=', right(3)],
  ['<-', right(4)],
  ['<<-', right(4)],
  [':=', right(4)],
  ['->', left(5)],
  ['->>', left(5)],
  ['~', left(6)],
  ['|', left(7)],
  ['||', left(7)],
  ['&', left(8)],
  ['&&', left(8)],
  ['<', left(10)],
  ['>', left(10)],
  ['<=', left(10)],
  ['>=', left(10)],
  ['==', left(10)],
  ['!=', left(10)],
  ['+', left(11)],
  ['-', left(11)],
  ['*', left(12)],
  ['/', left(12)],
  ['|>', left(13)],
  [':', left(14)],
  ['^', right(16)],
  ['**', right(16)]
]);

/** Of `%any%`. */
const SPECIAL = left(13);

/** Binding power of what follows a prefix operator. */
export const prefixPowers: ReadonlyMap<string, number> = new Map([
  ['?', 1],
  ['~', 6],
  ['!', 9],
  ['-', 15],
  ['+', 15]
]);

/** Of the body of a function, a loop and a condition: everything but `?`. */
export const BODY_POWER = 2;

/** Of an argument: everything but `=`, which names one. */
export const ARGUMENT_POWER = 4;

/** Undefined for what is no binary operator. */
export function binaryPower(operator: string): Power | undefined {
  return operator.startsWith('%') ? SPECIAL : BINARY.get(operator);
}

/** The tree of a binary operator and its two operands. */
export function combine(operator: string, first: RNode, second: RNode): RNode {
  const { from } = first;
  const { to } = second;
  switch (operator) {
    case '<-':
    case '<<-':
    case '=':
    case ':=':
      return {
        kind: 'assignment',
        target: first,
        value: second,
        isSuper: operator === '<<-',
        from,
        to
      };
    case '->':
    case '->>':
      return {
        kind: 'assignment',
        target: second,
        value: first,
        isSuper: operator === '->>',
        from,
        to
      };
    default:
      return {
        kind: 'operator',
        operator,
        operands: [first, second],
        from,
        to
      };
  }
}
