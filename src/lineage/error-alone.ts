// Executions that failed and showed nothing else.
import type { Execution } from '../model';

/** True where an error is all that is shown, but for how long it took. */
export function showsErrorAlone({
  status,
  outputCount,
  tells
}: Pick<Execution, 'status' | 'outputCount' | 'tells'>): boolean {
  return (
    status === 'error' && (outputCount < 2 || tells?.showsTimesAlone === true)
  );
}
