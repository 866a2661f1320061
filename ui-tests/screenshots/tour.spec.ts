// The pictures of the README: notebooks worked in as people do, in light and dark, wide and narrow.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LabShell } from '@jupyterlab/application';
import { test } from '@jupyterlab/galata';
import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { NotebookPanel } from '@jupyterlab/notebook';

import { openExample, workInExample } from '../support/example';
import { RunHistory } from '../support/run-history';
import { WorkedNotebook } from '../support/worked-notebook';

const ROOT = join(__dirname, '..', '..');
const IMAGES = join(ROOT, 'docs', 'images');

test.use({
  kernels: null,
  sessions: null,
  viewport: { width: 1360, height: 840 }
});

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

async function shoot(
  page: IJupyterLabPageFixture,
  name: string
): Promise<void> {
  await page.mouse.move(600, 5);
  await page.screenshot({ path: join(IMAGES, `${name}.png`) });
}

/** Once as it is and once in the dark. */
async function shootBoth(
  page: IJupyterLabPageFixture,
  name: string
): Promise<void> {
  await shoot(page, name);
  await page.theme.setDarkTheme();
  await shoot(page, `${name}-dark`);
  await page.theme.setLightTheme();
}

test('pictures of the example', async ({ page, tmpPath }) => {
  test.setTimeout(240_000);
  const notebook = await openExample(page, tmpPath);
  await page.sidebar.close('left');
  await notebook.runAll();
  await workInExample(notebook);
  await notebook.forecast();
  await notebook.command('retrace:open-history');
  await page.sidebar.setWidth(340, 'right');
  await scrollTo(page, 'metrics');
  await page.getByRole('treeitem').first().waitFor();
  await shootBoth(page, 'overview');

  const history = new RunHistory(page);
  const why = history.root.getByRole('button', { name: 'Why?' });
  await why.first().click();
  await history.root.locator('.jp-RetraceWhy svg').first().waitFor();
  await shootBoth(page, 'why');
  await why.first().click();

  await page.setViewportSize({ width: 1360, height: 1160 });
  await history.root
    .getByRole('button', { name: /^Evidence/ })
    .first()
    .click();
  await history.root.locator('.jp-RetraceEvidence li').first().waitFor();
  await history.root.locator('.jp-RetraceFinding-more').last().press('Enter');
  const dismiss = page.locator('.lm-Menu-item', {
    hasText: 'Dismiss for This Cell'
  });
  await dismiss.click();
  await history.root.getByRole('button', { name: /1 dismissed/ }).click();
  await page
    .locator('.Toastify__close-button, .jp-Notification-Toast-Close')
    .first()
    .click();
  await page.locator('.Toastify__toast').waitFor({ state: 'detached' });
  await history.root.locator('.jp-mod-dismissed').scrollIntoViewIfNeeded();
  await shootBoth(page, 'findings');
  await page.setViewportSize({ width: 1360, height: 840 });
  await history.root.getByRole('button', { name: /^Bring back: / }).click();

  await page
    .getByRole('treeitem')
    .filter({ hasText: 'train, test' })
    .first()
    .click();
  await page.keyboard.press('ArrowRight');
  await shoot(page, 'execution');

  await notebook.begin('retrace:export-run');
  await page.getByRole('dialog').waitFor();
  await page.locator('.jp-RetraceExport-script').waitFor();
  await shoot(page, 'export');
  await page.getByRole('radio', { name: 'Bundle' }).check();
  await page.locator('.jp-RetraceExport-contents').waitFor();
  await shootBoth(page, 'export-bundle');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 900, height: 700 });
  await shoot(page, 'narrow');

  await page.setViewportSize({ width: 1360, height: 840 });
  await notebook.begin('retrace:verify-notebook');
  await page
    .locator('.jp-RetraceVerifyDialog')
    .getByRole('button', { name: 'Verify', exact: true })
    .click();
  const verification = page.locator('.jp-RetraceVerify');
  await verification
    .locator('.jp-RetraceVerify-score')
    .waitFor({ timeout: 120_000 });
  await shootBoth(page, 'verify');

  await notebook.command('retrace:show-environment');
  await page.locator('.jp-RetraceEnvironment h1').waitFor();
  await shootBoth(page, 'environment');
  await notebook.shutDown();
});

/** The cells of a notebook of the bench that has its edits beside them: first sources, and edited ones by cell. */
function benchNotebook(name: string): {
  readonly sources: readonly string[];
  readonly edits: ReadonlyMap<string, string>;
} {
  const path = join(ROOT, 'bench', 'truth', 'notebooks', name);
  const sources: string[] = [];
  const edits = new Map<string, string>();
  const blocks = readFileSync(path, 'utf8').split(/^# %%/m).slice(1);
  for (const block of blocks) {
    const end = block.indexOf('\n');
    const source = block.slice(end + 1).trimEnd();
    if (block.slice(0, end).trim() === 'edit') {
      edits.set(idAt(sources.length - 1), source);
    } else {
      sources.push(source);
    }
  }
  return { sources, edits };
}

/** How `WorkedNotebook` calls its cells. */
const idAt = (index: number): string =>
  'abcdefghijklmnopqrstuvwxyz'.charAt(index);

test('pictures of a messy notebook', async ({ page, tmpPath }) => {
  test.setTimeout(240_000);
  const { edits, sources } = benchNotebook('training.py');
  const path = `${tmpPath}/training.ipynb`;
  const notebook = await WorkedNotebook.open(page, path, sources);
  await page.sidebar.close('left');
  await notebook.runAll();
  for (const [cellId, source] of edits) {
    await notebook.edit(cellId, source);
    await notebook.run(cellId);
  }
  await notebook.run('d', 'h', 'j');
  await notebook.delete('e');
  await notebook.forecast();
  await notebook.command('retrace:show-graph');
  await page.locator('.jp-RetraceGraph-node').first().waitFor();
  await page.setViewportSize({ width: 900, height: 700 });
  await shoot(page, 'graph-narrow');
  await page.setViewportSize({ width: 1360, height: 840 });
  await page.evaluate(() => {
    // A picture of the graph alone: the notebook is behind it.
    (window.jupyterapp.shell as LabShell).mode = 'single-document';
  });
  await page.getByRole('button', { name: 'Fit the whole graph' }).click();
  await shootBoth(page, 'graph');
  await notebook.shutDown();
});
