// From what the user wants to have verified to a replay that is ready to begin.
import { PageConfig } from '@jupyterlab/coreutils';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { ServiceManager } from '@jupyterlab/services';

import { languageOf } from '../../languages';
import { planScript } from '../../lineage';
import {
  fail,
  noRunId,
  succeed,
  type CellId,
  type Environment,
  type ExecutionId,
  type Proof,
  type Result,
  type Run,
  type Translator
} from '../../model';
import {
  quietCode,
  scratchCode,
  stepsFromDocument,
  stepsFromPlan,
  type Recorded,
  type ReplayRequest
} from '../../replay';
import { maskOutputs } from '../../recording';
import type { IReplayKernels, IRunRecorder, IRunStore } from '../../tokens';
import { presentCells } from '../forecaster/present-cells';
import type { VerifyChoices } from './choices';
import { cleanStart, type CleanStart } from './clean';
import { kernelNameOf, languageAt } from './kernel-names';
import { durationOf, lastExecutions, recordsOf } from './records';
import { shownCells, type ShownHashes } from './shown-cells';
import type { PreparedReplay, VerifyOrder } from './verifier';

/** What orders are made from. */
export type OrderServices = {
  readonly manager: ServiceManager.IManager;
  readonly tracker: INotebookTracker;
  readonly store: IRunStore;
  readonly recorder: IRunRecorder;
  readonly hashes: ShownHashes;
  readonly translator: Translator;
  readonly kernels: IReplayKernels;
};

/** How it is to be done. */
export type OrderOptions = {
  readonly choices: VerifyChoices;
  /** 1 or more. */
  readonly repeats: number;
  /** `clean`: in an environment that is built anew from the packages of the run. */
  readonly place: Proof['place'];
};

/** Newest runs in which the durations of cells are looked up. */
const RUNS = 5;

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

/** The options, with the ways in which an order that is being prepared speaks and ends. */
type Preparing = OrderOptions & {
  readonly tell: (line: string) => void;
  readonly cancel: AbortSignal;
};

async function prepareNotebook(
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

async function preparePlan(
  run: Run,
  executionId: ExecutionId | null,
  services: OrderServices,
  options: Preparing
): Promise<Result<PreparedReplay>> {
  const { manager, store, tracker, translator } = services;
  const history = await store.history(run.runId);
  if (!history) {
    return fail(translator.__('This run is not stored any more.'));
  }
  const { kernel, notebookPath } = run;
  if (manager.kernelspecs.specs?.kernelspecs[kernel.name] === undefined) {
    return fail(
      translator.__(
        'The kernel of this run, %1, is not installed on this server.',
        kernel.displayName || kernel.name
      )
    );
  }
  const panel = tracker.find(each => each.context.path === notebookPath);
  const plan = planScript({
    history,
    document: panel?.model ? presentCells(panel.model) : undefined,
    criterion:
      executionId === null
        ? { kind: 'run' }
        : { kind: 'execution', executionId },
    analyse: languageOf(kernel.language)?.analyse,
    dryRuns: languageOf(kernel.language)?.dryRuns
  });
  if (plan.steps.length === 0) {
    return fail(translator.__('Nothing of this run is there to be run again.'));
  }
  const records = await recordsOf(store, history.executions, plan.steps);
  const steps = stepsFromPlan(plan, id => records.get(id) ?? null, {
    volatile: new Set()
  });
  const where = {
    kernelName: kernel.name,
    path: notebookPath,
    language: kernel.language
  };
  const start = await startOf(where, history.environment, services, options);
  if (!start.ok) {
    return start;
  }
  return succeed({
    ...start.value,
    request: {
      ...requestOf(where, services, options),
      runId: run.runId,
      subject:
        executionId === null
          ? { kind: 'run' }
          : { kind: 'execution', executionId },
      steps,
      environment: history.environment
    },
    shownHash: undefined
  });
}

type Where = {
  readonly kernelName: string;
  readonly path: string;
  readonly language: string;
};

async function startOf(
  { kernelName, language, path }: Where,
  environment: Environment | null,
  { kernels, translator }: OrderServices,
  { cancel, place, tell }: Preparing
): Promise<Result<CleanStart>> {
  return place === 'same'
    ? succeed({
        startKernel: kernels.starter(kernelName, path),
        lacking: undefined
      })
    : cleanStart({
        kernels,
        kernelName,
        notebookPath: path,
        language,
        environment,
        tell,
        cancel,
        translator
      });
}

function requestOf(
  { language, path }: Where,
  { recorder: { mask } }: OrderServices,
  { choices, place, repeats }: OrderOptions
): Pick<
  ReplayRequest,
  | 'proofId'
  | 'notebookPath'
  | 'place'
  | 'folder'
  | 'prepare'
  | 'onError'
  | 'timeoutMs'
  | 'repeats'
  | 'mask'
> {
  // The kernel starts in the notebook's folder, so the copy is one of its working directory.
  const copy = choices.folder === 'copy' ? scratchCode(language, '') : null;
  const code = [quietCode(language), copy?.ok ? copy.value : null]
    .filter(each => each !== null)
    .join('\n');
  return {
    proofId: newProofId(),
    notebookPath: path,
    place,
    folder: copy?.ok ? 'copy' : 'notebook',
    prepare: code === '' ? null : code,
    onError: 'skip',
    timeoutMs: choices.cellSeconds * 1000,
    repeats,
    mask: { text: mask, outputs: outputs => maskOutputs(mask, outputs) }
  };
}

function serverRootQuery(): { readonly serverRoot?: string } {
  const serverRoot = PageConfig.getOption('serverRoot');
  return serverRoot === '' ? {} : { serverRoot };
}

/** Time first, so that ids sort as proofs were made. */
function newProofId(): string {
  const time = Date.now().toString(36).padStart(9, '0');
  const random = crypto.getRandomValues(new Uint8Array(8));
  return `${time}-${[...random].map(byte => byte.toString(16).padStart(2, '0')).join('')}`;
}
