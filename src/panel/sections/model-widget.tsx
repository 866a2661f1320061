// A page in the main area that shows one model.
import { ReactWidget } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import type { IDisposable } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';

/** What a page needs of its model: it refreshes while the page can be seen alone. */
export interface IPageModel extends IDisposable {
  readonly changed: ISignal<unknown, unknown>;
  setVisible(isVisible: boolean): void;
}

/** Owns its model, tells it whether it can be seen, and names itself anew when it changes. */
export abstract class ModelWidget<
  Model extends IPageModel
> extends ReactWidget {
  constructor(protected readonly model: Model) {
    super();
    this.title.closable = true;
    this.node.setAttribute('role', 'region');
    model.changed.connect(this.name, this);
  }

  override dispose(): void {
    if (!this.isDisposed) {
      super.dispose();
      this.model.dispose();
    }
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this.model.setVisible(true);
  }

  protected override onAfterHide(message: Message): void {
    super.onAfterHide(message);
    this.model.setVisible(false);
  }

  protected override onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    this.model.setVisible(this.isVisible);
  }

  /** The first control of the page gets the focus. */
  protected override onActivateRequest(): void {
    this.node.querySelector<HTMLElement>('input, button')?.focus();
  }

  /** Writes the tab. */
  protected abstract name(): void;
}
