// What the Verify view shows, and what it needs of JupyterLab.
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import type { ISignal } from '@lumino/signaling';

import type { CellId, CellOutcome, Proof } from '../../model';
import type { Disagreement, ReplayProgress } from '../../replay';
import type { ReferencePolicy } from '../outputs';
import type { Locale } from '../runs/words';

/** What is or was verified. */
export type VerifySubject = {
  readonly notebookPath: string;
  /** `The notebook as it stands`, `Run 3`. */
  readonly title: string;
};

/** A proof with what can be said of it now. */
export type ShownProof = {
  readonly proof: Proof;
  /** False when the notebook is another one than the proof speaks of; null when that is not known. */
  readonly isCurrent: boolean | null;
  /** Where the forecast said something else. */
  readonly disagreements: readonly Disagreement[];
};

/** What the view shows at one moment. */
export type VerifyState =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'preparing';
      readonly subject: VerifySubject;
      /** What is being done, newest last. */
      readonly lines: readonly string[];
      /** Milliseconds since 1970. */
      readonly startedAt: number;
    }
  | {
      readonly kind: 'running';
      readonly subject: VerifySubject;
      readonly progress: ReplayProgress;
      /** Outcomes of the present repeat so far. */
      readonly outcomes: readonly CellOutcome[];
      readonly isCancelling: boolean;
      readonly startedAt: number;
    }
  | {
      readonly kind: 'done';
      readonly subject: VerifySubject;
      readonly shown: ShownProof;
    }
  | {
      readonly kind: 'refused';
      readonly subject: VerifySubject;
      /** Why it could not run. */
      readonly sentence: string;
    };

/** Binds the view to the application. */
export interface IVerifyHost {
  readonly locale: Locale;
  /** Milliseconds since 1970. */
  now(): number;
  readonly state: VerifyState;
  /** Emits after `state` changed. */
  readonly changed: ISignal<IVerifyHost, void>;
  /** Position among all cells, from 0, in the notebook as it stands; null when the cell is gone or the notebook closed. */
  placeOf(cellId: CellId): number | null;
  /** First line of code of a cell as it stands; empty when there is none. */
  firstLineOf(cellId: CellId): string;
  /** A restricted registry; its policy is asked at each rendering. */
  rendering(policy: () => ReferencePolicy): IRenderMimeRegistry;
  /** False when no notebook is in front. */
  readonly canVerify: boolean;
  verifyNotebook(): void;
  /** The same once more, with the choices of last time. */
  again(): void;
  /** The same once more, after a look at the choices. */
  againWithOptions(): void;
  cancel(): void;
  goToCell(cellId: CellId): void;
  /** Lets one output differ from now on, or not any more. */
  setVolatile(cellId: CellId, outputIndex: number, isVolatile: boolean): void;
  /** Saves what is needed to find out why the forecast said something else. */
  exportCase(): void;
}
