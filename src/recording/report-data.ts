// A report back in the form in which the probe sends it, for files that leave the browser.
import type { Execution, Json } from '../model';

/** `data` of the message that would give the execution its report; null when it has none. */
export function reportDataOf(execution: Execution): Json {
  const { cellId, executionCount, executionId, report, status } = execution;
  return (
    report && {
      v: 1,
      kind: 'report',
      process: '',
      msg: executionId.slice(executionId.indexOf('/') + 1),
      cell: cellId ?? '',
      n: executionCount,
      ok: status === 'ok',
      ...report
    }
  );
}
