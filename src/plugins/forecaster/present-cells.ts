// A notebook model as the plain cells that forecasts and scripts read.
import type { ICodeCellModel, ICellModel } from '@jupyterlab/cells';
import type { INotebookModel } from '@jupyterlab/notebook';

import { asCellId, type CellType, type PresentCell } from '../../model';

/** All cells in the order of the document; nothing of the notebook is kept or changed. */
export function presentCells(model: INotebookModel): readonly PresentCell[] {
  return Array.from(model.cells, presentCell);
}

/** The same as a record would hold them, so that a secret makes no cell an edited one. */
export function maskedCells(
  model: INotebookModel,
  mask: (text: string) => string
): readonly PresentCell[] {
  return presentCells(model).map(cell => ({
    ...cell,
    source: mask(cell.source)
  }));
}

/** The kernel language that a notebook names in its metadata, in lower case; empty when it names none. */
export function notebookLanguage(model: INotebookModel): string {
  const name =
    textAt(model.getMetadata('kernelspec'), 'language') ||
    textAt(model.getMetadata('language_info'), 'name');
  return name.toLowerCase();
}

function presentCell(cell: ICellModel): PresentCell {
  const code = isCode(cell) ? cell : null;
  return {
    cellId: asCellId(cell.id),
    type: cell.type as CellType,
    source: cell.sharedModel.getSource(),
    executionCount: code?.executionCount ?? null,
    hasOutputs: (code?.outputs.length ?? 0) > 0,
    mayRaise: hasTag(cell.getMetadata('tags'), 'raises-exception')
  };
}

function isCode(cell: ICellModel): cell is ICodeCellModel {
  return cell.type === 'code';
}

/** Metadata is what a file held: tags may be anything. */
function hasTag(tags: unknown, tag: string): boolean {
  return Array.isArray(tags) && tags.includes(tag);
}

function textAt(value: unknown, key: string): string {
  if (typeof value !== 'object' || value === null) {
    return '';
  }
  const text: unknown = (value as { readonly [key: string]: unknown })[key];
  return typeof text === 'string' ? text : '';
}
