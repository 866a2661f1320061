// Whether code spells some word.
import type { CellAnalysis } from '../analysis';

/** Tells whether one of the code's words is meant, each pattern once; code whose words nobody told spells none. */
export function spellingOf({
  spelled
}: Pick<CellAnalysis, 'spelled'>): (meant: RegExp) => boolean {
  const answers = new Map<RegExp, boolean>();
  return meant => {
    let answer = answers.get(meant);
    if (answer === undefined) {
      answer = [...(spelled?.words ?? [])].some(word => meant.test(word));
      answers.set(meant, answer);
    }
    return answer;
  };
}
