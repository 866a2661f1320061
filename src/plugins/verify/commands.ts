// The commands that verify.
import type { JupyterFrontEnd } from '@jupyterlab/application';
import { InputDialog, type ICommandPalette } from '@jupyterlab/apputils';
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import { asRunId, type ExecutionId, type Translator } from '../../model';
import { commandIds, verifyIcon } from '../../panel';
import type { Commands } from '../panel/record-commands';
import { noArguments } from '../panel/record-commands';
import { ONCE, type Verification } from './verification';

/** What the commands act through. */
export type VerifyCommandOptions = {
  readonly app: JupyterFrontEnd;
  readonly tracker: INotebookTracker;
  readonly palette: ICommandPalette | null;
  readonly verification: Verification;
  readonly translator: Translator;
};

/** More replays in a row are not offered. */
const MOST_REPEATS = 100;

/** Adds them all; those about the notebook in front are in the palette. */
export function addVerifyCommands(options: VerifyCommandOptions): void {
  const { app, palette, translator } = options;
  const ofNotebook = notebookCommands(options);
  const commands: Commands = { ...ofNotebook, ...recordCommands(options) };
  for (const [id, command] of Object.entries(commands)) {
    app.commands.addCommand(id, command);
  }
  for (const command of Object.keys(ofNotebook)) {
    palette?.addItem({ command, category: translator.__('Retrace') });
  }
}

function notebookCommands(options: VerifyCommandOptions): Commands {
  const { tracker, translator, verification } = options;
  const isEnabled = (): boolean => tracker.currentWidget !== null;
  return {
    [commandIds.verifyNotebook]: {
      label: translator.__('Verify Notebook'),
      caption: translator.__(
        'Run the notebook in a fresh kernel and compare each output with the one that it shows.'
      ),
      icon: args => (args.isToolbar === true ? verifyIcon : undefined),
      isEnabled,
      execute: async () => {
        if (tracker.currentWidget) {
          await verification.notebook(tracker.currentWidget, ONCE);
        }
      },
      describedBy: noArguments
    },
    [commandIds.verifyRepeatedly]: {
      label: translator.__('Verify Notebook Several Times…'),
      caption: translator.__(
        'Run the notebook in several fresh kernels, one after the other, and tell how far its numbers spread.'
      ),
      isEnabled,
      execute: async () => {
        const panel = tracker.currentWidget;
        const repeats = panel && (await askRepeats(translator));
        if (panel && repeats !== null) {
          await verification.notebook(panel, { ...ONCE, repeats });
        }
      },
      describedBy: noArguments
    },
    [commandIds.verifyClean]: {
      label: translator.__('Verify in a Clean Environment'),
      caption: translator.__(
        'Build the environment anew from the packages that were recorded, and run the notebook or the run in it.'
      ),
      isEnabled: args => typeof args.runId === 'string' || isEnabled(),
      execute: async args => {
        const how = { repeats: 1, place: 'clean' } as const;
        if (typeof args.runId === 'string') {
          await verification.run(asRunId(args.runId), null, how);
        } else if (tracker.currentWidget) {
          await verification.notebook(tracker.currentWidget, how);
        }
      },
      describedBy: {
        args: {
          type: 'object',
          properties: {
            runId: {
              type: 'string',
              description: translator.__(
                'The run; the notebook in front when absent'
              )
            }
          }
        }
      }
    },
    [commandIds.showVerify]: {
      label: translator.__('Show Verification'),
      caption: translator.__('Show what was verified last, and its result.'),
      icon: verifyIcon,
      execute: () => verification.showLast(),
      describedBy: noArguments
    }
  };
}

function recordCommands(options: VerifyCommandOptions): Commands {
  const { translator, verification } = options;
  return {
    [commandIds.verifyRun]: {
      label: translator.__('Verify Run'),
      caption: translator.__(
        'Run again what really ran, in a fresh kernel, and compare each output with the recorded one.'
      ),
      isEnabled: args => typeof args.runId === 'string',
      execute: args =>
        verification.run(asRunId(String(args.runId)), null, ONCE),
      describedBy: argumentOf('runId', translator.__('The run'))
    },
    [commandIds.verifyExecution]: {
      label: translator.__('Verify This Execution'),
      caption: translator.__(
        'Run again what this execution depends on, in a fresh kernel, and compare its outputs.'
      ),
      isEnabled: args => typeof args.executionId === 'string',
      execute: args =>
        verification.execution(String(args.executionId) as ExecutionId),
      describedBy: argumentOf('executionId', translator.__('The execution'))
    },
    [commandIds.showProof]: {
      label: translator.__('Show Last Verification'),
      caption: translator.__('Show what the last replay of this run came to.'),
      isEnabled: args => typeof args.runId === 'string',
      execute: (args: ReadonlyPartialJSONObject) =>
        verification.showRun(asRunId(String(args.runId))),
      describedBy: argumentOf('runId', translator.__('The run'))
    }
  };
}

async function askRepeats(translator: Translator): Promise<number | null> {
  const { button, value } = await InputDialog.getNumber({
    title: translator.__('Verify several times'),
    label: translator.__('How many times, each in a fresh kernel'),
    value: 5,
    okLabel: translator.__('Verify')
  });
  return button.accept && value !== null
    ? Math.min(MOST_REPEATS, Math.max(2, Math.round(value)))
    : null;
}

function argumentOf(
  name: string,
  description: string
): Commands[string]['describedBy'] {
  return {
    args: {
      type: 'object',
      properties: { [name]: { type: 'string', description } },
      required: [name]
    }
  };
}
