// Methods of texts.

import { indexOf } from './classes';
import type { Machine } from './machine';
import type { Method } from './methods';
import { hasOddBlanks } from './odd-signs';
import { formatted } from './texts';
import { listOf, Lost, tupleOf, type Given, type Value } from './values';

/** Methods by name. */
export function textMethods(text: string): Readonly<Record<string, Method>> {
  const isPlain = !/[^\t\n\r -~]/.test(text);
  const made =
    (change: () => Value): Method =>
    () => {
      if (!isPlain) {
        throw new Lost('text');
      }
      return change();
    };
  return {
    lower: made(() => text.toLowerCase()),
    upper: made(() => text.toUpperCase()),
    title: made(() =>
      text
        .toLowerCase()
        .replace(
          /[a-z]+/g,
          word => word.charAt(0).toUpperCase() + word.slice(1)
        )
    ),
    capitalize: made(
      () => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()
    ),
    swapcase: made(() =>
      text.replace(/[a-z]/gi, sign =>
        sign === sign.toLowerCase() ? sign.toUpperCase() : sign.toLowerCase()
      )
    ),
    isdigit: made(() => /^\d+$/.test(text)),
    isnumeric: made(() => /^\d+$/.test(text)),
    isalpha: made(() => /^[a-z]+$/i.test(text)),
    isalnum: made(() => /^[a-z0-9]+$/i.test(text)),
    isspace: made(() => /^[\s]+$/.test(text)),
    isupper: made(() => /[A-Z]/.test(text) && !/[a-z]/.test(text)),
    islower: made(() => /[a-z]/.test(text) && !/[A-Z]/.test(text)),
    strip: (_, given) => stripped(text, given, true, true),
    lstrip: (_, given) => stripped(text, given, true, false),
    rstrip: (_, given) => stripped(text, given, false, true),
    split: (_, given) => split(text, given),
    splitlines: made(() => listOf(lines(text))),
    join: (machine, { positional: [over = null] }) =>
      machine.itemsOf(over).map(texts).join(text),
    replace: (_, { positional: [from = null, to = null, count] }) => {
      if (count !== undefined || texts(from) === '') {
        throw new Lost('replace');
      }
      return text.split(texts(from)).join(texts(to));
    },
    startswith: (_, { positional }) =>
      ends(positional, one => text.startsWith(one)),
    endswith: (_, { positional }) =>
      ends(positional, one => text.endsWith(one)),
    find: (_, { positional: [part = null, ...rest] }) => {
      none(rest);
      return BigInt(text.indexOf(texts(part)));
    },
    rfind: (_, { positional: [part = null, ...rest] }) => {
      none(rest);
      return BigInt(text.lastIndexOf(texts(part)));
    },
    count: (_, { positional: [part = null, ...rest] }) => {
      none(rest);
      return texts(part) === ''
        ? BigInt(text.length + 1)
        : BigInt(text.split(texts(part)).length - 1);
    },
    index: (machine, { positional: [part = null, ...rest] }) => {
      none(rest);
      return found(machine, text.indexOf(texts(part)));
    },
    rindex: (machine, { positional: [part = null, ...rest] }) => {
      none(rest);
      return found(machine, text.lastIndexOf(texts(part)));
    },
    zfill: (_, { positional: [width = null] }) => {
      const sign = /^[+-]/.exec(text)?.[0] ?? '';
      const rest = text.slice(sign.length);
      return sign + rest.padStart(indexOf(width) - sign.length, '0');
    },
    ljust: (_, { positional: [width = null, fill = ' '] }) =>
      text.padEnd(indexOf(width), oneSign(fill)),
    rjust: (_, { positional: [width = null, fill = ' '] }) =>
      text.padStart(indexOf(width), oneSign(fill)),
    center: (_, { positional: [width = null, fill = ' '] }) => {
      const size = indexOf(width);
      const missing = Math.max(0, size - text.length);
      // The odd one goes to the left where the width is odd.
      const left = (missing >> 1) + (missing & size & 1);
      const sign = oneSign(fill);
      return sign.repeat(left) + text + sign.repeat(missing - left);
    },
    partition: (_, { positional: [sign = null] }) => {
      const at = text.indexOf(texts(sign));
      if (sign === '') {
        throw new Lost('partition');
      }
      return tupleOf(
        at < 0
          ? [text, '', '']
          : [
              text.slice(0, at),
              texts(sign),
              text.slice(at + texts(sign).length)
            ]
      );
    },
    removeprefix: (_, { positional: [part = null] }) =>
      text.startsWith(texts(part)) ? text.slice(texts(part).length) : text,
    removesuffix: (_, { positional: [part = null] }) =>
      texts(part) !== '' && text.endsWith(texts(part))
        ? text.slice(0, -texts(part).length)
        : text,
    format: (machine, given) => filled(machine, text, given)
  };
}

function found(machine: Machine, at: number): bigint {
  if (at < 0) {
    throw machine.raise('ValueError', 'substring not found');
  }
  return BigInt(at);
}

function texts(value: Value): string {
  if (typeof value !== 'string') {
    throw new Lost('no text');
  }
  return value;
}

function oneSign(value: Value): string {
  const sign = texts(value);
  if (sign.length !== 1) {
    throw new Lost('fill');
  }
  return sign;
}

function none(rest: readonly Value[]): void {
  if (rest.length > 0) {
    throw new Lost('argument');
  }
}

function ends(
  [part = null, ...rest]: readonly Value[],
  isEnd: (part: string) => boolean
): boolean {
  none(rest);
  const all =
    typeof part === 'object' && part?.t === 'tuple' ? part.items : [part];
  return all.some(one => isEnd(texts(one)));
}

function stripped(
  text: string,
  { positional: [signs = null] }: Given,
  isLeft: boolean,
  isRight: boolean
): string {
  const isGone = (sign: string | undefined): boolean =>
    sign !== undefined &&
    (signs === null ? /\s/.test(sign) : texts(signs).includes(sign));
  if (signs === null) {
    checkBlanks(text);
  }
  let from = 0;
  let to = text.length;
  while (isLeft && from < to && isGone(text[from])) {
    from += 1;
  }
  while (isRight && to > from && isGone(text[to - 1])) {
    to -= 1;
  }
  return text.slice(from, to);
}

/** Python and we do not agree about what is blank beyond the plain ones. */
function checkBlanks(text: string): void {
  if (hasOddBlanks(text)) {
    throw new Lost('blanks');
  }
}

function split(text: string, { positional, keywords }: Given): Value {
  const [sign = null, count] = positional;
  if (count !== undefined || keywords.size > 0) {
    throw new Lost('split');
  }
  if (sign === '') {
    throw new Lost('split');
  }
  if (sign === null) {
    checkBlanks(text);
  }
  return listOf(
    sign === null
      ? text.split(/\s+/).filter(part => part !== '')
      : text.split(texts(sign))
  );
}

function lines(text: string): string[] {
  const found = text.split(/\r\n|\n|\r/);
  return found[found.length - 1] === '' ? found.slice(0, -1) : found;
}

/** `"{} {:>3} {name}".format(…)`. */
function filled(
  machine: Machine,
  text: string,
  { positional, keywords }: Given
): string {
  let next = 0;
  const holes = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, one = '']) => one);
  const isMixed =
    holes.some(one => /^(?::|$)/.test(one)) &&
    holes.some(one => /^\d/.test(one));
  const isOdd = /[{}]/.test(text.replace(/\{([^{}]*)\}/g, ''));
  if (isMixed || isOdd || /\{\{|\}\}/.test(text)) {
    throw new Lost('format');
  }
  return text.replace(/\{([^{}]*)\}/g, (_, inside: string) => {
    const [name = '', spec = ''] = inside.split(/:(.*)/s);
    const isPlace = /^\d*$/.test(name);
    const at = name === '' ? next : Number(name);
    next += name === '' ? 1 : 0;
    const value = isPlace ? positional[at] : keywords.get(name);
    if (value === undefined) {
      throw new Lost('format');
    }
    return spec === ''
      ? machine.str(value)
      : formatted(value, spec, machine.ask);
  });
}
