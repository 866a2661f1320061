// Provides the recorder.
import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { Notification } from '@jupyterlab/apputils';
import { IConsoleTracker } from '@jupyterlab/console';
import { PageConfig } from '@jupyterlab/coreutils';
import { INotebookTracker } from '@jupyterlab/notebook';
import type { Contents, ServiceManager } from '@jupyterlab/services';
import { ISettingRegistry } from '@jupyterlab/settingregistry';

import {
  RecordingChoices,
  RunRecorder,
  type ChoiceStorage,
  type RecorderOptions,
  type RecordingSettings
} from '../kernel';
import { languages } from '../languages';
import { customPatterns, maskOf, type Mask } from '../recording';
import { asRunId } from '../model';
import { IRunRecorder, IRunStore } from '../tokens';
import { whoAndWhere } from './recorder/who-and-where';

const SETTINGS_ID = 'jupyterlab-retrace:plugin';
const MEGABYTE = 1 << 20;

const defaults: RecordingSettings = {
  isRecording: true,
  isProbeOn: true,
  probeBudgetMs: 20,
  dataHashMegabytes: 256,
  outputCapBytes: 5 * MEGABYTE,
  mask: maskOf()
};

/** Records every execution in the kernels of open notebooks. */
export const recorderPlugin: JupyterFrontEndPlugin<IRunRecorder> = {
  id: 'jupyterlab-retrace:recorder',
  description: 'Records the executions of open notebooks.',
  autoStart: true,
  provides: IRunRecorder,
  requires: [INotebookTracker, IRunStore],
  optional: [ISettingRegistry, IConsoleTracker],
  activate: (
    app: JupyterFrontEnd,
    notebooks: INotebookTracker,
    store: IRunStore,
    registry: ISettingRegistry | null,
    consoles: IConsoleTracker | null
  ): IRunRecorder => {
    let settings = defaults;
    const recorder = new RunRecorder({
      notebooks,
      consoles,
      store,
      languages,
      kernels: kernelsOf(app.serviceManager),
      settings: () => settings,
      choices: new RecordingChoices(registry && choiceStorage(registry)),
      serverRoot: PageConfig.getOption('serverRoot'),
      whoAndWhere: () => whoAndWhere(app.serviceManager),
      now: () => new Date().toISOString(),
      newRunId
    });
    followSettings(registry, read => {
      settings = read;
      recorder.refresh();
    });
    followApplication(app, recorder);
    return recorder;
  }
};

/** Time first, so that ids sort as runs opened. `crypto.randomUUID` is missing on plain-http origins. */
function newRunId(): ReturnType<typeof asRunId> {
  const time = Date.now().toString(36).padStart(9, '0');
  const random = crypto.getRandomValues(new Uint8Array(10));
  const digits = [...random].map(byte => byte.toString(16).padStart(2, '0'));
  return asRunId(`${time}-${digits.join('')}`);
}

function kernelsOf(
  manager: ServiceManager.IManager
): RecorderOptions['kernels'] {
  return {
    specOf: name => {
      const spec = manager.kernelspecs.specs?.kernelspecs[name];
      return {
        language: spec?.language ?? '',
        displayName: spec?.display_name ?? ''
      };
    },
    runningIds: async () => {
      try {
        await manager.kernels.refreshRunning();
      } catch {
        // A server that does not answer tells nothing about its kernels.
        return null;
      }
      return new Set([...manager.kernels.running()].map(({ id }) => id));
    }
  };
}

function choiceStorage(registry: ISettingRegistry): ChoiceStorage {
  const load = () => registry.load(SETTINGS_ID);
  return {
    load: async () => {
      const saved = (await load()).get('notRecorded').composite;
      return Array.isArray(saved)
        ? saved.filter((path): path is string => typeof path === 'string')
        : [];
    },
    save: async paths => {
      await (await load()).set('notRecorded', [...paths]);
    }
  };
}

function followSettings(
  registry: ISettingRegistry | null,
  apply: (settings: RecordingSettings) => void
): void {
  const masks = new MaskSetting();
  registry
    ?.load(SETTINGS_ID)
    .then(loaded => {
      const read = (): void => {
        const secrets = loaded.get('secretPatterns').composite;
        const budget = loaded.get('probeBudgetMilliseconds').composite;
        const cap = loaded.get('outputCapMegabytes').composite;
        const hashed = loaded.get('dataHashMegabytes').composite;
        apply({
          isRecording: loaded.get('recording').composite !== false,
          isProbeOn: loaded.get('probe').composite !== false,
          probeBudgetMs:
            typeof budget === 'number' ? budget : defaults.probeBudgetMs,
          dataHashMegabytes:
            typeof hashed === 'number' ? hashed : defaults.dataHashMegabytes,
          outputCapBytes:
            typeof cap === 'number' && cap > 0
              ? cap * MEGABYTE
              : defaults.outputCapBytes,
          mask: masks.of(Array.isArray(secrets) ? secrets : [])
        });
      };
      loaded.changed.connect(read);
      read();
    })
    .catch(fault => {
      console.error('Retrace: settings could not be read.', fault);
    });
}

/** Makes a mask of the setting, and says once what of it cannot be used. */
class MaskSetting {
  private _given = '[]';
  private _mask: Mask = defaults.mask;

  of(given: readonly unknown[]): Mask {
    const text = JSON.stringify(given);
    if (text !== this._given) {
      const { patterns, refusals } = customPatterns(given);
      this._given = text;
      this._mask = maskOf(patterns);
      refusals.forEach(sentence => Notification.warning(sentence));
    }
    return this._mask;
  }
}

function followApplication(app: JupyterFrontEnd, recorder: RunRecorder): void {
  const { contents, kernelspecs } = app.serviceManager;
  void kernelspecs.ready.then(() => recorder.refresh());
  kernelspecs.specsChanged.connect(() => recorder.refresh());
  contents.fileChanged.connect((_: unknown, change: Contents.IChangedArgs) => {
    const { oldValue, newValue } = change;
    if (change.type === 'rename' && oldValue?.path && newValue?.path) {
      recorder.followRename(oldValue.path, newValue.path);
    }
  });
  const hide = (): void => recorder.hide();
  window.addEventListener('pagehide', hide);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      hide();
    }
  });
}
