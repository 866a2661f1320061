// Literal texts, with the values that they hold.

import { stringContent } from '../access';
import { isUnknown, unescaped } from '../escapes';
import type { Syntax } from '../syntax';

import { lookUp } from './classes';
import { evaluate, need, textOf, type Place } from './expressions';
import { formatted } from './texts';
import { is, Lost, type Value } from './values';

/** The text of a literal. */
export function text(place: Place, node: Syntax): string {
  if (node.name === 'ContinuedString') {
    return node.children.map(child => text(place, child)).join('');
  }
  const source = textOf(place, node);
  if (/[\ud800-\udfff]/.test(source)) {
    throw new Lost('text');
  }
  if (node.name === 'String') {
    const plain = plainString(source);
    if (plain === null) {
      throw new Lost('text');
    }
    return plain;
  }
  const quote = /^[a-z]*("""|'''|"|')/i.exec(source);
  if (!quote || /[rb]/i.test(quote[0])) {
    throw new Lost('text');
  }
  const end = node.to - (quote[1]?.length ?? 1);
  let at = node.from + quote[0].length;
  let made = '';
  const literal = (to: number): string => {
    const raw = place.text
      .slice(at, to)
      .replace(/\{\{/g, '{')
      .replace(/\}\}/g, '}');
    const plain = raw.includes('\\') ? unescaped(raw) : raw;
    if (plain === null) {
      throw new Lost('text');
    }
    return plain;
  };
  for (const part of node.children) {
    if (part.name === 'FormatReplacement') {
      made += literal(part.from) + replacement(place, part);
      at = part.to;
    }
  }
  return made + literal(end);
}

function replacement(place: Place, { children }: Syntax): string {
  const { machine } = place;
  const [, expression] = children;
  const value = evaluate(place, need(expression));
  const doc = children.find(one => one.name === 'FormatSelfDoc');
  const conversion = children.find(one => one.name === 'FormatConversion');
  const spec = children.find(one => one.name === 'FormatSpec');
  const kind = conversion
    ? textOf(place, conversion)
    : doc && !spec
      ? '!r'
      : '';
  const head = doc ? place.text.slice(need(expression).from, doc.to) : '';
  const shown: Value =
    kind === '!r'
      ? machine.repr(value)
      : kind === '!s'
        ? machine.str(value)
        : kind === ''
          ? value
          : lost();
  const isOwn =
    is(shown, 'instance') && lookUp(shown.class, '__format__') !== undefined;
  if (is(shown, 'instance') && !spec && !isOwn) {
    return head + machine.str(shown);
  }
  return head + formatted(shown, spec ? specOf(place, spec) : '', machine.ask);
}

function lost(): never {
  throw new Lost('format');
}

function specOf(place: Place, node: Syntax): string {
  let at = node.from + 1;
  let made = '';
  for (const part of node.children) {
    if (part.name === 'FormatReplacement') {
      made += place.text.slice(at, part.from) + replacement(place, part);
      at = part.to;
    }
  }
  return made + place.text.slice(at, node.to);
}

/** A literal without prefix, or raw; null for bytes and for escapes that need a table. */
function plainString(source: string): string | null {
  const [, prefix = '', quote = ''] =
    /^([a-z]*)("""|'''|"|')/i.exec(source) ?? [];
  if (quote === '' || /b/i.test(prefix)) {
    return stringContent(source) ?? null;
  }
  const body = source.slice(
    prefix.length + quote.length,
    source.length - quote.length
  );
  return /r/i.test(prefix) || !body.includes('\\') ? body : unescaped(body);
}

/** True for a literal with an escape of which some releases warn when they read the cell. */
export function isWarnedOf(source: string): boolean {
  const prefix = /^[a-z]*/i.exec(source)?.[0] ?? '';
  return (
    !/r/i.test(prefix) &&
    [...source.matchAll(/\\([\s\S])/g)].some(([, sign = '']) => isUnknown(sign))
  );
}
