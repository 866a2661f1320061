// Kernels that belong to no notebook: for replays, and for code of ours.
import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { IReplayKernels } from '../tokens';
import { ReplayKernels } from './replay-kernels/kernels';

const SETTINGS_ID = 'jupyterlab-retrace:plugin';

const MEGABYTE = 1024 * 1024;

/** Outputs are kept as the recorder keeps them. */
const USUAL_CAP_MEGABYTES = 5;

/** Starts kernels that leave with what they were started for. */
export const replayKernelsPlugin: JupyterFrontEndPlugin<IReplayKernels> = {
  id: 'jupyterlab-retrace:replay-kernels',
  description: 'Starts kernels that belong to no notebook, and ends them.',
  autoStart: true,
  provides: IReplayKernels,
  optional: [ISettingRegistry, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    settings: ISettingRegistry | null,
    translator: ITranslator | null
  ): IReplayKernels => {
    let capBytes = USUAL_CAP_MEGABYTES * MEGABYTE;
    settings
      ?.load(SETTINGS_ID)
      .then(loaded => {
        const read = (): void => {
          const cap = loaded.get('outputCapMegabytes').composite;
          capBytes =
            (typeof cap === 'number' && cap > 0 ? cap : USUAL_CAP_MEGABYTES) *
            MEGABYTE;
        };
        loaded.changed.connect(read);
        read();
      })
      .catch(fault => {
        console.error('Retrace: settings could not be read.', fault);
      });
    return new ReplayKernels({
      manager: app.serviceManager,
      translator: (translator ?? nullTranslator).load('jupyterlab_retrace'),
      capBytes: () => capBytes
    });
  }
};
