// Binds the Verify view to the notebook that it speaks of.
import { Notification } from '@jupyterlab/apputils';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { Signal, type ISignal } from '@lumino/signaling';

import type { CellId, Proof } from '../../model';
import {
  restrictedRegistry,
  type IVerifyHost,
  type Locale,
  type ReferencePolicy,
  type VerifyState
} from '../../panel';
import type { Mask } from '../../recording';
import { disagreementsOf, type Disagreement } from '../../replay';
import type { IForecaster, INotebookActions, IRunStore } from '../../tokens';
import { exportCase } from './export-case';
import type { Proofs } from './proofs';
import { ONCE, type Verification } from './verification';

/** What the view acts through. */
export type VerifyHostOptions = {
  readonly tracker: INotebookTracker;
  readonly rendermime: IRenderMimeRegistry;
  readonly actions: INotebookActions | null;
  readonly locale: Locale;
  readonly verification: Verification;
  readonly proofs: Proofs;
  readonly store: IRunStore;
  readonly forecaster: IForecaster | null;
  /** Takes secrets out of what leaves the page. */
  readonly mask: Mask;
};

/** Lives as long as the page. */
export class VerifyHost implements IVerifyHost {
  constructor(private readonly _options: VerifyHostOptions) {
    const { proofs, tracker, verification } = _options;
    this.locale = _options.locale;
    const refresh = (): void => this._changed.emit();
    verification.verifier.changed.connect(refresh);
    proofs.changed.connect(refresh);
    tracker.currentChanged.connect(refresh);
  }

  readonly locale: Locale;

  get changed(): ISignal<IVerifyHost, void> {
    return this._changed;
  }

  get state(): VerifyState {
    const { state } = this._options.verification.verifier;
    if (state.kind !== 'done') {
      return state;
    }
    const { proof, subject } = state;
    const { isCurrent } = this._options.proofs.about(proof);
    return {
      kind: 'done',
      subject,
      shown: {
        proof,
        isCurrent,
        disagreements: isCurrent === true ? this._disagreements(proof) : []
      }
    };
  }

  get canVerify(): boolean {
    return this._options.tracker.currentWidget !== null;
  }

  now(): number {
    return Date.now();
  }

  placeOf(cellId: CellId): number | null {
    const index =
      this._panel()?.content.widgets.findIndex(
        cell => cell.model.id === cellId
      ) ?? -1;
    return index < 0 ? null : index;
  }

  firstLineOf(cellId: CellId): string {
    const place = this.placeOf(cellId);
    const cell = place === null ? null : this._panel()?.content.widgets[place];
    const source = cell?.model.sharedModel.getSource() ?? '';
    return (/^.*\S.*$/m.exec(source)?.[0] ?? '').trim().slice(0, 200);
  }

  rendering(policy: () => ReferencePolicy): IRenderMimeRegistry {
    return restrictedRegistry(this._options.rendermime, policy);
  }

  verifyNotebook(): void {
    const { tracker, verification } = this._options;
    if (tracker.currentWidget) {
      this._settle(verification.notebook(tracker.currentWidget, ONCE));
    }
  }

  again(): void {
    this._settle(this._options.verification.again(false));
  }

  againWithOptions(): void {
    this._settle(this._options.verification.again(true));
  }

  cancel(): void {
    this._options.verification.verifier.cancel();
  }

  goToCell(cellId: CellId): void {
    const { actions, locale } = this._options;
    const panel = this._panel();
    if (panel && actions) {
      this._settle(
        actions.goToCell(panel, cellId).then(isThere => {
          if (!isThere) {
            Notification.warning(
              locale.translator.__('This cell is no longer in the notebook.')
            );
          }
        })
      );
    }
  }

  setVolatile(cellId: CellId, index: number, isVolatile: boolean): void {
    this._settle(
      this._options.verification.setVolatile({ cellId, index }, isVolatile)
    );
  }

  exportCase(): void {
    const { state } = this;
    const panel = this._panel();
    if (panel && state.kind === 'done') {
      const { disagreements, proof } = state.shown;
      this._settle(
        exportCase(
          panel,
          this._options.store,
          { proof, disagreements },
          this._options.mask
        )
      );
    }
  }

  /** Of a proof that holds, against the forecast that holds. */
  private _disagreements(proof: Proof): readonly Disagreement[] {
    const forecast = this._options.forecaster?.get(proof.notebookPath);
    return forecast ? disagreementsOf(forecast.cells, proof) : [];
  }

  /** The notebook that the view speaks of; null when it is not open. */
  private _panel(): NotebookPanel | null {
    const { tracker, verification } = this._options;
    const { state } = verification.verifier;
    return state.kind === 'empty'
      ? null
      : (tracker.find(
          each => each.context.path === state.subject.notebookPath
        ) ?? null);
  }

  /** A rejected action is shown: the user asked for it and waits. */
  private _settle(done: Promise<unknown>): void {
    done.catch(error => {
      console.error(error);
      Notification.error(
        this.locale.translator.__('That did not work: %1', String(error))
      );
    });
  }

  private readonly _changed = new Signal<IVerifyHost, void>(this);
}
