import type { JupyterFrontEndPlugin } from '@jupyterlab/application';

import { actionsPlugin } from './plugins/actions';
import { exportPlugin } from './plugins/export';
import { forecasterPlugin } from './plugins/forecaster';
import { marksPlugin } from './plugins/marks';
import { panelPlugin } from './plugins/panel';
import { statusPlugin } from './plugins/status';

/** The list of plugins; nothing else. */
const plugins: JupyterFrontEndPlugin<unknown>[] = [
  actionsPlugin,
  exportPlugin,
  forecasterPlugin,
  marksPlugin,
  panelPlugin,
  statusPlugin
];

export default plugins;
