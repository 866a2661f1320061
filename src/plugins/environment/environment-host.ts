// Binds the Environment & data page to JupyterLab.
import type { JupyterFrontEnd } from '@jupyterlab/application';
import { Clipboard, Notification } from '@jupyterlab/apputils';
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { IStateDB } from '@jupyterlab/statedb';

import { languageOf, requirementsOf } from '../../languages';
import type { ExecutionId } from '../../model';
import {
  NO_CHOICE,
  type IEnvironmentHost,
  type Locale,
  type ValueChoice
} from '../../panel';
import type { IRunHistoryPanel } from '../../tokens';

/** What the page acts through. */
export type EnvironmentHostOptions = {
  readonly app: JupyterFrontEnd;
  readonly tracker: INotebookTracker;
  readonly historyPanel: IRunHistoryPanel | null;
  readonly stateDb: IStateDB | null;
  readonly locale: Locale;
};

/** Chosen names are kept in the application's state, for each notebook. */
export class EnvironmentHost implements IEnvironmentHost {
  constructor(private readonly _options: EnvironmentHostOptions) {
    this.locale = _options.locale;
  }

  readonly locale: Locale;

  now(): number {
    return Date.now();
  }

  copy(text: string): void {
    Clipboard.copyToSystem(text);
  }

  goToExecution(executionId: ExecutionId, notebookPath: string): void {
    const { historyPanel } = this._options;
    this._bringToFront(notebookPath)
      .then(() => historyPanel?.revealExecution(executionId))
      .catch(error => {
        console.error(error);
        Notification.error(
          this.locale.translator.__('That did not work: %1', String(error))
        );
      });
  }

  async choice(notebookPath: string): Promise<ValueChoice> {
    try {
      const stored = await this._options.stateDb?.fetch(keyOf(notebookPath));
      return isChoice(stored) ? stored : NO_CHOICE;
    } catch (error) {
      console.error('Retrace could not read which names are pinned.', error);
      return NO_CHOICE;
    }
  }

  saveChoice(notebookPath: string, { hidden, pinned }: ValueChoice): void {
    this._options.stateDb
      ?.save(keyOf(notebookPath), { hidden: [...hidden], pinned: [...pinned] })
      .catch(error =>
        console.error('Retrace could not keep which names are pinned.', error)
      );
  }

  requirements(
    packages: Parameters<IEnvironmentHost['requirements']>[0],
    language: string
  ): string | null {
    if (languageOf(language)?.id !== 'python') {
      return null;
    }
    const { notes, pins } = requirementsOf(packages);
    return pins.length === 0
      ? null
      : `${[...notes.map(note => `# ${note}`), ...pins].join('\n')}\n`;
  }

  /** The panel shows the notebook in front: the run's own has to be it. */
  private async _bringToFront(notebookPath: string): Promise<void> {
    const { app, tracker } = this._options;
    if (tracker.currentWidget?.context.path !== notebookPath) {
      await app.commands.execute('docmanager:open', { path: notebookPath });
    }
  }
}

function keyOf(notebookPath: string): string {
  return `jupyterlab-retrace:values:${notebookPath}`;
}

/** What is stored may be anything. */
function isChoice(stored: unknown): stored is ValueChoice {
  const { hidden, pinned } = (stored ?? {}) as Partial<ValueChoice>;
  return [hidden, pinned].every(
    names =>
      Array.isArray(names) && names.every(name => typeof name === 'string')
  );
}
