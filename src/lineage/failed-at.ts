// Where in its source an execution failed, as its traceback tells.
import type { Execution } from '../model';
import type { Prepared } from './prepared';

/** Offset at which the line begins, and what stands in it; null where that is not told. */
export function failedLineOf(
  { completeness, source }: Prepared,
  { tells }: Pick<Execution, 'tells'>
): { readonly from: number; readonly text: string } | null {
  const line = tells?.failedLine;
  if (line === undefined || completeness !== 'complete') {
    return null;
  }
  const lines = source.split('\n');
  // IPython takes off lines above the first that holds something.
  const first = lines.findIndex(one => one.trim() !== '');
  const at = first + line - 1;
  const from = lines.slice(0, at).reduce((sum, one) => sum + one.length + 1, 0);
  return { from, text: lines[at] ?? '' };
}
