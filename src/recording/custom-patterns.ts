// Patterns of secrets that a user adds: what is acceptable, and why something is not.
import { fail, succeed, type Result } from '../model';
import type { SecretPattern } from './secret-patterns';

const LENGTH_LIMIT = 200;
const COUNT_LIMIT = 50;
/** What an open end of a repetition becomes, so that no text takes long. */
const REPEAT_LIMIT = 200;
const OPEN_LIMIT = 3;

/** The patterns that can be used, and a sentence for each that cannot. */
export function customPatterns(given: readonly unknown[]): {
  readonly patterns: readonly SecretPattern[];
  readonly refusals: readonly string[];
} {
  const read = given.slice(0, COUNT_LIMIT).map(customPattern);
  const refusals = read.flatMap(one => (one.ok ? [] : [one.reason]));
  return {
    patterns: read.flatMap(one => (one.ok ? [one.value] : [])),
    refusals:
      given.length > COUNT_LIMIT
        ? [...refusals, `Only the first ${COUNT_LIMIT} patterns are used.`]
        : refusals
  };
}

/** One regular expression of the user's as a pattern, with every repetition bounded. */
export function customPattern(given: unknown): Result<SecretPattern> {
  if (typeof given !== 'string' || given.trim() === '') {
    return fail('A pattern of secrets is not a text.');
  }
  const problem = problemOf(given);
  if (problem !== null) {
    const shown = given.length > 60 ? `${given.slice(0, 60)}…` : given;
    return fail(`The pattern “${shown}” of secrets is not used: ${problem}`);
  }
  return succeed({
    id: 'custom',
    what: 'A pattern of the user',
    pattern: bounded(given),
    needs: [],
    documented: ''
  });
}

function problemOf(pattern: string): string | null {
  if (pattern.length > LENGTH_LIMIT) {
    return `it is longer than ${LENGTH_LIMIT} characters.`;
  }
  let expression: RegExp;
  try {
    expression = new RegExp(bounded(pattern), 'gm');
  } catch {
    return 'it is no regular expression.';
  }
  const form = formOf(pattern);
  if (/\\[1-9k]|\(\?<?[=!]/.test(pattern)) {
    return 'it refers back or looks around.';
  }
  if (hasRepeatedGroup(form)) {
    return 'a group that repeats something is repeated, which can take for ever.';
  }
  if ((form.match(/[*+]|\{\d+,\}/g) ?? []).length > OPEN_LIMIT) {
    return `it has more than ${OPEN_LIMIT} repetitions without an end.`;
  }
  return expression.test('') ? 'it fits an empty text.' : null;
}

/** The pattern with each class and each escaped character as one letter. */
function formOf(pattern: string): string {
  return pattern
    .replace(/\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|.)/g, 'x')
    .replace(/\[\^?\]?[^\]]*\]/g, 'x');
}

/** True where a group is repeated that holds a repetition or a choice. */
function hasRepeatedGroup(form: string): boolean {
  const opened: number[] = [];
  for (let at = 0; at < form.length; at += 1) {
    if (form[at] === '(') {
      opened.push(at);
    } else if (form[at] === ')') {
      const inner = form.slice((opened.pop() ?? 0) + 1, at).replace('?:', '');
      const isRepeated = /^(?:[*+]|\{\d+,)/.test(form.slice(at + 1));
      if (isRepeated && /[*+|?{]/.test(inner)) {
        return true;
      }
    }
  }
  return false;
}

/** The same pattern in which no repetition is without an end. */
function bounded(pattern: string): string {
  let isClass = false;
  let result = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const sign = pattern[at] ?? '';
    if (sign === '\\') {
      result += pattern.slice(at, at + 2);
      at += 1;
      continue;
    }
    isClass = isClass ? sign !== ']' : sign === '[';
    if (isClass || (sign !== '*' && sign !== '+')) {
      result += sign;
    } else {
      result += sign === '*' ? `{0,${REPEAT_LIMIT}}` : `{1,${REPEAT_LIMIT}}`;
    }
  }
  return result.replace(
    /\{(\d+),\}/g,
    (_, least: string) => `{${least},${Number(least) + REPEAT_LIMIT}}`
  );
}
