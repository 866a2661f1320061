// Errors that show a number which was worked out: the key or the index at which nothing was found.
import type { Execution } from '../model';
import type { Step } from './version';

/** `np.int64(74)`, `74`, `index 74 is out of bounds for axis 0 with size 3`. */
const KEY = /^(?:[\w.]+\()?-?(\d+(?:\.\d+)?)\)?$/;
const INDEX = /^index -?(\d+) is out of bounds\b/;

/** True for an error that tells where it looked, by a number which no code spells that the step runs. */
export function showsLookedUp(step: Step, recorded: Execution | null): boolean {
  const { ename, evalue = '' } = recorded?.error ?? {};
  const pattern =
    ename === 'KeyError' ? KEY : ename === 'IndexError' ? INDEX : null;
  const number = pattern?.exec(evalue)?.[1];
  if (number === undefined) {
    return false;
  }
  return !isSpelled(step, number);
}

/** True for a word or a number that stands in the code that a step runs. */
export function isSpelled({ prepared, reads }: Step, word: string): boolean {
  const spelled = new RegExp(
    `(?<![\\w.])${word.replace(/\./g, '\\.')}(?![\\w.])`
  );
  return (
    spelled.test(prepared.normalised) ||
    reads.some(({ version }) =>
      version?.carried.some(({ analysis }) => spelled.test(analysis.normalised))
    )
  );
}
