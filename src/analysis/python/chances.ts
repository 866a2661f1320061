// Whether a call draws by chance beside what else it does.

import { stringContent } from './access';
import type { Arguments } from './arguments';
import type { ChanceRule } from './knowledge/library';
import { textOf, type Walk } from './walk';

/** True where no argument keeps chance out, and what asks for it is given. */
export function isDrawn(
  walk: Walk,
  { asked, seeds = '', settledAt, switches = '' }: ChanceRule,
  { all, isOpen, keywords, positional }: Arguments
): boolean {
  const textAt = (keyword: string): string | null => {
    const node = keywords.get(keyword);
    return node ? textOf(walk, node) : null;
  };
  const isSet = (text: string | null): boolean =>
    text !== null && text !== 'None';
  const isOff = (text: string | null): boolean =>
    text !== null && /^(?:None|False|0)$/.test(text);
  const [keyword, wanted] = asked ?? [];
  const kind = keyword === undefined ? null : textAt(keyword);
  return (
    !isOpen &&
    all.length > 0 &&
    (settledAt === undefined || positional.length <= settledAt) &&
    !seeds.split(' ').some(name => isSet(textAt(name))) &&
    !switches.split(' ').some(name => isOff(textAt(name))) &&
    (wanted?.test(kind === null ? '' : (stringContent(kind) ?? '?')) ?? true)
  );
}
