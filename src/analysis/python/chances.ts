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
  const isWanted = ([keyword, wanted]: readonly [string, RegExp]): boolean => {
    const text = textAt(keyword) ?? '';
    return wanted.test(stringContent(text) ?? text);
  };
  return (
    !isOpen &&
    all.length > 0 &&
    (settledAt === undefined || positional.length <= settledAt) &&
    !seeds.split(' ').some(name => isSet(textAt(name))) &&
    !switches.split(' ').some(name => isOff(textAt(name))) &&
    (asked?.some(isWanted) ?? true)
  );
}
