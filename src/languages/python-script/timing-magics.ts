// Magics that print how long something took, which a script does not.
import { normalised } from './normalise';
import { logicalLines } from './tokens';

const TIMER = /^%{1,2}(?:time|timeit|memit)\b/;

/** True where a cell's source has such a magic, as `%time` and `%%timeit`. */
export function showsTimes(source: string): boolean {
  const text = normalised(source);
  return (
    TIMER.test(text) ||
    logicalLines(text).some(
      ({ ipython, to }) =>
        ipython !== null && TIMER.test(text.slice(ipython, to))
    )
  );
}
