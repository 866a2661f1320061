// A notebook that a test works in as a user would, and what Retrace says about it.
import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { NotebookPanel } from '@jupyterlab/notebook';

/** Plugin that provides the forecasts. */
const FORECASTER = 'jupyterlab-retrace:forecaster';

/** What a forecast says, as far as tests ask. */
export type Forecast = {
  readonly verdicts: { readonly [cellId: string]: string };
  readonly causes: readonly string[];
  readonly summary: { readonly same: number; readonly shown: number };
};

/** Drives one open notebook. Cells are called by their ids: `a`, `b`, `c` … in the order of the sources. */
export class WorkedNotebook {
  constructor(
    private readonly _page: IJupyterLabPageFixture,
    readonly path: string
  ) {}

  /** Saves a notebook of these code cells and opens it with a kernel of its own. */
  static async open(
    page: IJupyterLabPageFixture,
    path: string,
    sources: readonly string[],
    kernelName = 'python3'
  ): Promise<WorkedNotebook> {
    const content = notebookText(sources, kernelName);
    await page.evaluate(
      async ([file, text]) => {
        const { contents } = window.jupyterapp.serviceManager;
        const options = {
          type: 'file',
          format: 'text',
          content: text
        } as const;
        await contents.save(file, options);
      },
      [path, content] as const
    );
    const notebook = new WorkedNotebook(page, path);
    await notebook.reopen();
    return notebook;
  }

  /** Opens the notebook, or waits for it where the page restores it. */
  async reopen(): Promise<void> {
    await this._page.evaluate(async path => {
      const panel = await window.jupyterapp.commands.execute(
        'docmanager:open',
        { path, factory: 'Notebook' }
      );
      await panel.context.ready;
      await panel.sessionContext.ready;
      await panel.sessionContext.session?.kernel?.info;
    }, this.path);
  }

  /** Reloads the page and opens the notebook again. */
  async reload(): Promise<void> {
    // Galata would wait for the launcher, which a restored page does not show.
    const options: object = { waitForIsReady: false };
    await this._page.reload(options);
    await this._page.waitForFunction(() => window.galata && window.jupyterapp);
    await this._page.evaluate(() => window.jupyterapp.restored);
    await this.reopen();
  }

  /** Makes undo begin here. */
  async forgetUndo(): Promise<void> {
    await this._page.evaluate(() => {
      const { model } = window.jupyterapp.shell.currentWidget as NotebookPanel;
      model?.sharedModel.clearUndoHistory();
    });
  }

  /** Makes the cell the active one. */
  async activate(cellId: string): Promise<void> {
    await this._page.evaluate(id => {
      const { content } = window.jupyterapp.shell
        .currentWidget as NotebookPanel;
      content.deselectAll();
      content.activeCellIndex = content.widgets.findIndex(
        cell => cell.model.id === id
      );
    }, cellId);
  }

  /** Runs cells one after the other, and waits for each. */
  async run(...cellIds: string[]): Promise<void> {
    for (const cellId of cellIds) {
      await this.activate(cellId);
      await this.command('notebook:run-cell');
    }
  }

  /** Runs code in the notebook's kernel as another client does, one after the other. */
  async runElsewhere(...sources: string[]): Promise<void> {
    await this._page.evaluate(async codes => {
      const { sessionContext } = window.jupyterapp.shell
        .currentWidget as NotebookPanel;
      for (const code of codes) {
        await sessionContext.session?.kernel?.requestExecute({ code }).done;
      }
    }, sources);
  }

  async runAll(): Promise<void> {
    await this.command('notebook:run-all-cells');
  }

  async edit(cellId: string, source: string): Promise<void> {
    await this._page.evaluate(
      ([id, text]) => {
        const { content } = window.jupyterapp.shell
          .currentWidget as NotebookPanel;
        content.widgets
          .find(cell => cell.model.id === id)
          ?.model.sharedModel.setSource(text ?? '');
      },
      [cellId, source]
    );
  }

  async delete(cellId: string): Promise<void> {
    await this.activate(cellId);
    await this.command('notebook:delete-cell');
  }

  /** Restarts without asking. */
  async restart(): Promise<void> {
    await this._page.evaluate(async () => {
      const { sessionContext } = window.jupyterapp.shell
        .currentWidget as NotebookPanel;
      await sessionContext.restartKernel();
    });
  }

  async save(): Promise<void> {
    await this.command('docmanager:save');
  }

  /** Executes a command of the application and waits for its end. */
  async command(
    id: string,
    args: { readonly [name: string]: string } = {}
  ): Promise<void> {
    await this._page.evaluate(
      async ([command, commandArgs]) => {
        await window.jupyterapp.commands.execute(command, commandArgs);
      },
      [id, args] as const
    );
  }

  /** Executes a command that waits for the user. */
  async begin(id: string): Promise<void> {
    await this._page.evaluate(command => {
      void window.jupyterapp.commands.execute(command);
    }, id);
  }

  /** Waits until the forecast holds, and returns it. */
  async forecast(): Promise<Forecast> {
    return this._page.evaluate(async pluginId => {
      const panel = window.jupyterapp.shell.currentWidget as NotebookPanel;
      type Forecaster = {
        settled(shown: NotebookPanel): Promise<void>;
        get(path: string): {
          readonly cells: readonly { cellId: string; verdict: string }[];
          readonly findings: readonly { cause: { kind: string } }[];
          readonly summary: { same: number; shown: number };
        };
      };
      const forecaster: Forecaster = (await window.galata.getPlugin(
        pluginId as never
      ))!;
      await forecaster.settled(panel);
      const made = forecaster.get(panel.context.path);
      return {
        verdicts: Object.fromEntries(
          made.cells.map(({ cellId, verdict }) => [cellId, verdict])
        ),
        causes: made.findings.map(finding => finding.cause.kind),
        summary: made.summary
      };
    }, FORECASTER);
  }

  /** Cell to the verdict of the mark that it carries, and what the mark says. */
  async marks(): Promise<{ [cellId: string]: [string, string] }> {
    return this._page.evaluate(() => {
      const { content } = window.jupyterapp.shell
        .currentWidget as NotebookPanel;
      const found = content.widgets.flatMap(cell => {
        const mark = cell.node.querySelector<HTMLElement>(
          ':scope > .jp-RetraceMark'
        );
        const text = mark?.title ?? '';
        return mark ? [[cell.model.id, [mark.dataset.verdict, text]]] : [];
      });
      return Object.fromEntries(found);
    });
  }

  /** Shuts the kernel down; Galata leaves it running when tests use real ones. */
  async shutDown(): Promise<void> {
    await this._page.evaluate(async () => {
      for (const widget of window.jupyterapp.shell.widgets('main')) {
        await (widget as NotebookPanel).sessionContext?.shutdown();
      }
    });
  }
}

function notebookText(sources: readonly string[], kernelName: string): string {
  const ids = 'abcdefghijklmnopqrstuvwxyz';
  return JSON.stringify({
    cells: sources.map((source, index) => ({
      cell_type: 'code',
      id: ids[index],
      execution_count: null,
      metadata: {},
      outputs: [],
      source
    })),
    metadata: {
      kernelspec: {
        name: kernelName,
        display_name: kernelName,
        language: 'python'
      }
    },
    nbformat: 4,
    nbformat_minor: 5
  });
}
