// Provides the remedies.
import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import {
  ISessionContextDialogs,
  Notification,
  SessionContextDialogs
} from '@jupyterlab/apputils';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { INotebookActions, IRunStore } from '../tokens';
import { RemedyActions } from './actions/notebook-actions';

/** What the panel, the marks, the palette and menus can do to a notebook. */
export const actionsPlugin: JupyterFrontEndPlugin<INotebookActions> = {
  id: 'jupyterlab-retrace:actions',
  description: 'Acts on a notebook as a remedy or a history entry asks.',
  autoStart: true,
  provides: INotebookActions,
  requires: [IRunStore],
  optional: [ISessionContextDialogs, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    store: IRunStore,
    sessionDialogs: ISessionContextDialogs | null,
    hostTranslator: ITranslator | null
  ): INotebookActions => {
    const translator = hostTranslator ?? nullTranslator;
    const dialogs = sessionDialogs ?? new SessionContextDialogs({ translator });
    return new RemedyActions({
      store,
      dialogs,
      translator,
      activate: widgetId => app.shell.activateById(widgetId),
      refuse: reason => Notification.warning(reason)
    });
  }
};
