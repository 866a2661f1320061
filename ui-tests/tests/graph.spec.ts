// Why a cell would not come out again, as a picture and in words, and the dependence graph of the whole notebook.
import { expect, test, type IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { NotebookPanel } from '@jupyterlab/notebook';

import { RunHistory } from '../support/run-history';
import { WorkedNotebook } from '../support/worked-notebook';

test.use({ kernels: null, sessions: null });

let notebook: WorkedNotebook | null = null;

test.afterEach(async () => {
  await notebook?.shutDown();
  notebook = null;
});

/** A cell that used a name from a cell that is gone, and one that hangs on it. */
async function messy(
  page: IJupyterLabPageFixture,
  tmpPath: string
): Promise<WorkedNotebook> {
  const worked = await WorkedNotebook.open(page, `${tmpPath}/nb.ipynb`, [
    'start = 5',
    'limit = start * 2',
    'kept = limit + 1\nprint(kept)',
    'print("report", kept)',
    'print("apart")'
  ]);
  notebook = worked;
  await worked.runAll();
  await worked.delete('b');
  await worked.forecast();
  return worked;
}

/** The active cell of the notebook in front; empty while something else is. */
const activeCell = (page: IJupyterLabPageFixture): Promise<string> =>
  page.evaluate(() => {
    const { content } = window.jupyterapp.shell.currentWidget as NotebookPanel;
    return content?.activeCell?.model.id ?? '';
  });

test('a finding shows the way from its cause, in a picture and in words, and leads to its cells', async ({
  page,
  tmpPath
}) => {
  const worked = await messy(page, tmpPath);
  const history = new RunHistory(page);
  await history.open();
  const finding = history.root.locator('.jp-RetraceFinding').first();
  await finding.getByRole('button', { name: 'Why?' }).click();

  const why = finding.locator('.jp-RetraceWhy');
  await expect(why).toContainText('from a deleted cell');
  await expect(why.getByRole('img')).toHaveAttribute(
    'aria-label',
    'The way from the cause to cell 2'
  );
  await expect(
    why.locator('.jp-RetraceGraph-edge.jp-mod-happened')
  ).not.toHaveCount(0);
  const text = why.getByRole('list', { name: /as text/ });
  await expect(text).toContainText(
    'read limit from a deleted cell, which a fresh run would not do'
  );
  await expect(text).toContainText('limit = start * 2');

  await worked.activate('e');
  const canvas = why.getByRole('application');
  await canvas.focus();
  await expect(canvas).toHaveAttribute('aria-activedescendant', /.+/);
  await page.keyboard.press('Enter');
  await expect.poll(() => activeCell(page)).toBe('c');

  await canvas.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Escape');
  await expect(finding.getByRole('button', { name: 'Why?' })).toBeFocused();
});

test('the command opens the picture for the active cell', async ({
  page,
  tmpPath
}) => {
  const worked = await messy(page, tmpPath);
  await worked.activate('d');
  await worked.command('retrace:why');
  await expect(
    page.getByRole('img', { name: 'The way from the cause to cell 3' })
  ).toBeVisible();
});

test('the whole graph is walked by keyboard, read as text, and follows the notebook', async ({
  page,
  tmpPath
}) => {
  const worked = await messy(page, tmpPath);
  await worked.command('retrace:show-graph');
  const graph = page.locator('.jp-RetraceGraph');
  const nodes = graph.locator('.jp-RetraceGraph-node');
  await expect(graph).toContainText('nb.ipynb');
  await expect(nodes).toHaveCount(5);

  const canvas = graph.getByRole('application');
  await canvas.focus();
  const focused = graph.locator('.jp-RetraceGraph-node.jp-mod-focused');
  await expect(focused).toContainText('cell 2 · would fail');
  await page.keyboard.press('ArrowDown');
  await expect(focused).toContainText('cell 3 · would fail');
  await page.keyboard.press('Enter');
  await expect.poll(() => activeCell(page)).toBe('d');

  await graph.getByRole('button', { name: 'Flagged only' }).click();
  await expect(nodes.filter({ hasText: 'cell 4' })).toHaveCount(0);
  await graph.getByRole('button', { name: 'Flagged only' }).click();
  await graph.getByRole('button', { name: 'As text' }).click();
  const text = graph.getByRole('list', { name: /as text/ });
  // Cell 2 stops in a fresh run, so there is no “kept” to read.
  await expect(text).toContainText(
    'read kept from cell 2, which a fresh run would not do'
  );

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    graph
      .getByRole('button', { name: 'As text' })
      .click()
      .then(() => graph.getByRole('button', { name: 'Save as SVG' }).click())
  ]);
  expect(download.suggestedFilename()).toBe('nb-dependences.svg');

  await page.evaluate(() => {
    const panel = [...window.jupyterapp.shell.widgets('main')].find(widget =>
      (widget as NotebookPanel).context?.path.endsWith('nb.ipynb')
    ) as NotebookPanel;
    panel.model?.sharedModel.insertCell(4, {
      cell_type: 'code',
      source: 'print(start + kept)'
    });
  });
  await expect(nodes.filter({ hasText: 'print(start + kept)' })).toHaveCount(1);
});
