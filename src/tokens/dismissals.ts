// Findings that the user does not want to be told about.
import { Token } from '@lumino/coreutils';
import type { ISignal } from '@lumino/signaling';

import type { Dismissals } from '../hazards';
import type { PublishedFinding } from './forecaster';

/** Remembers which findings the user does not want to be told about. */
export interface IDismissals {
  /** Resolves when `of` knows what was dismissed for a notebook. */
  load(notebookPath: string): Promise<void>;
  of(notebookPath: string): Dismissals;
  /** Dismisses one finding until its situation changes. */
  dismiss(notebookPath: string, finding: PublishedFinding): void;
  /** Dismisses all findings of a rule, in all notebooks. */
  dismissRule(code: string): void;
  /** Takes back whatever keeps a finding dismissed, its rule too. */
  restore(notebookPath: string, finding: PublishedFinding): void;
  /** Emits the path of a notebook, or null for all. */
  readonly changed: ISignal<IDismissals, string | null>;
}

export const IDismissals = new Token<IDismissals>(
  'jupyterlab-retrace:IDismissals',
  'Remembers which findings the user dismissed.'
);
