// A slice as a notebook: its executions as cells, with the outputs that were recorded.
import type { PlanStep, ScriptPlan } from '../lineage';
import type { KernelIdentity, Output } from '../model';
import type { Recording } from './recording';

/** What nbformat 4.5 allows as the id of a cell. */
const CELL_ID = /^[a-zA-Z0-9_-]{1,64}$/;

/** The plan as a notebook of format 4.5. */
export function asNotebook(
  plan: ScriptPlan,
  { outputs }: Recording,
  kernel: KernelIdentity
): string {
  const taken = new Set<string>();
  const cells = plan.steps.map((step, index) => ({
    cell_type: 'code',
    execution_count: step.executionCount,
    id: cellIdFor(step, index, taken),
    metadata: {},
    outputs: (outputs.get(step.executionId) ?? []).map(asNbformat),
    source: linesOf(step.source)
  }));
  const language = plan.language || 'python';
  const notebook = {
    cells,
    metadata: {
      kernelspec: {
        display_name: kernel.displayName || kernel.name || language,
        language,
        name: kernel.name || language
      },
      language_info: { name: language }
    },
    nbformat: 4,
    nbformat_minor: 5
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

/** The id of the cell that ran, made unique where it ran more than once. */
function cellIdFor(
  { cellId }: PlanStep,
  index: number,
  taken: Set<string>
): string {
  const own = cellId !== null && CELL_ID.test(cellId) ? cellId : null;
  let id = own ?? `step-${index + 1}`;
  for (let again = 2; taken.has(id); again += 1) {
    id = `${(own ?? `step-${index + 1}`).slice(0, 56)}-${again}`;
  }
  taken.add(id);
  return id;
}

function asNbformat(output: Output): object {
  return output.output_type === 'execute_result'
    ? { ...output, execution_count: output.execution_count ?? null }
    : output;
}

function linesOf(source: string): string[] {
  return source.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
