// What expressions write out in a text.
import type { Syntax } from '../syntax';
import { items, textOf } from '../syntax-words';
import { STRINGS } from './kind-words';

/** What a field of an f-string holds, and what `"%s and %s" % (one, other)` is given; empty for all else. */
export function writtenIn(source: string, node: Syntax): readonly Syntax[] {
  const [first, second, third] = node.children;
  if (node.name === 'FormatReplacement') {
    return second ? [second] : [];
  }
  const isFormatted =
    STRINGS.has(first?.name ?? '') &&
    second !== undefined &&
    textOf(source, second) === '%';
  return !isFormatted || !third
    ? []
    : third.name === 'TupleExpression'
      ? items(third)
      : [third];
}

/** `one + other`, `one or other`: holds what these hold, in their order. */
export function isEither(source: string, { children }: Syntax): boolean {
  const [, sign] = children;
  return sign !== undefined && /^(?:\+|or|and)$/.test(textOf(source, sign));
}
