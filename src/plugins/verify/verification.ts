// What the commands and the view ask for: choices first, then one replay, then its proof kept.
import { Notification } from '@jupyterlab/apputils';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';

import {
  runIdOf,
  type CellId,
  type ExecutionId,
  type Proof,
  type RunId
} from '../../model';
import type { Locale } from '../../panel';
import { replay, scratchKind, withVolatile } from '../../replay';
import { askChoices } from './ask';
import type { Choices, VerifyChoices } from './choices';
import { kernelNameOf, languageAt } from './kernel-names';
import type { OrderServices } from './order-types';
import { notebookOrder, planOrder } from './orders';
import type { Proofs } from './proofs';
import { Verifier, type VerifyOrder } from './verifier';
import type { VolatileMarks } from './volatile-marks';

/** What it works with. */
export type VerificationOptions = {
  readonly services: OrderServices;
  readonly tracker: INotebookTracker;
  readonly choices: Choices;
  readonly proofs: Proofs;
  readonly marks: VolatileMarks;
  readonly locale: Locale;
  /** Brings the view to the front. */
  readonly open: () => void;
};

/** Lives as long as the page. */
export class Verification {
  constructor(private readonly _options: VerificationOptions) {
    const { translator } = _options.locale;
    this.verifier = new Verifier({
      replay,
      now: () => Date.now(),
      keep: proof => this._keep(proof),
      faultSentence: fault =>
        translator.__('That did not work: %1', String(fault)),
      cancelledSentence: () => translator.__('It was cancelled.')
    });
  }

  readonly verifier: Verifier;

  /** A notebook as it stands. */
  async notebook(
    panel: NotebookPanel,
    how: How,
    withOptions = false
  ): Promise<void> {
    const { services } = this._options;
    const kernelName = kernelNameOf(panel, services.manager);
    await this._start({
      path: panel.context.path,
      language: languageAt(services.manager, kernelName),
      withOptions,
      make: choices => notebookOrder(panel, services, { choices, ...how }),
      again: anew => this.notebook(panel, how, anew)
    });
  }

  /** A run, or what led up to one execution of it. */
  async run(
    runId: RunId,
    executionId: ExecutionId | null,
    how: How,
    withOptions = false
  ): Promise<void> {
    const { locale, services } = this._options;
    const run = await services.store.get(runId);
    if (run === null) {
      Notification.warning(
        locale.translator.__('This run is not stored any more.')
      );
      return;
    }
    await this._start({
      path: run.notebookPath,
      language: run.kernel.language,
      withOptions,
      make: choices =>
        planOrder(executionId, run, services, { choices, ...how }),
      again: anew => this.run(runId, executionId, how, anew)
    });
  }

  async execution(executionId: ExecutionId): Promise<void> {
    await this.run(runIdOf(executionId), executionId, ONCE);
  }

  /** The last one again; `withOptions` asks first. */
  async again(withOptions: boolean): Promise<void> {
    await this._again?.(withOptions);
  }

  /** Shows what the last replay of a run came to. */
  async showRun(runId: RunId): Promise<void> {
    await this._show(this._options.proofs.ofRun(runId)?.proof ?? null);
  }

  /** Shows what was verified last: in this page, else what is kept of the notebook in front. */
  async showLast(): Promise<void> {
    const { proofs, tracker } = this._options;
    const path = tracker.currentWidget?.context.path;
    const isNew = this.verifier.state.kind === 'empty';
    await this._show(
      isNew && path !== undefined ? (proofs.latest(path)?.proof ?? null) : null
    );
  }

  /** Brings the view to the front, with a proof of earlier where there is one. */
  private async _show(proof: Proof | null): Promise<void> {
    const { locale, open } = this._options;
    if (proof && !this.verifier.isBusy) {
      const { notebookPath } = proof;
      await this._options.marks.load(notebookPath);
      this._again = this._againOf(proof);
      this.verifier.show(
        { notebookPath, title: titleOf(proof, locale) },
        this._marked(proof)
      );
    }
    open();
  }

  async setVolatile(
    output: { readonly cellId: CellId; readonly index: number },
    isVolatile: boolean
  ): Promise<void> {
    const { marks, proofs } = this._options;
    const { state } = this.verifier;
    if (state.kind !== 'done') {
      return;
    }
    await marks.set(state.subject.notebookPath, output, isVolatile);
    const proof = this._marked(state.proof);
    this.verifier.replaceProof(proof);
    await proofs.add(proof);
  }

  private async _start(wish: Wish): Promise<void> {
    const { locale, open } = this._options;
    if (this.verifier.isBusy) {
      open();
      Notification.info(
        locale.translator.__(
          'A verification is running. Cancel it, or wait for it.'
        ),
        { autoClose: 5000 }
      );
      return;
    }
    const choices = await this._choices(wish);
    if (choices !== null) {
      this._again = wish.again;
      open();
      await this.verifier.start(wish.make(choices));
    }
  }

  private async _choices({
    language,
    path,
    withOptions
  }: Wish): Promise<VerifyChoices | null> {
    const { choices, locale, services } = this._options;
    const known = await choices.load();
    const copyKind = scratchKind(language);
    // Who once chose a copy did not agree to the folder itself, where no copy can be made.
    const isAgreed = known.folder === 'notebook' || copyKind !== null;
    if (!known.asks && !withOptions && isAgreed) {
      return known;
    }
    const name = path.slice(path.lastIndexOf('/') + 1);
    const chosen = await askChoices({
      title: locale.translator.__('Verify %1', name),
      notebookPath: path,
      // Asked once: the box says whether to ask again.
      choices: { ...known, asks: false },
      copyKind,
      contents: services.manager.contents,
      locale
    });
    if (chosen !== null) {
      const { folder } = copyKind === null ? known : chosen;
      await choices.save({ ...chosen, folder });
    }
    return chosen;
  }

  private async _keep(proof: Proof): Promise<Proof> {
    const { marks, proofs } = this._options;
    await marks.load(proof.notebookPath);
    const marked = this._marked(proof);
    // What did not begin is no proof of anything.
    if (proof.stop?.kind !== 'cancelled' && proof.stop?.kind !== 'no-kernel') {
      await proofs.add(marked);
    }
    return marked;
  }

  private _marked(proof: Proof): Proof {
    const { marks } = this._options;
    return withVolatile(proof, (cellId, index) =>
      marks.has(proof.notebookPath, cellId, index)
    );
  }

  /** How a proof of earlier is made once more; null while its notebook is not open. */
  private _againOf(proof: Proof): Again | null {
    const { notebookPath, place, repeats, runId, subject } = proof;
    const how = { place, repeats };
    if (subject.kind !== 'document') {
      const target = subject.kind === 'execution' ? subject.executionId : null;
      return anew => this.run(runId, target, how, anew);
    }
    const panel = this._options.tracker.find(
      each => each.context.path === notebookPath
    );
    return panel ? anew => this.notebook(panel, how, anew) : null;
  }

  private _again: Again | null = null;
}

/** How often, and in which environment. */
export type How = Pick<Proof, 'repeats' | 'place'>;

/** Once, where the run was. */
export const ONCE: How = { repeats: 1, place: 'same' };

/** Verifies the same once more; true asks for the choices first. */
type Again = (withOptions: boolean) => Promise<void>;

/** One thing to be verified, before the user has said how. */
type Wish = {
  readonly path: string;
  /** Of its kernel. */
  readonly language: string;
  readonly withOptions: boolean;
  readonly make: (choices: VerifyChoices) => VerifyOrder;
  readonly again: Again;
};

function titleOf({ subject }: Proof, { translator }: Locale): string {
  switch (subject.kind) {
    case 'document':
      return translator.__('the notebook as it stood');
    case 'run':
      return translator.__('a run');
    case 'execution':
      return translator.__('one result');
  }
}
