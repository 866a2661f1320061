// The example of the README, opened, and worked in as people do.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IJupyterLabPageFixture } from '@jupyterlab/galata';

import { WorkedNotebook } from './worked-notebook';

const EXAMPLES = join(__dirname, '..', '..', 'examples');

/** The file that the example reads, relative to the notebook. */
export const COSTS = 'data/measurement_costs.csv';

/** A file of the example, as text. */
export const exampleText = (name: string): string =>
  readFileSync(join(EXAMPLES, name), 'utf8');

/** Puts the example into a folder of the server and opens it. */
export async function openExample(
  page: IJupyterLabPageFixture,
  folder: string
): Promise<WorkedNotebook> {
  await page.contents.createDirectory(`${folder}/data`);
  const costs = `${folder}/${COSTS}`;
  await page.contents.uploadContent(exampleText(COSTS), 'text', costs);
  const path = `${folder}/classifier.ipynb`;
  const text = exampleText('classifier.ipynb');
  await page.contents.uploadContent(text, 'text', path);
  const notebook = new WorkedNotebook(page, path);
  await notebook.reopen();
  return notebook;
}

/** Leaves what a morning leaves: a constant edited, half of what hangs on it run again, a cell deleted. */
export async function workInExample(notebook: WorkedNotebook): Promise<void> {
  const { cells } = JSON.parse(exampleText('classifier.ipynb'));
  const imports: string[] = cells.find(
    ({ id }: { id: string }) => id === 'imports'
  ).source;
  await notebook.edit('imports', imports.join('').replace('= 7', '= 11'));
  await notebook.run('imports', 'split', 'fit', 'metrics');
  await notebook.delete('costs');
}
