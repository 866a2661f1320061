// Commands about findings: dismissing them, bringing them back, and their pages.
import type { JupyterFrontEnd } from '@jupyterlab/application';
import { Notification, type ICommandPalette } from '@jupyterlab/apputils';
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import type { Translator } from '../../model';
import { commandIds } from '../../panel';
import type { IDismissals, IForecaster, PublishedFinding } from '../../tokens';
import { showHazardPage } from './hazard-page';
import { noArguments, type Commands } from './record-commands';

export type FindingCommandOptions = {
  readonly app: JupyterFrontEnd;
  readonly tracker: INotebookTracker;
  readonly forecaster: IForecaster | null;
  readonly dismissals: IDismissals | null;
  readonly rendermime: IRenderMimeRegistry;
  readonly palette: ICommandPalette | null;
  readonly trans: Translator;
};

/** How long the way back is offered, in milliseconds. */
const UNDO_MS = 10_000;

/** Adds them all; those about the notebook in front are in the palette. */
export function addFindingCommands(options: FindingCommandOptions): void {
  const { app, palette, trans } = options;
  const inPalette = paletteCommands(options);
  const commands = {
    ...inPalette,
    ...oneFindingCommands(options),
    [commandIds.aboutFinding]: aboutCommand(options)
  };
  for (const [id, command] of Object.entries(commands)) {
    app.commands.addCommand(id, command);
  }
  for (const command of Object.keys(inPalette)) {
    palette?.addItem({ command, category: trans.__('Retrace') });
  }
}

function oneFindingCommands(options: FindingCommandOptions): Commands {
  const { trans } = options;
  const describedBy = argumentsOf('identity', trans.__('The finding'));
  return {
    [commandIds.dismissFinding]: {
      label: trans.__('Dismiss for This Cell'),
      caption: trans.__(
        'Say nothing of this finding until something about it changes.'
      ),
      execute: args => dismiss(options, found(options, args)),
      describedBy
    },
    [commandIds.dismissRule]: {
      label: trans.__('Dismiss This Kind Everywhere'),
      caption: trans.__(
        'Say nothing of findings of this kind, in any notebook.'
      ),
      execute: args => dismissRule(options, found(options, args)[0]),
      describedBy
    },
    [commandIds.restoreFinding]: {
      label: trans.__('Bring Back'),
      execute: args => restore(options, found(options, args)),
      describedBy
    }
  };
}

function paletteCommands(options: FindingCommandOptions): Commands {
  const { tracker, trans } = options;
  const ofActiveCell = (): readonly PublishedFinding[] => {
    const id = tracker.activeCell?.model.id;
    return current(options).findings.filter(({ affected }) =>
      affected.some(cellId => cellId === id)
    );
  };
  return {
    [commandIds.dismissCell]: {
      label: trans.__('Dismiss the Findings of This Cell'),
      caption: trans.__(
        'Say nothing of what the active cell suffers from until something about it changes.'
      ),
      isEnabled: () => ofActiveCell().length > 0,
      execute: () => dismiss(options, ofActiveCell()),
      describedBy: noArguments
    },
    [commandIds.restoreAll]: {
      label: trans.__('Bring Back Dismissed Findings'),
      caption: trans.__(
        'Tell again what was dismissed for the notebook in front.'
      ),
      isEnabled: () => current(options).dismissed.length > 0,
      execute: () => restore(options, current(options).dismissed),
      describedBy: noArguments
    }
  };
}

function aboutCommand({
  rendermime,
  trans
}: FindingCommandOptions): Commands[string] {
  return {
    label: trans.__('About This Finding'),
    caption: trans.__('What it finds, why it hurts, and what it cannot see.'),
    execute: args => showHazardPage(String(args.code), rendermime, trans),
    describedBy: argumentsOf('code', trans.__('The code of its kind'))
  };
}

type Told = {
  readonly path: string;
  readonly findings: readonly PublishedFinding[];
  readonly dismissed: readonly PublishedFinding[];
};

/** What is told of the notebook in front. */
function current({ forecaster, tracker }: FindingCommandOptions): Told {
  const path = tracker.currentWidget?.context.path ?? '';
  const { dismissed, findings } = forecaster?.get(path) ?? NOTHING;
  return { path, findings, dismissed };
}

const NOTHING = { findings: [], dismissed: [] };

function found(
  options: FindingCommandOptions,
  { identity }: ReadonlyPartialJSONObject
): readonly PublishedFinding[] {
  const { dismissed, findings } = current(options);
  return [...findings, ...dismissed].filter(each => each.identity === identity);
}

function dismiss(
  options: FindingCommandOptions,
  findings: readonly PublishedFinding[]
): void {
  const { dismissals, trans } = options;
  const { path } = current(options);
  if (!dismissals || findings.length === 0) {
    return;
  }
  findings.forEach(finding => dismissals.dismiss(path, finding));
  offerUndo(
    trans._n(
      '%1 finding dismissed. It comes back when something about it changes.',
      '%1 findings dismissed. They come back when something about them changes.',
      findings.length
    ),
    () => findings.forEach(finding => dismissals.restore(path, finding)),
    trans
  );
}

function dismissRule(
  options: FindingCommandOptions,
  finding: PublishedFinding | undefined
): void {
  const { dismissals, trans } = options;
  const { path } = current(options);
  if (!dismissals || !finding) {
    return;
  }
  dismissals.dismissRule(finding.code);
  offerUndo(
    trans.__(
      'Findings of the kind %1 are dismissed in all notebooks.',
      finding.code
    ),
    () => dismissals.restore(path, finding),
    trans
  );
}

function restore(
  options: FindingCommandOptions,
  findings: readonly PublishedFinding[]
): void {
  const { path } = current(options);
  findings.forEach(finding => options.dismissals?.restore(path, finding));
}

function offerUndo(message: string, undo: () => void, trans: Translator): void {
  Notification.emit(message, 'default', {
    autoClose: UNDO_MS,
    actions: [{ label: trans.__('Undo'), callback: undo }]
  });
}

function argumentsOf(
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
