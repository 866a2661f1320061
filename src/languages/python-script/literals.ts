// Text from outside, made harmless for the place in a script where it goes.
import { OPENS_BLOCK } from './plain-comments';

/** One line for a comment: no line break of any kind, no control character, at most 200 characters. */
export function commentText(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cf}\p{Cs}]+/gu, ' ')
    .trim()
    .replace(/^[%!]+/, '');
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

/** A TOML basic string in ASCII; also a valid Python literal. */
export function quoted(text: string): string {
  let literal = '';
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (char === '"' || char === '\\') {
      literal += `\\${char}`;
    } else if (code >= 0x20 && code < 0x7f) {
      literal += char;
    } else if (code > 0xffff) {
      literal += `\\U${code.toString(16).padStart(8, '0')}`;
    } else {
      literal += `\\u${code.toString(16).padStart(4, '0')}`;
    }
  }
  return `"${literal}"`;
}

/** As `quoted`, with lone surrogates replaced: TOML knows only whole characters. */
export function tomlString(text: string): string {
  return quoted(text.replace(/\p{Cs}/gu, '\ufffd'));
}

/**
 * A call whose last argument is a text of many lines: a triple-quoted literal where that is exact and cannot be
 * mistaken for a line of the script, else one quoted literal a line.
 */
export function callWithText(
  callee: string,
  args: readonly string[],
  text: string
): string {
  const isPlain =
    !/[\\\0\r\f]|'''|\p{Cs}/u.test(text) &&
    !text.split('\n').some(line => OPENS_BLOCK.test(line)) &&
    text.endsWith('\n');
  if (isPlain) {
    return `${callee}(${[...args, `'''\\\n${text}'''`].join(', ')})`;
  }
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [''];
  const literals = lines.map(
    line => `    ${quoted(line).replace(/\\u000a"$/, '\\n"')}`
  );
  const before = args.map(arg => `${arg},`).join(' ');
  return `${callee}(${before}\n${literals.join('\n')}\n)`;
}
