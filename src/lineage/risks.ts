// Statements of a simulated step that may raise, and that nobody has seen going well: what stands below may not be reached.
import type { Prepared } from './prepared';
import type { Step } from './version';

/** Sources that ran to their end, and what of them might have raised. */
export class WellRecord {
  /** Notes a source that ran to its end. */
  note(prepared: Prepared): void {
    if (!this.has(prepared)) {
      this.sources.set(prepared.normalised, prepared);
      this.fresh.push(prepared);
    }
  }

  /** True for a source that ran to its end once. */
  has({ normalised }: Prepared): boolean {
    return this.sources.has(normalised);
  }

  /** Where the first statement begins that may raise and was not seen to go well; infinite where none does. */
  doubtIn(prepared: Prepared): number {
    const { analysis } = prepared;
    if (this.has(prepared)) {
      return Infinity;
    }
    const risks = analysis.risks?.filter(({ what }) => what !== '') ?? [];
    if (risks.length > 0) {
      for (const one of this.fresh.splice(0)) {
        one.analysis.risks?.forEach(({ what }) => this.seen.add(what));
      }
    }
    return Math.min(
      Infinity,
      ...risks
        .filter(({ what }) => !this.seen.has(what))
        .map(({ from }) => from)
    );
  }

  private readonly sources = new Map<string, Prepared>();
  private readonly fresh: Prepared[] = [];
  private readonly seen = new Set<string>();
}

/** True when a statement that may raise is not among those that ran. */
export function addsRisks(actual: Step, { prepared, isSure }: Step): boolean {
  const known = new Set(
    actual.prepared.analysis.risks?.map(({ statement }) => statement)
  );
  return (
    !isSure &&
    (prepared.analysis.risks?.some(({ statement }) => !known.has(statement)) ??
      false)
  );
}
