import type { JupyterFrontEndPlugin } from '@jupyterlab/application';

import { actionsPlugin } from './plugins/actions';
import { checklistsPlugin } from './plugins/checklists';
import { comparisonPlugin } from './plugins/comparison';
import { dismissalsPlugin } from './plugins/dismissals';
import { driftPlugin } from './plugins/drift';
import { environmentPlugin } from './plugins/environment';
import { exportPlugin } from './plugins/export';
import { exportHistoryPlugin } from './plugins/export-history';
import { forecasterPlugin } from './plugins/forecaster';
import { graphPlugin } from './plugins/graph';
import { marksPlugin } from './plugins/marks';
import { panelPlugin } from './plugins/panel';
import { recorderPlugin } from './plugins/recorder';
import { replayKernelsPlugin } from './plugins/replay-kernels';
import { statusPlugin } from './plugins/status';
import { storePlugin } from './plugins/store';
import { verifyPlugin } from './plugins/verify';

/** The list of plugins; nothing else. */
const plugins: JupyterFrontEndPlugin<unknown>[] = [
  actionsPlugin,
  checklistsPlugin,
  comparisonPlugin,
  dismissalsPlugin,
  driftPlugin,
  environmentPlugin,
  exportPlugin,
  exportHistoryPlugin,
  forecasterPlugin,
  graphPlugin,
  marksPlugin,
  panelPlugin,
  recorderPlugin,
  replayKernelsPlugin,
  statusPlugin,
  storePlugin,
  verifyPlugin
];

export default plugins;
