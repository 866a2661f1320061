// The recorded slice as a history file: its executions and nothing else of the run.
import type { ScriptPlan } from '../../lineage';
import {
  toHistoryFile,
  type CellId,
  type Json,
  type PresentCell
} from '../../model';
import type { ExportRecord } from '../exporter';

/** What goes into `run.json`; `decodeHistoryFile` reads it. */
export function runJson(plan: ScriptPlan, record: ExportRecord): Json {
  const { history } = record;
  const wanted = new Set(plan.steps.map(({ executionId }) => executionId));
  const executions = history.executions.filter(({ executionId }) =>
    wanted.has(executionId)
  );
  return toHistoryFile({
    path: baseName(plan.notebookPath),
    document: cellsOf(plan),
    runs: [{ ...history, executions, environment: plan.environment }],
    outputs: record.outputs,
    reportData: record.reportData
  });
}

/** The file's name alone: folders of the author's are private. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
}

/** Each cell of the slice once, as it ran last. */
function cellsOf({ steps }: ScriptPlan): PresentCell[] {
  const cells = new Map<CellId, PresentCell>();
  for (const { cellId, executionCount, source } of steps) {
    if (cellId !== null) {
      cells.set(cellId, {
        cellId,
        type: 'code',
        source,
        executionCount,
        hasOutputs: true,
        mayRaise: false
      });
    }
  }
  return [...cells.values()];
}
