// How a step is called in texts.
import type { PlanStep } from '../../lineage';

/** Which cell an execution was of, and its count: `cell 3 [5]`. */
export function labelOf({
  cellId,
  cellIndex,
  executionCount,
  sequence
}: PlanStep): string {
  const id = cellId?.replace(/[^A-Za-z0-9_-]/g, '').slice(0, 8);
  const place =
    cellId === null
      ? `code of another client, execution ${sequence}`
      : `cell ${cellIndex === null || cellIndex === undefined ? id : cellIndex + 1}`;
  return executionCount === null ? place : `${place} [${executionCount}]`;
}
