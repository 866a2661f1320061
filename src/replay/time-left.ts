// How long a replay will still take, going by how long its steps took before.
import type { ReplayStep } from './replay-request';

/** The steps that are over, with what each took. */
export type Passed = readonly number[];

/**
 * Milliseconds for the rest of a repeat and the repeats behind it; null when fewer than half of the steps tell how long
 * they took. The recorded times are corrected by how this machine did so far.
 */
export function timeLeft(
  steps: readonly ReplayStep[],
  passed: Passed,
  repeatsBehind: number
): number | null {
  const known = steps.flatMap(({ recordedMs }) => recordedMs ?? []);
  if (steps.length === 0 || known.length * 2 < steps.length) {
    return null;
  }
  const usual = known.reduce((sum, one) => sum + one, 0) / known.length;
  const planned = steps.map(({ recordedMs }) => recordedMs ?? usual);
  const behind = sumOf(planned.slice(0, passed.length));
  const speed = behind > 0 ? sumOf(passed) / behind : 1;
  const rest = sumOf(planned.slice(passed.length));
  return Math.round(speed * (rest + repeatsBehind * sumOf(planned)));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
