// Commands that keep or remove what was recorded; whatever cannot be undone asks first.
import type { JupyterFrontEnd } from '@jupyterlab/application';
import { Dialog, showDialog } from '@jupyterlab/apputils';
import { PageConfig } from '@jupyterlab/coreutils';
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import { asRunId, noRunId, type RunId } from '../../model';
import { commandIds } from '../../panel';
import type { IRunStore } from '../../tokens';

/** Commands by their ids. */
export type Commands = {
  readonly [id: string]: Parameters<
    JupyterFrontEnd['commands']['addCommand']
  >[1];
};

/** `describedBy` of a command without arguments. */
export const noArguments = { args: { type: 'object', properties: {} } };

type Options = {
  readonly store: IRunStore;
  readonly tracker: INotebookTracker;
  readonly trans: TranslationBundle;
};

/** Clearing of one notebook's history and of everything. */
export function clearCommands(options: Options): Commands {
  const { store, tracker, trans } = options;
  return {
    [commandIds.clearNotebook]: {
      label: trans.__('Clear History of This Notebook…'),
      caption: trans.__('Remove all recorded runs of the notebook in front.'),
      isEnabled: () => tracker.currentWidget !== null,
      execute: async () => {
        const path = tracker.currentWidget?.context.path;
        if (path === undefined) {
          return;
        }
        const runIds = await allRunsOf(store, path);
        // Proofs of before any run was recorded go by hand, those of runs with them.
        const proofs = await store.proofs({ notebookPath: path });
        const lone = proofs.filter(({ runId }) => runId === noRunId);
        const name = path.slice(path.lastIndexOf('/') + 1);
        const isSure = await confirm(options, {
          title: trans.__('Clear the history of this notebook?'),
          body: clearingText(trans, shortened(name), {
            runs: runIds.length,
            lone: lone.length
          }),
          accept: trans.__('Clear')
        });
        if (isSure) {
          await store.removeProofs(lone.map(({ proofId }) => proofId));
          await store.remove(runIds);
        }
      },
      describedBy: noArguments
    },
    [commandIds.clearAll]: {
      label: trans.__('Clear All History…'),
      caption: trans.__('Remove everything recorded at this address.'),
      execute: async () => {
        const { runs } = await store.usage();
        const isSure = await confirm(options, {
          title: trans.__('Clear all history?'),
          body: trans._n(
            'Everything that was recorded at this address will be removed, of all notebooks: %1 run, and the results of all verifications. This cannot be undone. No notebook changes.',
            'Everything that was recorded at this address will be removed, of all notebooks: %1 runs, and the results of all verifications. This cannot be undone. No notebook changes.',
            runs
          ),
          accept: trans.__('Clear everything')
        });
        if (isSure) {
          await store.clear();
        }
      },
      describedBy: noArguments
    }
  };
}

/** The question before a notebook's history goes: with what was verified, where no run holds it. */
function clearingText(
  trans: TranslationBundle,
  name: string,
  { lone, runs }: { readonly runs: number; readonly lone: number }
): string {
  const verified = trans._n(
    '%1 verification of “%2” will be removed.',
    '%1 verifications of “%2” will be removed.',
    lone,
    name
  );
  const recorded = trans._n(
    '%1 run of “%2” will be removed, pinned ones too, with what was verified of it.',
    '%1 runs of “%2” will be removed, pinned ones too, with what was verified of them.',
    runs,
    name
  );
  return [
    ...(runs > 0 || lone === 0 ? [recorded] : []),
    ...(lone > 0 ? [verified] : []),
    trans.__('This cannot be undone. The notebook itself does not change.')
  ].join(' ');
}

async function allRunsOf(
  store: IRunStore,
  notebookPath: string
): Promise<readonly RunId[]> {
  const serverRoot = PageConfig.getOption('serverRoot');
  const runIds: RunId[] = [];
  for (;;) {
    const before = runIds[runIds.length - 1];
    const page = await store.list({
      notebookPath,
      ...(serverRoot === '' ? {} : { serverRoot }),
      ...(before === undefined ? {} : { before })
    });
    if (page.length === 0) {
      return runIds;
    }
    runIds.push(...page.map(run => run.runId));
  }
}

/** Pinning and deleting of one run. */
export function runCommands(options: Options): Commands {
  const { store, trans } = options;
  return {
    [commandIds.pinRun]: {
      label: args =>
        args.isPinned === false ? trans.__('Unpin') : trans.__('Pin'),
      caption: trans.__('Pinned runs are never removed to save space.'),
      isEnabled: args => typeof args.runId === 'string',
      execute: args =>
        store.setPinned(runIdFrom(args), args.isPinned !== false),
      describedBy: {
        args: {
          type: 'object',
          properties: {
            runId: { type: 'string', description: trans.__('The run') },
            isPinned: {
              type: 'boolean',
              description: trans.__('False to unpin; true by default')
            }
          },
          required: ['runId']
        }
      }
    },
    [commandIds.deleteRun]: {
      label: trans.__('Delete Run…'),
      caption: trans.__('Remove a run and everything recorded in it.'),
      isEnabled: args => typeof args.runId === 'string',
      execute: async args => {
        const run = await store.get(runIdFrom(args));
        if (!run) {
          return;
        }
        const isSure = await confirm(options, {
          title: trans.__('Delete run %1?', run.number),
          body: trans._n(
            'Its record with %1 execution will be removed. This cannot be undone. The notebook itself does not change.',
            'Its record with %1 executions will be removed. This cannot be undone. The notebook itself does not change.',
            run.executionCount
          ),
          accept: trans.__('Delete')
        });
        if (isSure) {
          await store.remove([run.runId]);
        }
      },
      describedBy: {
        args: {
          type: 'object',
          properties: {
            runId: { type: 'string', description: trans.__('The run') }
          },
          required: ['runId']
        }
      }
    }
  };
}

function runIdFrom(args: ReadonlyPartialJSONObject): RunId {
  return asRunId(String(args.runId));
}

function shortened(name: string): string {
  return name.length > 80 ? `${name.slice(0, 79)}…` : name;
}

async function confirm(
  { trans }: Options,
  question: {
    readonly title: string;
    readonly body: string;
    readonly accept: string;
  }
): Promise<boolean> {
  const result = await showDialog({
    title: question.title,
    body: question.body,
    buttons: [
      Dialog.cancelButton({ label: trans.__('Cancel') }),
      Dialog.warnButton({ label: question.accept })
    ],
    defaultButton: 0
  });
  return result.button.accept;
}
