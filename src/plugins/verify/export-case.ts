// What a report of a fault in the forecast needs, in one file that the user is handed.
import { PageConfig } from '@jupyterlab/coreutils';
import type { NotebookPanel } from '@jupyterlab/notebook';

import type { Mask } from '../../recording';
import type { IRunStore } from '../../tokens';
import { download } from '../export/download';
import { maskedCells } from '../forecaster/present-cells';
import { caseText, type Case } from './case-text';

/** Hands the user the file; it holds code and outputs, which the button says, and no secrets. */
export async function exportCase(
  panel: NotebookPanel,
  store: IRunStore,
  told: Case,
  mask: Mask
): Promise<void> {
  const { model } = panel;
  if (!model) {
    return;
  }
  const { path } = panel.context;
  const document = maskedCells(model, mask);
  const serverRoot = PageConfig.getOption('serverRoot');
  const query = {
    notebookPath: path,
    ...(serverRoot === '' ? {} : { serverRoot })
  };
  const text = await caseText({ path, document, query }, store, told, mask);
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.ipynb$/i, '');
  download(`${name}-case.json`, text, 'application/json');
}
