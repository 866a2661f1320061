// Runs notebooks and runs again in fresh kernels, and tells whether the outputs come out again.
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
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { IStateDB } from '@jupyterlab/statedb';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { commandIds, VerifyWidget, type IVerifyHost } from '../panel';
import {
  IForecaster,
  INotebookActions,
  IProofs,
  IReplayKernels,
  IRunRecorder,
  IRunStore
} from '../tokens';
import { localeOf } from './panel/locale';
import { Choices } from './verify/choices';
import { addVerifyCommands } from './verify/commands';
import { Proofs } from './verify/proofs';
import { ShownHashes } from './verify/shown-cells';
import { Verification } from './verify/verification';
import { VerifyHost } from './verify/verify-host';
import { VolatileMarks } from './verify/volatile-marks';

/** Id of the widget in the shell, and its name among restored ones. */
const WIDGET = 'jp-retrace-verify-main';

/** Verifies, and knows what earlier verifications came to. */
export const verifyPlugin: JupyterFrontEndPlugin<IProofs> = {
  id: 'jupyterlab-retrace:verify',
  description: 'Verifies by replay that outputs come out again.',
  autoStart: true,
  provides: IProofs,
  requires: [
    INotebookTracker,
    IRunStore,
    IRunRecorder,
    IRenderMimeRegistry,
    IReplayKernels
  ],
  optional: [
    IForecaster,
    INotebookActions,
    ISettingRegistry,
    IStateDB,
    ILayoutRestorer,
    ICommandPalette,
    ITranslator
  ],
  activate: (
    app: JupyterFrontEnd,
    tracker: INotebookTracker,
    store: IRunStore,
    recorder: IRunRecorder,
    rendermime: IRenderMimeRegistry,
    kernels: IReplayKernels,
    forecaster: IForecaster | null,
    actions: INotebookActions | null,
    settings: ISettingRegistry | null,
    state: IStateDB | null,
    restorer: ILayoutRestorer | null,
    palette: ICommandPalette | null,
    hostTranslator: ITranslator | null
  ): IProofs => {
    const locale = localeOf(hostTranslator ?? nullTranslator);
    const { translator } = locale;
    const hashes = new ShownHashes();
    const proofs = new Proofs({ store, tracker, hashes });
    const view = new VerifyArea(app, restorer);
    const verification = new Verification({
      services: {
        manager: app.serviceManager,
        tracker,
        store,
        recorder,
        hashes,
        translator,
        kernels
      },
      tracker,
      choices: new Choices(settings),
      proofs,
      marks: new VolatileMarks(state),
      locale,
      open: () => view.open()
    });
    const host = new VerifyHost({
      tracker,
      rendermime,
      actions,
      locale,
      verification,
      proofs,
      store,
      forecaster,
      mask: recorder.mask
    });
    addVerifyCommands({
      app,
      tracker,
      palette,
      verification,
      translator
    });
    view.bind(host);
    return proofs;
  }
};

/** The one widget of the view; a reload opens it again. */
class VerifyArea {
  constructor(
    private readonly _app: JupyterFrontEnd,
    private readonly _restorer: ILayoutRestorer | null
  ) {}

  /** From now on there is something to show. */
  bind(host: IVerifyHost): void {
    this._host = host;
    void this._restorer?.restore(this._opened, {
      command: commandIds.showVerify,
      name: () => WIDGET
    });
  }

  /** Opens it beside what is open, or brings it to the front. */
  open(): void {
    if (this._host === null) {
      return;
    }
    const widget = this._opened.currentWidget ?? newWidget(this._host);
    if (!widget.isAttached) {
      void this._opened.add(widget);
      this._app.shell.add(widget, 'main', { mode: 'split-right' });
    }
    this._app.shell.activateById(widget.id);
  }

  private _host: IVerifyHost | null = null;
  private readonly _opened = new WidgetTracker<MainAreaWidget<VerifyWidget>>({
    namespace: 'retrace-verify'
  });
}

function newWidget(host: IVerifyHost): MainAreaWidget<VerifyWidget> {
  const widget = new MainAreaWidget({ content: new VerifyWidget(host) });
  widget.id = WIDGET;
  widget.toolbar.hide();
  return widget;
}
