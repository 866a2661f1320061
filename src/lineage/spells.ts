// Whether code spells some word.
import type { CellAnalysis } from '../analysis';

type Words = NonNullable<CellAnalysis['spelled']>;

/** Answers to what was asked before, as long as somebody holds the words. */
const answers = new WeakMap<Words, Map<RegExp, boolean>>();

/** True where one of its words is meant; code whose words nobody told spells none. */
export function spells(
  { spelled }: Pick<CellAnalysis, 'spelled'>,
  meant: RegExp
): boolean {
  if (!spelled) {
    return false;
  }
  const known = answers.get(spelled) ?? new Map<RegExp, boolean>();
  answers.set(spelled, known);
  const answer =
    known.get(meant) ?? [...spelled.words].some(word => meant.test(word));
  known.set(meant, answer);
  return answer;
}
