// Takes secrets out of texts before they are kept.
import { escaped, secretMarker, type Json } from '../model';
import { secretPatterns, type SecretPattern } from './secret-patterns';

/** A text without secrets: each is replaced by a marker that tells its kind. What is masked already stays as it is. */
export type Mask = (text: string) => string;

/** Masks nothing: for what is not kept. */
export const asItIs: Mask = text => text;

type Finder = SecretPattern & { readonly expression: RegExp };

/** A mask for the known forms of secrets, and for others that are given. */
export function maskOf(more: readonly SecretPattern[] = []): Mask {
  const finders = [...secretPatterns, ...more].map(one => ({
    ...one,
    expression: new RegExp(one.pattern, one.ignoresCase ? 'gim' : 'gm')
  }));
  const always = finders.filter(({ needs }) => needs.length === 0);
  const words = new Map<string, Finder[]>();
  for (const finder of finders) {
    for (const word of finder.needs) {
      words.set(word, [...(words.get(word) ?? []), finder]);
    }
  }
  const any = new RegExp([...words.keys()].map(escaped).join('|'), 'i');
  return text => {
    const isShort = text.length < SHORT;
    if (isShort && always.length === 0 && !any.test(text)) {
      return text;
    }
    const small = text.toLowerCase();
    const found = new Set(always);
    words.forEach((ofWord, word) => {
      if (!ofWord.every(one => found.has(one)) && small.includes(word)) {
        ofWord.forEach(one => found.add(one));
      }
    });
    return found.size === 0
      ? text
      : finders
          .filter(one => found.has(one))
          .reduce((masked, one) => replaceAll(masked, one), text);
  };
}

/** The same in every text of a value; keys stay as they are. */
export function maskJson(mask: Mask, value: Json): Json {
  if (typeof value === 'string') {
    return mask(value);
  }
  if (Array.isArray(value)) {
    return value.map(part => maskJson(mask, part as Json));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const record = value as { readonly [key: string]: Json };
  const masked: { [key: string]: Json } = Object.create(null);
  for (const key of Object.keys(record)) {
    masked[key] = maskJson(mask, record[key] ?? null);
  }
  return masked;
}

/** Shorter texts are asked for all words at once, longer ones for one after the other. */
const SHORT = 4096;

function replaceAll(text: string, finder: Finder): string {
  const { id, check, expression } = finder;
  return text.replace(expression, (match: string, ...rest: unknown[]) => {
    const groups = (rest[rest.length - 1] ?? {}) as Groups;
    const before = groups.before ?? groups.lead ?? '';
    const secret = match.slice(before.length);
    const isSecret =
      !secret.startsWith('[secret: ') && (!check || checks[check](secret));
    return isSecret ? before + secretMarker(id) : match;
  });
}

type Groups = { readonly before?: string; readonly lead?: string };

const checks = {
  random: isRandom,
  literal: isLiteral,
  credentials: areCredentials
};

/** Bits that one character of such a text tells at least. */
const RANDOM_BITS = 3;

function isRandom(text: string): boolean {
  const digits = text.replace(/[^0-9]/g, '').length;
  const letters = text.replace(/[^A-Za-z]/g, '').length;
  return digits >= 2 && letters >= 2 && bitsOf(text) >= RANDOM_BITS;
}

/** Shannon's entropy over the characters of a text. */
function bitsOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...counts.values()]
    .map(count => count / text.length)
    .reduce((sum, share) => sum - share * Math.log2(share), 0);
}

/** To be filled in by a format, a template or a shell. */
const FILLED_IN =
  /^(?:\$?\{[^{}]*\}|\{\{[^{}]*\}\}|<[^<>]*>|\$[A-Z_]{2,}|%s|%\(\w+\)s|\*+)$/;

const PLACEHOLDER =
  /^(?:[*x.#_-]+|str|string|object|text|varchar|none|null|true|false|password|passwd|required|optional|hidden|your[_-]?password|(?:(?:\.{0,2}|~)\/|https?:\/\/)\S*)$/i;

function isLiteral(text: string): boolean {
  return !FILLED_IN.test(text) && !PLACEHOLDER.test(text);
}

function areCredentials(text: string): boolean {
  return !FILLED_IN.test(text.slice(text.indexOf(':') + 1));
}
