// Outputs that were made under another environment.
import { Token } from '@lumino/coreutils';
import type { IDisposable } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';

import type { Drift } from '../facts';

/** Watches whether open notebooks show outputs that were made under another environment than their kernel's. */
export interface IDriftWatch extends IDisposable {
  /** Null without drift, while it cannot be told, and once it was dismissed. */
  drift(notebookPath: string): Drift | null;
  /** Says no more of it until the difference changes. */
  dismiss(notebookPath: string): void;
  /** Emits the path of a notebook whose drift changed. */
  readonly changed: ISignal<IDriftWatch, string>;
}

export const IDriftWatch = new Token<IDriftWatch>(
  'jupyterlab-retrace:IDriftWatch',
  'Tells when outputs were made under another environment.'
);
