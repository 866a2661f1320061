// What exporters are told beside a plan, made up from the plan.
import type { ExportRecord } from '../exporters';
import type { ScriptPlan } from '../lineage';
import { asRunId, type Execution, type Output } from '../model';

/** A record in which every step took a second; outputs by the index of their step. */
export function recordFor(
  plan: ScriptPlan,
  outputs: { readonly [index: number]: readonly Output[] } = {},
  changes: Partial<ExportRecord> = {}
): ExportRecord {
  const runId = asRunId(plan.runId);
  const executions = plan.steps.map((step, index): Execution => ({
    schemaVersion: 1,
    executionId: step.executionId,
    runId,
    sequence: step.sequence,
    cellId: step.cellId,
    cellIndex: step.cellIndex ?? null,
    executionCount: step.executionCount,
    sourceHash: step.sourceHash,
    firstLine: step.source.split('\n')[0] ?? '',
    status: step.status,
    submittedAt: step.startedAt,
    startedAt: step.startedAt,
    finishedAt: step.startedAt,
    documentHash: null,
    outputsHash: null,
    outputCount: outputs[index]?.length ?? 0,
    outputBytes: 0,
    error: null,
    report: null,
    gaps: []
  }));
  return {
    history: {
      run: {
        schemaVersion: 1,
        runId,
        number: plan.runNumber,
        notebookPath: plan.notebookPath,
        serverRoot: '',
        kernel: {
          kernelId: 'k',
          processId: '',
          name: 'python3',
          displayName: 'Python 3',
          language: plan.language
        },
        openedAt: plan.openedAt,
        changedAt: plan.openedAt,
        closedAt: null,
        end: null,
        environmentId: null,
        executionCount: executions.length,
        failureCount: 0,
        busyMs: 0,
        isPinned: false,
        gaps: []
      },
      executions,
      sources: new Map(
        plan.steps.map(({ source, sourceHash }) => [sourceHash, source])
      ),
      environment: plan.environment
    },
    outputs: new Map(
      plan.steps.map(({ executionId }, index) => [
        executionId,
        { outputs: outputs[index] ?? [], omissions: [] }
      ])
    ),
    context: null,
    proof: null,
    data: new Map(),
    writtenAt: '2026-11-22T08:00:00.000Z',
    reportData: () => null,
    ...changes
  };
}
