// Puts marks at the cells of one notebook. Nothing of the notebook's model is touched.
import type { Notebook } from '@jupyterlab/notebook';
import type { IDisposable } from '@lumino/disposable';
import { Signal } from '@lumino/signaling';

import type { CellId } from '../../model';
import { provenIcon, verdictIcons } from './icons';
import type { CellMark } from './model';

const MARK_CLASS = 'jp-RetraceMark';

/** Where the marks of a notebook come from, and what a click on one does. */
export type MarkLayerOptions = {
  readonly notebook: Notebook;
  readonly onOpen: (cellId: CellId) => void;
};

/**
 * One button in the box of each marked cell. A moved or restored cell is a new widget, and a cell out of sight may
 * have no content yet: so the marks hang on the cell's own node and are put there again when cells come and go.
 */
export class MarkLayer implements IDisposable {
  constructor(private readonly _options: MarkLayerOptions) {
    const { notebook } = _options;
    notebook.modelChanged.connect(this._onModelChanged, this);
    this._onModelChanged();
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /** Shows these marks and no others. */
  show(marks: readonly CellMark[]): void {
    this._marks = new Map(marks.map(mark => [mark.cellId, mark]));
    this._apply();
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this.show([]);
    this._isDisposed = true;
    Signal.clearData(this);
  }

  private _onModelChanged(): void {
    const { model } = this._options.notebook;
    model?.cells.changed.connect(this._apply, this);
    this._apply();
  }

  private _apply(): void {
    const { notebook } = this._options;
    if (notebook.isDisposed) {
      return;
    }
    for (const cell of notebook.widgets) {
      const mark = this._marks.get(cell.model.id) ?? null;
      const node = markNode(cell.node);
      if (mark) {
        update(node ?? this._add(cell.node, mark.cellId), mark);
      } else {
        node?.remove();
      }
    }
  }

  private _add(cellNode: HTMLElement, cellId: CellId): HTMLElement {
    const node = document.createElement('button');
    node.type = 'button';
    node.className = MARK_CLASS;
    // Cells are walked with the arrow keys; a command says the same for the active one.
    node.tabIndex = -1;
    node.addEventListener('click', () => this._options.onOpen(cellId));
    // The last child: Lumino's layouts count children from the first.
    cellNode.appendChild(node);
    return node;
  }

  private _marks: ReadonlyMap<string, CellMark> = new Map();
  private _isDisposed = false;
}

function markNode(cellNode: HTMLElement): HTMLElement | null {
  const node = cellNode.querySelector(`:scope > .${MARK_CLASS}`);
  return node instanceof HTMLElement ? node : null;
}

function update(node: HTMLElement, { text, verdict }: CellMark): void {
  if (node.dataset.verdict !== verdict) {
    node.dataset.verdict = verdict;
    const icon = verdict === 'proven' ? provenIcon : verdictIcons[verdict];
    node.replaceChildren(icon.element({ tag: 'span' }));
  }
  if (node.title !== text) {
    node.title = text;
    node.setAttribute('aria-label', text);
  }
}
