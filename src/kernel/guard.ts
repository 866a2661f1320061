// Keeps faults of recording away from what the user does.

/** Runs things that must not disturb anybody, and says once per cause what went wrong. */
export class Guard {
  private readonly _told = new Set<string>();
  private readonly _onFault: (cause: string) => void;

  /** `onFault` hears of each cause once. */
  constructor(onFault: (cause: string) => void) {
    this._onFault = onFault;
  }

  /** Calls `work`; an exception ends here. */
  run(cause: string, work: () => void): void {
    try {
      work();
    } catch (fault) {
      this._tell(cause, fault);
    }
  }

  /** Awaits `work`; a rejection ends here. */
  async settle(cause: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (fault) {
      this._tell(cause, fault);
    }
  }

  private _tell(cause: string, fault: unknown): void {
    if (!this._told.has(cause)) {
      this._told.add(cause);
      console.error(`Retrace: ${cause} failed; recording goes on.`, fault);
      this._onFault(cause);
    }
  }
}
