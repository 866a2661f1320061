// Verifying in a fresh kernel: what comes out again is proven, what does not is told, and nothing is left behind.
import { expect, test, type IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { Page } from '@playwright/test';

import { WorkedNotebook } from '../support/worked-notebook';

test.use({ kernels: null, sessions: null });

let notebook: WorkedNotebook | null = null;

test.afterEach(async () => {
  await notebook?.shutDown();
  notebook = null;
});

/** Of the kernels that this page started for replays, those that it remembers and those that run. */
function replayKernels(
  page: Page,
  known: readonly string[] = []
): Promise<{ remembered: string[]; running: string[] }> {
  return page.evaluate(async ids => {
    const { kernels } = window.jupyterapp.serviceManager;
    await kernels.refreshRunning();
    const remembered = Object.keys(window.localStorage)
      .filter(key => key.startsWith('jupyterlab-retrace:replay-kernel:'))
      .map(key => key.slice(key.lastIndexOf(':') + 1));
    const ours = new Set([...ids, ...remembered]);
    return {
      remembered,
      running: [...kernels.running()]
        .map(({ id }) => id)
        .filter(id => ours.has(id))
    };
  }, known);
}

/** Asks for the notebook in front to be verified, with the choices as they are offered. */
async function verify(page: IJupyterLabPageFixture): Promise<void> {
  await page.evaluate(() => {
    void window.jupyterapp.commands.execute('retrace:verify-notebook');
  });
  const dialog = page.locator('.jp-RetraceVerifyDialog');
  await dialog.getByRole('button', { name: 'Verify', exact: true }).click();
}

/** What the notebook's own kernel prints for an expression. */
function asked(page: Page, expression: string): Promise<string> {
  return page.evaluate(async code => {
    const { sessionContext } = window.jupyterapp.shell
      .currentWidget as NotebookPanel;
    const future = sessionContext.session?.kernel?.requestExecute({
      code: `print(${code})`,
      store_history: false
    });
    let text = '';
    if (future) {
      future.onIOPub = ({ content }) => {
        text += 'text' in content ? String(content.text) : '';
      };
      await future.done;
    }
    return text.trim();
  }, expression);
}

test('outputs that come out again are proven, in a copy of the folder', async ({
  page,
  tmpPath
}) => {
  notebook = await WorkedNotebook.open(page, `${tmpPath}/nb.ipynb`, [
    'import os\ncount = len(open("seen.txt").read()) if os.path.exists("seen.txt") else 0',
    'with open("seen.txt", "a") as file:\n    _ = file.write("x")',
    'print("total", sum(range(10)))',
    'object()'
  ]);
  await notebook.run('a', 'b', 'c', 'd');
  const panelId = await page.evaluate(
    () => window.jupyterapp.shell.currentWidget?.id ?? ''
  );
  await verify(page);

  const view = page.locator('.jp-RetraceVerify');
  await expect(view).toContainText('All outputs came out again');
  await expect(view).toContainText('2 of 2');
  await expect(view).toContainText('equivalent: memory addresses');
  await expect(page.locator('.jp-RetraceStatusItem')).toContainText(
    'proven 2 of 2'
  );
  const seen = await page.evaluate(
    async path =>
      (await window.jupyterapp.serviceManager.contents.get(path)).content,
    `${tmpPath}/seen.txt`
  );
  expect(seen).toBe('x');

  await page.evaluate(id => window.jupyterapp.shell.activateById(id), panelId);
  await notebook.edit('c', 'print("total", 0)');
  await expect(page.locator('.jp-RetraceStatusItem')).toContainText(
    'proven for an earlier version'
  );
});

test('a notebook of which nothing was recorded keeps its verdict over a reload', async ({
  page,
  tmpPath
}) => {
  const path = `${tmpPath}/given.ipynb`;
  notebook = await WorkedNotebook.open(page, path, ['print("total", 45)']);
  // As somebody else saved it: with what it showed there.
  await page.evaluate(() => {
    const { model } = window.jupyterapp.shell.currentWidget as NotebookPanel;
    const cell = model?.cells.get(0).sharedModel;
    if (cell && 'setOutputs' in cell) {
      cell.setOutputs([
        { output_type: 'stream', name: 'stdout', text: 'total 45\n' }
      ]);
    }
  });
  await notebook.save();
  await verify(page);
  const status = page.locator('.jp-RetraceStatusItem');
  await expect(status).toContainText('proven 1 of 1');

  await notebook.reload();
  await expect(status).toContainText('proven 1 of 1');
  const view = page.locator('.jp-RetraceVerify');
  await page.evaluate(() => {
    void window.jupyterapp.commands.execute('retrace:show-verification');
  });
  await expect(view).toContainText('All outputs came out again');
});

test('an output that does not come out again is shown beside the new one, and may be let differ', async ({
  page,
  tmpPath
}) => {
  notebook = await WorkedNotebook.open(page, `${tmpPath}/nb.ipynb`, [
    'x = 2',
    'print("x is", x)'
  ]);
  await notebook.run('a', 'b');
  await notebook.edit('a', 'x = 1');
  const panelId = await page.evaluate(
    () => window.jupyterapp.shell.currentWidget?.id ?? ''
  );
  await verify(page);

  const view = page.locator('.jp-RetraceVerify');
  await expect(view).toContainText('0 of 1');
  const diff = view.getByRole('table');
  await expect(diff.locator('.jp-mod-removed')).toContainText('x is 2');
  await expect(diff.locator('.jp-mod-added')).toContainText('x is 1');
  await page.evaluate(id => window.jupyterapp.shell.activateById(id), panelId);
  expect(await asked(page, 'x')).toBe('2');

  await view.getByRole('button', { name: 'Mark as volatile' }).click();
  await expect(view).toContainText('1 of 1');
  await expect(view).toContainText('differs, as you allowed');
});

test('cancelling in the middle of a long cell leaves no kernel', async ({
  page,
  tmpPath
}) => {
  notebook = await WorkedNotebook.open(page, `${tmpPath}/nb.ipynb`, [
    'print("quick")',
    'import time\ntime.sleep(0)\nprint("slow")'
  ]);
  await notebook.run('a', 'b');
  await notebook.edit('b', 'import time\ntime.sleep(900)\nprint("slow")');
  await verify(page);

  const view = page.locator('.jp-RetraceVerify');
  await expect(view).toContainText('Cell 2 of 2');
  const { remembered, running } = await replayKernels(page);
  expect(running).toEqual(remembered);
  expect(running).toHaveLength(1);
  await view.getByRole('button', { name: 'Cancel' }).click();
  await expect(view).toContainText('Cancelled');
  await expect(view).toContainText('not reached');
  expect(await replayKernels(page, running)).toEqual({
    remembered: [],
    running: []
  });
});
