// What a report of a fault in the forecast needs, in one file: the history of the notebook, the proof, and what both said.
import { PageConfig } from '@jupyterlab/coreutils';
import type { NotebookPanel } from '@jupyterlab/notebook';

import { toHistoryFile, type Json, type Proof } from '../../model';
import { reportDataOf } from '../../recording';
import type { Disagreement } from '../../replay';
import type { IRunStore } from '../../tokens';
import { download } from '../export/download';
import { readHistory } from '../export/history';
import { presentCells } from '../forecaster/present-cells';

/** Names the kind of file. */
const FORMAT = 'retrace-case';

/** Hands the user the file; it holds code and outputs, which the button says. */
export async function exportCase(
  panel: NotebookPanel,
  store: IRunStore,
  told: {
    readonly proof: Proof;
    readonly disagreements: readonly Disagreement[];
  }
): Promise<void> {
  const { model } = panel;
  if (!model) {
    return;
  }
  const { path } = panel.context;
  const serverRoot = PageConfig.getOption('serverRoot');
  const { outputs, runs } = await readHistory(store, {
    notebookPath: path,
    ...(serverRoot === '' ? {} : { serverRoot })
  });
  const history: Json = toHistoryFile({
    path,
    document: presentCells(model),
    runs,
    outputs,
    reportData: reportDataOf
  });
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.ipynb$/i, '');
  download(
    `${name}-case.json`,
    JSON.stringify({ format: FORMAT, version: 1, ...told, history }),
    'application/json'
  );
}
