// A short text that anybody could have written.
import { textOf } from './kernel-message';

/** The text in one line, or an empty one. */
export function lineOf(value: unknown, limit = 300): string {
  const text = textOf(value);
  return text.length <= limit && !/[\p{Cc}\p{Cs}]/u.test(text) ? text : '';
}
