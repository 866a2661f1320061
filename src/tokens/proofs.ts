// What replays came to.
import { Token } from '@lumino/coreutils';
import type { ISignal } from '@lumino/signaling';

import type { Proof, RunId } from '../model';

/** What the newest replay of a notebook says of it now. */
export type NotebookProof = {
  readonly proof: Proof;
  /** False once the notebook's code or what it shows is another than it was; null for what does not speak of it. */
  readonly isCurrent: boolean | null;
};

/** Knows what replays came to. */
export interface IProofs {
  /** Of the document as it stands; null when it was not replayed, and while that is not known. */
  latest(notebookPath: string): NotebookProof | null;
  /** The newest one of a run of a notebook that is open, whatever of it was replayed; null when there is none. */
  ofRun(runId: RunId): NotebookProof | null;
  /** Emits a notebook's path. */
  readonly changed: ISignal<IProofs, string>;
}

export const IProofs = new Token<IProofs>(
  'jupyterlab-retrace:IProofs',
  'Knows what replays of notebooks and runs came to.'
);
