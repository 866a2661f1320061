// Values as `str`, `repr` and `format` write them, and keys that are equal for equal values.

import { lookUp } from './classes';
import { isOddlyQuoted } from './odd-signs';
import { fixed, floatText, isNumber, plainNumber } from './numbers';
import { Lost, is, known, type Thing, type Value } from './values';

/** Calls a method that a class of the notebook may define; undefined where it does not. */
export type Ask = (value: Value, method: string) => Value | undefined;

/** As `repr` writes it. */
export function reprOf(value: Value, ask: Ask): string {
  known(value);
  if (typeof value === 'string') {
    return quoted(value);
  }
  if (typeof value === 'object' && value !== null) {
    return thingText(value, ask);
  }
  return plainText(value);
}

/** As `str` writes it. */
export function strOf(value: Value, ask: Ask): string {
  if (typeof value === 'string') {
    return value;
  }
  if (is(value, 'instance')) {
    const own = ask(value, '__str__');
    if (own !== undefined) {
      return textIn(own);
    }
  }
  return reprOf(value, ask);
}

function textIn(value: Value): string {
  if (typeof value !== 'string') {
    throw new Lost('no text');
  }
  return value;
}

function plainText(value: null | boolean | bigint | number): string {
  if (value === null) {
    return 'None';
  }
  if (typeof value === 'boolean') {
    return value ? 'True' : 'False';
  }
  return typeof value === 'number' ? floatText(value) : value.toString();
}

function quoted(value: string): string {
  // What is not plain is written by rules of its own.
  if (isOddlyQuoted(value)) {
    throw new Lost('text');
  }
  const sign = value.includes("'") && !value.includes('"') ? '"' : "'";
  const body = value
    .replace(/\\/g, '\\\\')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t');
  return sign + (sign === "'" ? body.replace(/'/g, "\\'") : body) + sign;
}

function thingText(value: Thing, ask: Ask): string {
  const items = (list: Iterable<Value>): string =>
    [...list].map(one => reprOf(one, ask)).join(', ');
  switch (value.t) {
    case 'list':
      return `[${items(value.items)}]`;
    case 'deque':
      return `deque([${items(value.items)}])`;
    case 'tuple':
      return `(${items(value.items)}${value.items.length === 1 ? ',' : ''})`;
    case 'set':
      if (value.entries.size > 1) {
        throw new Lost('order of a set');
      }
      if (value.isFrozen) {
        throw new Lost('no text');
      }
      return value.entries.size === 0
        ? 'set()'
        : `{${items(value.entries.values())}}`;
    case 'dict': {
      const pairs = [...value.entries.values()].map(
        ([key, one]) => `${reprOf(key, ask)}: ${reprOf(one, ask)}`
      );
      const body = `{${pairs.join(', ')}}`;
      // The others are written otherwise in some releases.
      if (value.name !== 'dict') {
        throw new Lost('no text');
      }
      return body;
    }
    case 'range':
      return `range(${value.start}, ${value.stop}${value.step === 1n ? '' : `, ${value.step}`})`;
    case 'instance': {
      const own = ask(value, '__repr__');
      if (own === undefined) {
        throw new Lost('address');
      }
      return textIn(own);
    }
    case 'class':
      if (value.name.includes('.')) {
        throw new Lost('no text');
      }
      return `<class '__main__.${value.name}'>`;
    default:
      throw new Lost('no text');
  }
}

/** Equal for equal values that may be keys; the address of an object stands for an instance. */
export function keyOf(
  value: Value,
  addressOf: (thing: Thing) => number
): string {
  known(value);
  if (value === null) {
    return 'None';
  }
  if (Number.isNaN(value)) {
    throw new Lost('key');
  }
  if (isNumber(value)) {
    const plain = plainNumber(value);
    const isWhole = typeof plain === 'number' && Number.isInteger(plain);
    return `n${isWhole ? BigInt(plain) : plain}`;
  }
  if (typeof value === 'string') {
    return `s${value}`;
  }
  if (value.t === 'tuple') {
    const keys = value.items.map(one => keyOf(one, addressOf));
    return `t(${keys.map(key => `${key.length}:${key}`).join(',')})`;
  }
  if (value.t === 'function' || value.t === 'class' || value.t === 'native') {
    return `o${addressOf(value)}`;
  }
  throw new Lost('key');
}

const SPEC =
  /^(?:(.)?([<>=^]))?([+\- ])?(0)?(\d+)?([,_])?(?:\.(\d+))?([bdeEfFgGnosxX%])?$/su;

/** As `format` writes it. */
export function formatted(value: Value, spec: string, ask: Ask): string {
  if (
    is(value, 'instance') &&
    lookUp(value.class, '__format__') !== undefined
  ) {
    throw new Lost('format');
  }
  if (spec === '') {
    return strOf(value, ask);
  }
  const found = SPEC.exec(spec);
  if (!found || (typeof value !== 'string' && !isNumber(value))) {
    throw new Lost('format');
  }
  const [
    ,
    fill = '',
    align = '',
    sign = '',
    zero = '',
    width = '',
    comma = '',
    digits,
    type = ''
  ] = found;
  const isText = typeof value === 'string';
  const isSpecial = !isText && !Number.isFinite(Number(value));
  const isForText =
    /^s?$/.test(type) && !sign && !comma && !zero && align !== '=';
  const isForNumber =
    comma === '' || (zero === '' && align !== '=' && !/[bxX]/.test(type));
  if (isSpecial || !(isText ? isForText : isForNumber)) {
    throw new Lost('format');
  }
  const body = isText
    ? value.slice(0, digits === undefined ? undefined : Number(digits))
    : numeral(value, { sign, comma, digits, type });
  const pad = fill || (zero && !align ? '0' : ' ');
  const side = align || (zero && !isText ? '=' : isText ? '<' : '>');
  return padded(body, { pad, side, width: Number(width) });
}

type Numeral = {
  readonly sign: string;
  readonly comma: string;
  readonly digits: string | undefined;
  readonly type: string;
};

function numeral(
  value: bigint | number | boolean,
  { sign, comma, digits, type }: Numeral
): string {
  const plain = plainNumber(value);
  const text = numeralText(plain, type, digits);
  const isBelow = text.startsWith('-');
  const size = isBelow ? text.slice(1) : text;
  const [whole = ''] = size.split(/[.e%]/, 1);
  const tail = size.slice(whole.length);
  const grouped =
    comma === '' ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, comma);
  return (isBelow ? '-' : sign === '-' ? '' : sign) + grouped + tail;
}

function numeralText(
  value: bigint | number,
  type: string,
  digits: string | undefined
): string {
  const isWhole = typeof value === 'bigint';
  if ((type === '' || type === 'd') && isWhole && digits === undefined) {
    return value.toString();
  }
  if (/^[bxX]$/.test(type) && isWhole) {
    const text = value.toString(type === 'b' ? 2 : 16);
    return type === 'X' ? text.toUpperCase() : text;
  }
  if (/^[fF%]$/.test(type)) {
    const share = Number(value);
    return type === '%'
      ? `${fixed(share * 100, Number(digits ?? 6))}%`
      : fixed(share, Number(digits ?? 6));
  }
  if (type === '' && digits === undefined) {
    return floatText(Number(value));
  }
  throw new Lost('format');
}

function padded(
  body: string,
  { pad, side, width }: { pad: string; side: string; width: number }
): string {
  const missing = Math.max(0, width - body.length);
  if (side === '^') {
    const before = Math.floor(missing / 2);
    return pad.repeat(before) + body + pad.repeat(missing - before);
  }
  if (side === '=') {
    const sign = /^[+-]/.exec(body)?.[0] ?? '';
    return sign + pad.repeat(missing) + body.slice(sign.length);
  }
  return side === '<' ? body + pad.repeat(missing) : pad.repeat(missing) + body;
}
