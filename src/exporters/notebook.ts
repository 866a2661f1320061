// The slice as a notebook: its executions as cells, with the outputs that were recorded.
import { scriptFileName } from '../languages';
import type { PlanStep, ScriptPlan } from '../lineage';
import type { Output } from '../model';
import type { Exporter, ExportRecord } from './exporter';
import { refusalOf } from './refusal';

/** What nbformat 4.5 allows as the id of a cell. */
const CELL_ID = /^[a-zA-Z0-9_-]{1,64}$/;

/** A notebook of format 4.5, for a kernel of any language. */
export const notebook: Exporter = {
  id: 'notebook',
  label: 'Notebook',

  accepts: language => language !== '',

  refusal: plan =>
    plan.steps.length === 0
      ? 'Nothing ran here that an export could repeat.'
      : plan.language === ''
        ? refusalOf(plan, 'notebooks')
        : null,

  fileName: ({ notebookPath, runNumber }) =>
    scriptFileName(notebookPath, runNumber, '.ipynb'),

  render: (plan, record) => [
    {
      name: notebook.fileName(plan),
      content: notebookText(plan, record),
      mediaType: 'application/x-ipynb+json'
    }
  ]
};

/** The JSON text of the notebook; `kernelName` where another kernel than the recorded one is to run it. */
export function notebookText(
  plan: ScriptPlan,
  { history, outputs }: Pick<ExportRecord, 'history' | 'outputs'>,
  kernelName?: string
): string {
  const { kernel } = history.run;
  const taken = new Set<string>();
  const cells = plan.steps.map((step, index) => ({
    cell_type: 'code',
    execution_count: step.executionCount,
    id: cellIdFor(step, index, taken),
    metadata: {},
    outputs: (outputs.get(step.executionId)?.outputs ?? []).map(asNbformat),
    source: linesOf(step.source)
  }));
  const language = plan.language || 'python';
  const name = kernelName ?? (kernel.name || language);
  const whole = {
    cells,
    metadata: {
      kernelspec: {
        display_name:
          kernelName ?? (kernel.displayName || kernel.name || language),
        language,
        name
      },
      language_info: { name: language }
    },
    nbformat: 4,
    nbformat_minor: 5
  };
  return `${JSON.stringify(whole, null, 1)}\n`;
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
