// What a re-run of a run needs, on a page of its own, and outputs that were made under another environment.
import { expect, test, type IJupyterLabPageFixture } from '@jupyterlab/galata';

import { RunHistory } from '../support/run-history';
import { WorkedNotebook } from '../support/worked-notebook';

test.use({ kernels: null, sessions: null });

let notebook: WorkedNotebook | null = null;

test.afterEach(async () => {
  await notebook?.shutDown();
  notebook = null;
});

test('the badge of a run leads to its environment, data and values; a note lasts', async ({
  page,
  tmpPath
}) => {
  const worked = await WorkedNotebook.open(page, `${tmpPath}/nb.ipynb`, [
    'import random\nrandom.seed(7)\nlr = 0.1',
    'with open("kept.csv", "w") as file:\n    n = file.write("a,b")',
    'acc = len(open("kept.csv").read()) / 4\nfor epoch in range(3): print(f"epoch {epoch}, loss: {1 / (epoch + 1)}")'
  ]);
  notebook = worked;
  await worked.runAll();
  await worked.forecast();
  const history = new RunHistory(page);
  await history.open();
  await history.runs
    .getByRole('button', { name: /^Degree of reproducibility: Low: \d of 7$/ })
    .click();

  const view = page.locator('.jp-RetraceEnvironment');
  await expect(view.getByRole('heading', { level: 1 })).toHaveText(
    'Environment & data of run 1'
  );
  const row = (section: string, name: string) =>
    view
      .getByRole('region', { name: section, exact: true })
      .getByRole('row', { name: new RegExp(`^${name} `) });
  await expect(row('Parameters and metrics', 'lr')).toContainText('parameter');
  await expect(row('Parameters and metrics', 'acc')).toContainText('metric');
  await expect(row('Data files', 'kept.csv')).toContainText(
    /written, read\s*3 B\s*[0-9a-f]{16}/
  );
  await expect(row('Packages', 'ipykernel')).toBeHidden();
  await view.getByRole('searchbox').fill('ipykernel');
  await expect(row('Packages', 'ipykernel')).toBeVisible();
  await expect(row('Data files', 'kept.csv')).toBeHidden();
  await view.getByRole('searchbox').fill('');
  await expect(
    view.getByRole('img', { name: 'loss over epoch, 3 points' })
  ).toBeVisible();

  await view
    .getByRole('button', { name: 'Add note for “Methodology”' })
    .click();
  await view
    .getByRole('textbox', { name: 'Note for “Methodology”' })
    .fill('Held out a tenth.');
  await view.getByRole('button', { name: 'Save' }).click();
  await expect(view.locator('.jp-RetraceChecklist-row.jp-mod-note')).toHaveText(
    /Methodology in your words\s*Held out a tenth\./
  );
  await row('Data files', 'kept.csv')
    .getByRole('button', { name: 'Go to the execution of “kept.csv”' })
    .click();
  await expect(
    history.executions.filter({ hasText: 'acc = len' })
  ).toBeFocused();

  await worked.reload();
  await page.evaluate(() =>
    window.jupyterapp.commands.execute('retrace:show-environment')
  );
  await expect(view.locator('.jp-RetraceChecklist-note')).toHaveText(
    'Held out a tenth.'
  );
});

/** A notebook whose one cell shows what a run printed. */
async function save(page: IJupyterLabPageFixture, path: string): Promise<void> {
  const content = JSON.stringify({
    cells: [
      {
        cell_type: 'code',
        id: 'a',
        execution_count: 1,
        metadata: {},
        outputs: [{ output_type: 'stream', name: 'stdout', text: '1\n' }],
        source: 'import traitlets\nprint(1)'
      }
    ],
    metadata: {
      kernelspec: {
        name: 'python3',
        display_name: 'Python 3',
        language: 'python'
      }
    },
    nbformat: 4,
    nbformat_minor: 5
  });
  await page.evaluate(
    async ([file, text]) => {
      const { contents } = window.jupyterapp.serviceManager;
      const options = { type: 'file', format: 'text', content: text } as const;
      await contents.save(file, options);
    },
    [path, content] as const
  );
}

test('outputs of another environment are told, compared and dismissed', async ({
  page,
  tmpPath
}) => {
  const path = `${tmpPath}/nb.ipynb`;
  const history = new RunHistory(page);
  await history.seed(
    path,
    [
      {
        source: 'import traitlets\nprint(1)',
        outputs: [{ output_type: 'stream', name: 'stdout', text: '1\n' }],
        imported: { traitlets: '0.1' }
      }
    ],
    'Python 3',
    { traitlets: '0.1', unused: '1.0' }
  );
  await save(page, path);
  const worked = new WorkedNotebook(page, path);
  notebook = worked;
  await worked.reopen();
  await history.open();
  const line = history.root.locator('.jp-RetraceDrift');
  await expect(line).toContainText(/from run 1, .*: .*traitlets 0\.1 → \d/);
  await expect(line).not.toContainText('unused');
  await expect(page.locator('.Toastify__toast')).toHaveCount(1);

  await line
    .getByRole('button', { name: 'Details of the other environment' })
    .click();
  const environment = page
    .locator('.jp-RetraceEnvironment')
    .getByRole('region', { name: 'Environment', exact: true });
  await expect(environment.getByRole('row').nth(1)).toHaveText(
    /^traitlets0\.1\d/
  );
  await environment.getByRole('button', { name: /^Show all/ }).click();
  await expect(
    environment.getByRole('row', { name: /^unused / })
  ).toContainText('not installed');

  await line.getByRole('button', { name: /^Dismiss/ }).click();
  await expect(line).toBeHidden();
});
