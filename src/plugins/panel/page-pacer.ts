// Paces work by the page's own clock and timers.
import { Pacer } from '../../panel';

/** What the work rejects with goes to `report`. */
export function pagePacer(
  work: () => Promise<void>,
  report: (error: unknown) => void
): Pacer {
  return new Pacer({
    work,
    report,
    now: () => performance.now(),
    schedule: (callback, delayMs) => {
      const timer = window.setTimeout(callback, delayMs);
      return () => window.clearTimeout(timer);
    }
  });
}
