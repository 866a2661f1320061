// What a replay runs: the steps of a script plan, or the cells of a document.
import type { ScriptPlan } from '../lineage';
import type {
  CellId,
  ExecutionId,
  Omission,
  Output,
  PresentCell
} from '../model';
import { needsOf } from './dependence';
import type { ReplayStep } from './replay-request';

/** What is known of an output that somebody saw before. */
export type Recorded = {
  /** Null when they are the document's own. */
  readonly executionId: ExecutionId | null;
  /** Null when they are lost. */
  readonly outputs: readonly Output[] | null;
  readonly omissions: readonly Omission[];
  /** ISO time; null when not known. */
  readonly recordedAt: string | null;
  readonly recordedMs: number | null;
  /** True where it ended in an error. */
  readonly hasFailed: boolean;
};

/** What steps are made with. */
export type StepOptions = {
  /** Of the kernel, as its kernelspec names it. */
  readonly language: string;
  /** Cells whose outputs may differ, as the user said. */
  readonly volatile: ReadonlySet<CellId>;
};

/** The executions of a plan in their order, each beside its own outputs. */
export function stepsFromPlan(
  plan: ScriptPlan,
  recordOf: (executionId: ExecutionId) => Recorded | null,
  { volatile }: Pick<StepOptions, 'volatile'>
): ReplayStep[] {
  const needs = needsOf(plan.steps, plan.language);
  return plan.steps.map((step, index) => {
    const record = recordOf(step.executionId);
    return {
      cellId: step.cellId,
      executionId: step.executionId,
      cellIndex: step.cellIndex ?? null,
      source: step.source,
      recorded: record?.outputs ?? null,
      isNew: false,
      omissions: record?.omissions ?? [],
      recordedAt: step.startedAt,
      recordedMs: record?.recordedMs ?? null,
      mayRaise: step.status === 'error' || step.status === 'interrupted',
      isVolatile: step.cellId !== null && volatile.has(step.cellId),
      needs: needs[index] ?? []
    };
  });
}

/** The code cells of a document that are not blank, from top to bottom, each beside what it shows. */
export function stepsFromDocument(
  document: readonly PresentCell[],
  /** Null for a cell that never ran. */
  recordOf: (cellId: CellId) => Recorded | null,
  { language, volatile }: StepOptions
): ReplayStep[] {
  const cells = document
    .map((cell, cellIndex) => ({ ...cell, cellIndex }))
    .filter(({ source, type }) => type === 'code' && source.trim() !== '');
  const needs = needsOf(cells, language);
  return cells.map(({ cellId, cellIndex, mayRaise, source }, index) => {
    const record = recordOf(cellId);
    return {
      cellId,
      executionId: record?.executionId ?? null,
      cellIndex,
      source,
      recorded: record?.outputs ?? null,
      isNew: record === null,
      omissions: record?.omissions ?? [],
      recordedAt: record?.recordedAt ?? null,
      recordedMs: record?.recordedMs ?? null,
      mayRaise: mayRaise || record?.hasFailed === true,
      isVolatile: volatile.has(cellId),
      needs: needs[index] ?? []
    };
  });
}
