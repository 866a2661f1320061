// Whether and what is recorded.
import { Token } from '@lumino/coreutils';
import type { IDisposable } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';

import type { Run } from '../model';

/** Whether and what is recorded for one notebook. */
export type RecordingState = {
  readonly isRecording: boolean;
  /** The run that is open, or null: no kernel, or nothing recorded. */
  readonly run: Run | null;
};

/** Records every execution in the kernels of open notebooks. */
export interface IRunRecorder extends IDisposable {
  /** For notebooks that are not open: not recording, no run. */
  state(notebookPath: string): RecordingState;
  /** Switches recording for one notebook, until it is switched again; remembered over reloads. */
  setRecording(notebookPath: string, isOn: boolean): void;
  /** Emits a notebook's path whenever its state or an execution of its run changed. */
  readonly changed: ISignal<IRunRecorder, string>;
  /** Takes secrets out of a text, as out of everything that is recorded. */
  readonly mask: (text: string) => string;
  /** Resolves when all that was seen so far has been handed to the store and settled there. */
  flush(): Promise<void>;
}

export const IRunRecorder = new Token<IRunRecorder>(
  'jupyterlab-retrace:IRunRecorder',
  'Records the executions of open notebooks.'
);
