/** Time as the store sees it; tests bring their own. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once; the answer calls that off. */
  after(milliseconds: number, callback: () => void): () => void;
};

/** The page's own time. */
export const pageClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  }
};

/** Resolves after a while. */
export function pause(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise(resolve => void clock.after(milliseconds, resolve));
}
