// Causes that were found, by the pair of steps that they tell apart.
import type { Cause } from './forecast-types';
import type { Step } from './version';

/** A memory of one search. */
export class FoundCauses {
  /** Undefined for a pair that was not looked at. */
  get(expected: Step, actual: Step | null): readonly Cause[] | undefined {
    return this.found.get(expected)?.get(actual);
  }

  /** Keeps causes, in place of those that were kept. */
  set(expected: Step, actual: Step | null, causes: readonly Cause[]): void {
    const known = this.found.get(expected) ?? new Map();
    this.found.set(expected, known.set(actual, causes));
  }

  private readonly found = new Map<Step, Map<Step | null, readonly Cause[]>>();
}
