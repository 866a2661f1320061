// Plans built by hand, for the specs of this folder and of the exporters.
import type { PlanStep, ScriptPlan } from '../lineage';
import { asCellId, asRunId, executionIdOf, hashOf } from '../model';

/** A plan whose steps have the given sources and ran one after the other. */
export function planOf(
  sources: readonly string[],
  changes: Partial<ScriptPlan> = {}
): ScriptPlan {
  return {
    language: 'python',
    notebookPath: 'work/Iris study.ipynb',
    runId: 'run-7f',
    runNumber: 3,
    openedAt: '2026-11-21T09:59:00.000Z',
    steps: sources.map(stepOf),
    omitted: [],
    requires: [],
    environment: null,
    warnings: [],
    ...changes
  };
}

/** The step at an index: cell `index + 1`, execution count `index + 1`. */
export function stepOf(source: string, index: number): PlanStep {
  return {
    executionId: executionIdOf(asRunId('run-7f'), `m${index}`),
    sequence: index + 1,
    cellId: asCellId(`c${index}`),
    cellIndex: index,
    executionCount: index + 1,
    startedAt: '2026-11-21T10:00:03.250Z',
    sourceHash: hashOf(source),
    source,
    status: 'ok'
  };
}
