// Text from outside, made harmless for Markdown.
import { commentText } from '../../languages';

/** One line in which nothing is markup. */
export function inline(text: string): string {
  return commentText(text).replace(/[\\`*_[\]<>#|&]/g, '\\$&');
}

/** A block that shows its text as it is. */
export function fenced(text: string): string[] {
  const longest = Math.max(
    2,
    ...[...text.matchAll(/`+/g)].map(([run]) => run.length)
  );
  const fence = '`'.repeat(longest + 1);
  return [fence, ...text.split('\n'), fence];
}
