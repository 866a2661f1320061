// The status bar's item: a button with the verdict's icon and a few words.
import { Widget } from '@lumino/widgets';

import { verdictIcons } from '../marks';
import type { Status } from './model';

/** Shows a status; a click or Enter opens what it speaks of. */
export class StatusItem extends Widget {
  constructor(onOpen: () => void) {
    super({ node: document.createElement('button') });
    this.addClass('jp-RetraceStatusItem');
    this.addClass('jp-mod-highlighted');
    this.node.setAttribute('type', 'button');
    this.node.addEventListener('click', onOpen);
    this.node.append(this._icon, this._label);
    this._label.className = 'jp-RetraceStatusItem-label';
  }

  /** Shows another status. */
  setStatus(status: Status): void {
    const { label, tooltip, verdict } = status;
    if (this.node.dataset.verdict !== verdict) {
      this.node.dataset.verdict = verdict;
      this._icon.replaceChildren(
        verdictIcons[verdict].element({ tag: 'span' })
      );
    }
    this._label.textContent = label;
    this.node.title = tooltip;
    this.node.setAttribute('aria-label', `${label}. ${tooltip}`);
  }

  private readonly _icon = document.createElement('span');
  private readonly _label = document.createElement('span');
}
