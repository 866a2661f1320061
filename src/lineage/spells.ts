// Whether code spells some word.
import type { CellAnalysis } from '../analysis';

/** True where one of its words is meant; code whose words nobody told spells none. */
export function spells(
  { spelled }: Pick<CellAnalysis, 'spelled'>,
  isMeant: (word: string) => boolean
): boolean {
  for (const word of spelled?.words ?? []) {
    if (isMeant(word)) {
      return true;
    }
  }
  return false;
}
