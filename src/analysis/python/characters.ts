// Codes of the characters at which a source is cut.

export const TAB = 0x09;
export const NEWLINE = 0x0a;
export const SPACE = 0x20;
export const DOUBLE_QUOTE = 0x22;
export const HASH = 0x23;
export const QUOTE = 0x27;
export const POINT = 0x2e;
export const BACKSLASH = 0x5c;

/** True for `0` to `9`. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
