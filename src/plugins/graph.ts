// The dependence graph of the notebook in front, and the picture of why a cell would not come out again.
import {
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import {
  ICommandPalette,
  MainAreaWidget,
  WidgetTracker
} from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { asCellId, type CellId, type Translator } from '../model';
import { commandIds, graphIcon, GraphWidget } from '../panel';
import {
  IForecaster,
  INotebookActions,
  IRunHistoryPanel,
  type NotebookForecast
} from '../tokens';
import { GraphHost } from './graph/graph-host';
import { marksCommands } from './marks';
import { noArguments } from './panel/record-commands';

/** Id of the widget in the shell, and its name among restored ones. */
const WIDGET = 'jp-retrace-graph-main';

/** Pictures of what reads from what. */
export const graphPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-retrace:graph',
  description: 'Shows which cells of a notebook read from which.',
  autoStart: true,
  requires: [INotebookTracker, IForecaster],
  optional: [
    INotebookActions,
    IRunHistoryPanel,
    ILayoutRestorer,
    ICommandPalette,
    ITranslator
  ],
  activate: (
    app: JupyterFrontEnd,
    tracker: INotebookTracker,
    forecaster: IForecaster,
    actions: INotebookActions | null,
    historyPanel: IRunHistoryPanel | null,
    restorer: ILayoutRestorer | null,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ): void => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_retrace');
    const host = new GraphHost({
      tracker,
      forecaster,
      actions,
      historyPanel,
      translator: trans
    });
    const services = { app, tracker, forecaster, historyPanel, trans };
    addGraphCommand(services, host, restorer);
    addWhyCommand(services);
    for (const command of [commandIds.showGraph, commandIds.why]) {
      palette?.addItem({ command, category: trans.__('Retrace') });
    }
  }
};

type Services = {
  readonly app: JupyterFrontEnd;
  readonly tracker: INotebookTracker;
  readonly forecaster: IForecaster;
  readonly historyPanel: IRunHistoryPanel | null;
  readonly trans: Translator;
};

/** Opens the graph beside what is open, or brings it to the front; a reload opens it again. */
function addGraphCommand(
  { app, trans }: Services,
  host: GraphHost,
  restorer: ILayoutRestorer | null
): void {
  const opened = new WidgetTracker<MainAreaWidget<GraphWidget>>({
    namespace: 'retrace-graph'
  });
  app.commands.addCommand(commandIds.showGraph, {
    label: trans.__('Show Dependence Graph'),
    caption: trans.__(
      'Show which cells of the notebook in front read from which.'
    ),
    icon: graphIcon,
    execute: () => {
      const widget = opened.currentWidget ?? newWidget(host);
      if (!widget.isAttached) {
        void opened.add(widget);
        app.shell.add(widget, 'main', { mode: 'split-right' });
      }
      app.shell.activateById(widget.id);
    },
    describedBy: noArguments
  });
  void restorer?.restore(opened, {
    command: commandIds.showGraph,
    name: () => WIDGET
  });
}

function newWidget(host: GraphHost): MainAreaWidget<GraphWidget> {
  const widget = new MainAreaWidget({ content: new GraphWidget(host) });
  widget.id = WIDGET;
  widget.toolbar.hide();
  return widget;
}

/** Opens the picture of one cell; says in words what there is to say where no finding speaks of it. */
function addWhyCommand({
  app,
  forecaster,
  historyPanel,
  tracker,
  trans
}: Services): void {
  const wanted = (args: { readonly cellId?: unknown }): CellId | null => {
    const id =
      typeof args.cellId === 'string'
        ? args.cellId
        : tracker.activeCell?.model.id;
    return id === undefined ? null : asCellId(id);
  };
  app.commands.addCommand(commandIds.why, {
    label: trans.__('Why Does This Cell Not Come out Again?'),
    caption: trans.__(
      'Show the way from the cause to the output of the active cell.'
    ),
    icon: graphIcon,
    isEnabled: args =>
      typeof args.cellId === 'string' ||
      tracker.activeCell?.model.type === 'code',
    execute: async args => {
      const panel = tracker.currentWidget;
      const cellId = wanted(args);
      if (!panel || cellId === null) {
        return;
      }
      await forecaster.settled(panel);
      const forecast = forecaster.get(panel.context.path);
      if (historyPanel && isFound(forecast, cellId)) {
        await historyPanel.revealWhy(cellId);
      } else if (app.commands.hasCommand(marksCommands.explain)) {
        await app.commands.execute(marksCommands.explain);
      }
    },
    describedBy: {
      args: {
        type: 'object',
        properties: {
          cellId: {
            type: 'string',
            description: trans.__('The cell; the active one when absent')
          }
        }
      }
    }
  });
}

function isFound(forecast: NotebookForecast | null, cellId: CellId): boolean {
  return (forecast?.findings ?? []).some(({ affected }) =>
    affected.includes(cellId)
  );
}
