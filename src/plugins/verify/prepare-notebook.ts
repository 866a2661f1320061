// From the cells of a notebook as they stand to a replay that is ready to begin.
import { PageConfig } from '@jupyterlab/coreutils';
import type { NotebookPanel } from '@jupyterlab/notebook';

import { fail, noRunId, succeed, type CellId, type Result } from '../../model';
import { stepsFromDocument, type Recorded } from '../../replay';
import { presentCells } from '../forecaster/present-cells';
import { kernelNameOf, languageAt } from './kernel-names';
import type { OrderServices, Preparing } from './order-types';
import { durationOf, lastExecutions } from './records';
import { requestOf, startOf } from './replay-basis';
import { shownCells } from './shown-cells';
import type { PreparedReplay } from './verifier';

/** Newest runs in which the durations of cells are looked up. */
const RUNS = 5;

/** Fails with a sentence where there is nothing to run, or nothing to run it in. */
export async function prepareNotebook(
  panel: NotebookPanel,
  services: OrderServices,
  options: Preparing
): Promise<Result<PreparedReplay>> {
  const { hashes, manager, recorder, store, translator } = services;
  const { model } = panel;
  const { path } = panel.context;
  if (!model || panel.isDisposed) {
    return fail(translator.__('The notebook is not open any more.'));
  }
  const cells = shownCells(model);
  if (cells.length === 0) {
    return fail(translator.__('No cell of this notebook holds code.'));
  }
  const kernelName = kernelNameOf(panel, manager);
  if (kernelName === '') {
    return fail(
      translator.__('The notebook names no kernel. Choose one first.')
    );
  }
  const runs = await store.list({
    notebookPath: path,
    ...serverRootQuery(),
    limit: RUNS
  });
  const run = recorder.state(path).run ?? runs[0] ?? null;
  const executions = await lastExecutions(store, runs);
  const shown = new Map(cells.map(cell => [cell.cellId, cell]));
  const language = languageAt(manager, kernelName);
  const recordOf = (cellId: CellId): Recorded | null => {
    const cell = shown.get(cellId);
    if (!cell || (cell.outputs.length === 0 && cell.executionCount === null)) {
      return null;
    }
    const execution = executions.get(cellId);
    return {
      executionId: null,
      outputs: cell.outputs,
      omissions: [],
      recordedAt: execution?.finishedAt ?? null,
      recordedMs: execution ? durationOf(execution) : null,
      hasFailed: cell.outputs.some(output => output.output_type === 'error')
    };
  };
  const steps = stepsFromDocument(presentCells(model), recordOf, {
    language,
    volatile: new Set()
  });
  const environment = run?.environmentId
    ? await store.environment(run.environmentId)
    : null;
  const where = { kernelName, path, language };
  const start = await startOf(where, environment, services, options);
  if (!start.ok) {
    return start;
  }
  return succeed({
    ...start.value,
    request: {
      ...requestOf(where, services, options),
      // A notebook of which nothing was recorded is verified all the same.
      runId: run?.runId ?? noRunId,
      subject: { kind: 'document' },
      steps,
      environment
    },
    shownHash: hashes.of(model)
  });
}

function serverRootQuery(): { readonly serverRoot?: string } {
  const serverRoot = PageConfig.getOption('serverRoot');
  return serverRoot === '' ? {} : { serverRoot };
}
