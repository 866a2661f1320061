// The code cells of an open notebook with what they show, and one hash over it.
import type { ICellModel, ICodeCellModel } from '@jupyterlab/cells';
import type { INotebookModel } from '@jupyterlab/notebook';

import {
  decode,
  decodeOutput,
  hashOf,
  hashOfOutputs,
  type BlobHash,
  type Output,
  type PresentCell
} from '../../model';
import { presentCells } from '../forecaster/present-cells';

/** A code cell that is not blank. */
export type ShownCell = PresentCell & {
  /** Among all cells, from 0. */
  readonly index: number;
  readonly outputs: readonly Output[];
};

/** The code cells in the order of the document. */
export function shownCells(model: INotebookModel): readonly ShownCell[] {
  const cells = [...model.cells];
  return presentCells(model).flatMap((present, index) => {
    const cell = cells[index];
    return cell && isCode(cell) && present.source.trim() !== ''
      ? [{ ...present, index, outputs: outputsOf(cell) }]
      : [];
  });
}

/** Hashes what notebooks show, and of each cell only what changed. */
export class ShownHashes {
  private readonly _ofOutputs = new WeakMap<ICodeCellModel, BlobHash>();
  private readonly _watched = new WeakSet<ICodeCellModel>();

  /** Over sources and outputs of the code cells, in order. Counts in prompts and text cells do not count. */
  of(model: INotebookModel): BlobHash {
    const lines: (readonly [string, string, BlobHash])[] = [];
    for (const cell of model.cells) {
      const source = cell.sharedModel.getSource();
      if (isCode(cell) && source.trim() !== '') {
        lines.push([cell.id, source, this._outputsHash(cell)]);
      }
    }
    return hashOf(JSON.stringify(lines));
  }

  private _outputsHash(cell: ICodeCellModel): BlobHash {
    if (!this._watched.has(cell)) {
      this._watched.add(cell);
      cell.outputs.changed.connect(() => this._ofOutputs.delete(cell));
      cell.stateChanged.connect((_, { name }) => {
        if (name === 'outputs') {
          this._ofOutputs.delete(cell);
        }
      });
    }
    const known = this._ofOutputs.get(cell) ?? hashOfOutputs(outputsOf(cell));
    this._ofOutputs.set(cell, known);
    return known;
  }
}

/** What is no output by nbformat is left out. */
function outputsOf(cell: ICodeCellModel): readonly Output[] {
  return cell.outputs.toJSON().flatMap(output => {
    const decoded = decode(output, decodeOutput);
    return decoded.ok ? [decoded.value] : [];
  });
}

function isCode(cell: ICellModel): cell is ICodeCellModel {
  return cell.type === 'code';
}
