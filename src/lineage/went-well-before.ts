// Code that went well and then failed over the same values: it changed something that nobody saw.
import type { Moment, Timeline } from './timeline';

/** Errors of the world, and of whoever stopped the code. */
const OUTSIDE =
  /Interrupt|Exit|Timeout|Connection|Network|HTTP|URL|SSL|Socket|OSError|IOError|Memory|Stdin/i;

/** True where the same cell went well before in the kernel in which it failed: a fresh run has it go well. */
export function wentWellBefore(
  timeline: Timeline,
  { step, run }: Moment
): boolean {
  const { key, cellId, execution } = step;
  if (
    execution?.status !== 'error' ||
    OUTSIDE.test(execution.error?.ename ?? 'Interrupt')
  ) {
    return false;
  }
  const alike = timeline.ofKey(key);
  return alike
    .slice(
      0,
      alike.findIndex(one => one.step === step)
    )
    .some(
      one =>
        one.run === run &&
        one.step.cellId === cellId &&
        one.step.execution?.status === 'ok'
    );
}
