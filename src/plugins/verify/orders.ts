// What the user wants to have verified, as an order for the verifier.
import type { NotebookPanel } from '@jupyterlab/notebook';

import type { ExecutionId, Run } from '../../model';
import type { OrderOptions, OrderServices } from './order-types';
import { prepareNotebook } from './prepare-notebook';
import { preparePlan } from './prepare-plan';
import type { VerifyOrder } from './verifier';

/** The code cells of a notebook as they stand, with what they show as the record. */
export function notebookOrder(
  panel: NotebookPanel,
  services: OrderServices,
  options: OrderOptions
): VerifyOrder {
  const { path } = panel.context;
  const { translator } = services;
  return {
    subject: {
      notebookPath: path,
      title: translator.__('the notebook as it stands')
    },
    prepare: async (tell, cancel) => {
      await services.recorder.flush();
      return prepareNotebook(panel, services, { ...options, tell, cancel });
    }
  };
}

/** What really ran in a run, or what led up to one execution of it. */
export function planOrder(
  executionId: ExecutionId | null,
  run: Run,
  services: OrderServices,
  options: OrderOptions
): VerifyOrder {
  const { translator } = services;
  return {
    subject: {
      notebookPath: run.notebookPath,
      title:
        executionId === null
          ? translator.__('run %1', run.number)
          : translator.__('one result of run %1', run.number)
    },
    prepare: async (tell, cancel) => {
      await services.recorder.flush();
      const how = { ...options, tell, cancel };
      return preparePlan(run, executionId, services, how);
    }
  };
}
