// Numbers as Python writes and combines them.

import { Lost, type Value } from './values';

/** Integers beyond so many bits are not followed. */
const WIDEST = 4096n;

/** A float as `repr` writes it. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) {
    return 'nan';
  }
  if (!Number.isFinite(value)) {
    return value > 0 ? 'inf' : '-inf';
  }
  if (Object.is(value, -0)) {
    return '-0.0';
  }
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e16 || size < 1e-4)) {
    const [mantissa = '', power = ''] = value.toExponential().split('e');
    const sign = power.startsWith('-') ? '-' : '+';
    const digits = power.replace(/^[+-]/, '').padStart(2, '0');
    return `${mantissa}e${sign}${digits}`;
  }
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** A literal's number. */
export function numberOf(text: string): Value {
  const plain = text.replace(/_/g, '').toLowerCase();
  if (plain.endsWith('j')) {
    throw new Lost('complex');
  }
  if (/^0[xob]/.test(plain) || /^\d+$/.test(plain)) {
    return BigInt(plain);
  }
  return Number(plain);
}

/** True for integers, floats and truth values. */
export function isNumber(value: Value): value is bigint | number | boolean {
  return /^(?:bigint|number|boolean)$/.test(typeof value);
}

/** A number without the difference between `True` and `1`. */
export function plainNumber(value: bigint | number | boolean): bigint | number {
  return typeof value === 'boolean' ? BigInt(value) : value;
}

/** A float from any number. */
export function floatOf(value: bigint | number | boolean): number {
  const made = Number(value);
  if (typeof value === 'bigint' && !Number.isFinite(made)) {
    throw new Lost('large number');
  }
  return made;
}

/** One arithmetic step; null where Python would divide by zero, undefined for an unknown sign. */
export function combine(
  sign: string,
  left: bigint | number,
  right: bigint | number
): bigint | number | null | undefined {
  if (typeof left === 'bigint' && typeof right === 'bigint') {
    return combineWhole(sign, left, right);
  }
  return combineFloats(sign, floatOf(left), floatOf(right));
}

function combineWhole(
  sign: string,
  left: bigint,
  right: bigint
): bigint | number | null | undefined {
  switch (sign) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return narrow(left * right);
    case '/':
      return right === 0n ? null : exactly(left) / exactly(right);
    case '//':
      return right === 0n ? null : floorDivide(left, right);
    case '%':
      return right === 0n ? null : left - floorDivide(left, right) * right;
    case '**':
      return power(left, right);
    case '&':
      return left & right;
    case '|':
      return left | right;
    case '^':
      return left ^ right;
    case '<<':
      return narrow(left << shift(right));
    case '>>':
      return left >> shift(right);
    default:
      return undefined;
  }
}

function combineFloats(
  sign: string,
  left: number,
  right: number
): number | null | undefined {
  switch (sign) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? null : left / right;
    case '//':
      return right === 0 ? null : floorOf(left, right);
    case '%':
      return right === 0 ? null : remainder(left, right);
    case '**':
      return floatPower(left, right);
    default:
      return undefined;
  }
}

function floorDivide(left: bigint, right: bigint): bigint {
  const quotient = left / right;
  const isShort = left % right !== 0n && left < 0n !== right < 0n;
  return isShort ? quotient - 1n : quotient;
}

function remainder(left: number, right: number): number {
  if (!Number.isFinite(left) || !Number.isFinite(right)) {
    throw new Lost('remainder');
  }
  const rest = left % right;
  if (rest === 0) {
    return right < 0 ? -0 : 0;
  }
  return rest !== 0 && rest < 0 !== right < 0 ? rest + right : rest;
}

/** As CPython does it, so that the last digit agrees. */
function floorOf(left: number, right: number): number {
  const quotient = (left - remainder(left, right)) / right;
  const floor = Math.floor(quotient);
  if (quotient === 0) {
    const share = left / right;
    return share < 0 || Object.is(share, -0) ? -0 : 0;
  }
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

function power(left: bigint, right: bigint): bigint | number | null {
  if (right < 0n && left === 0n) {
    return null;
  }
  if (right < 0n) {
    return floatPower(Number(left), Number(right));
  }
  const width = BigInt(left.toString(2).length);
  if (width * right > WIDEST) {
    throw new Lost('large number');
  }
  return left ** right;
}

/** Roots and powers may differ in the last digit between libraries; what can be told exactly does not. */
function floatPower(left: number, right: number): number | null {
  if (left === 0 && right < 0) {
    return null;
  }
  const isShort = Math.fround(left) === left && Math.abs(left) < 1e30;
  if (right === 2 && isShort && (left === 0 || Math.abs(left) > 1e-30)) {
    return left * left;
  }
  const result = right === 0.5 ? Math.sqrt(left) : left ** right;
  const isFit =
    right === 0.5
      ? result * result === left
      : right >= 0 && Number.isInteger(right);
  if (!Number.isSafeInteger(result) || !Number.isInteger(left) || !isFit) {
    throw new Lost('power');
  }
  return result;
}

function exactly(value: bigint): number {
  const result = Number(value);
  if (!Number.isSafeInteger(result)) {
    throw new Lost('large number');
  }
  return result;
}

function narrow(value: bigint): bigint {
  if (value > 2n ** WIDEST || value < -(2n ** WIDEST)) {
    throw new Lost('large number');
  }
  return value;
}

function shift(value: bigint): bigint {
  if (value < 0n || value > WIDEST) {
    throw new Lost('shift');
  }
  return value;
}

/** Half to even, as `round` does. */
export function rounded(value: number, digits: number): number {
  if (digits < 0 || digits > 15 || Math.abs(value) >= 1e15) {
    throw new Lost('rounding');
  }
  return Number(fixed(value, digits));
}

/** A float with so many decimals, exactly rounded, half to even. */
export function fixed(value: number, digits: number): string {
  if (!Number.isFinite(value)) {
    return floatText(value);
  }
  if (Math.abs(value) >= 1e15 || digits > 30) {
    throw new Lost('rounding');
  }
  const { whole, scale } = exactParts(Math.abs(value));
  const ten = 10n ** BigInt(digits);
  const scaled = whole * ten;
  let units = scaled / scale;
  const twice = (scaled % scale) * 2n;
  if (twice > scale || (twice === scale && units % 2n === 1n)) {
    units += 1n;
  }
  const text = units.toString().padStart(digits + 1, '0');
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const cut = text.length - digits;
  return sign + text.slice(0, cut) + (digits > 0 ? `.${text.slice(cut)}` : '');
}

/** The float as a fraction whose denominator is a power of two. */
function exactParts(value: number): { whole: bigint; scale: bigint } {
  let scale = 1n;
  let rest = value;
  while (!Number.isInteger(rest)) {
    rest *= 2;
    scale *= 2n;
    if (scale > 2n ** 1074n) {
      throw new Lost('rounding');
    }
  }
  return { whole: BigInt(rest), scale };
}
