// The pictures of the README: the example, worked in as people do, in light and dark, wide and narrow.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@jupyterlab/galata';
import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { WorkedNotebook } from '../support/worked-notebook';

const EXAMPLES = join(__dirname, '..', '..', 'examples');
const IMAGES = join(__dirname, '..', '..', 'docs', 'images');
const COSTS = 'data/measurement_costs.csv';

test.use({
  kernels: null,
  sessions: null,
  viewport: { width: 1360, height: 840 }
});

async function openExample(
  page: IJupyterLabPageFixture,
  folder: string
): Promise<WorkedNotebook> {
  const text = (name: string): string =>
    readFileSync(join(EXAMPLES, name), 'utf8');
  await page.contents.createDirectory(`${folder}/data`);
  await page.contents.uploadContent(text(COSTS), 'text', `${folder}/${COSTS}`);
  const path = `${folder}/classifier.ipynb`;
  await page.contents.uploadContent(text('classifier.ipynb'), 'text', path);
  const notebook = new WorkedNotebook(page, path);
  await notebook.reopen();
  return notebook;
}

/** Leaves what a morning leaves: a constant edited and half re-run, a cell run twice, one deleted. */
async function work(notebook: WorkedNotebook): Promise<void> {
  await notebook.runAll();
  const imports = JSON.parse(
    readFileSync(join(EXAMPLES, 'classifier.ipynb'), 'utf8')
  ).cells.find(({ id }: { id: string }) => id === 'imports').source as string[];
  await notebook.edit('imports', imports.join('').replace('= 7', '= 11'));
  await notebook.run('imports', 'split', 'fit', 'metrics');
  await notebook.delete('costs');
  await notebook.forecast();
}

async function scrollTo(
  page: IJupyterLabPageFixture,
  cellId: string
): Promise<void> {
  await page.evaluate(async id => {
    const { content } = window.jupyterapp.shell.currentWidget as NotebookPanel;
    const index = content.widgets.findIndex(cell => cell.model.id === id);
    content.activeCellIndex = index;
    await content.scrollToItem(index, 'start');
  }, cellId);
}

test('pictures', async ({ page, tmpPath }) => {
  test.setTimeout(240_000);
  const notebook = await openExample(page, tmpPath);
  await page.sidebar.close('left');
  await work(notebook);
  await notebook.command('retrace:open-history');
  await page.sidebar.setWidth(340, 'right');
  await scrollTo(page, 'metrics');
  await page.getByRole('treeitem').first().waitFor();
  const shoot = async (name: string): Promise<void> => {
    await page.mouse.move(600, 5);
    await page.screenshot({ path: join(IMAGES, `${name}.png`) });
  };
  await shoot('overview');
  await page.theme.setDarkTheme();
  await shoot('overview-dark');
  await page.theme.setLightTheme();

  await page
    .getByRole('treeitem')
    .filter({ hasText: 'train, test' })
    .first()
    .click();
  await page.keyboard.press('ArrowRight');
  await shoot('execution');

  await notebook.begin('retrace:export-run');
  await page.getByRole('dialog').waitFor();
  await page.locator('.jp-RetraceExport-script').waitFor();
  await shoot('export');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 900, height: 700 });
  await shoot('narrow');
});
