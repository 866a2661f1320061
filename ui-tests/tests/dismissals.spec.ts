// Findings that the user dismisses: they count nowhere, say so, and come back when their situation changes.
import { expect, test, type IJupyterLabPageFixture } from '@jupyterlab/galata';

import { WorkedNotebook } from '../support/worked-notebook';

test.use({ kernels: null, sessions: null });

let notebook: WorkedNotebook | null = null;

test.afterEach(async () => {
  await notebook?.shutDown();
  notebook = null;
});

/** A notebook of which a cell was edited after it ran, so that both of its cells are flagged. */
async function edited(
  page: IJupyterLabPageFixture,
  folder: string
): Promise<WorkedNotebook> {
  const sources = ['x = 1', 'print(x)'];
  const worked = await WorkedNotebook.open(page, `${folder}/nb.ipynb`, sources);
  notebook = worked;
  await worked.runAll();
  await worked.edit('a', 'x = 2');
  await worked.forecast();
  return worked;
}

test('a dismissed finding leaves marks and counts, outlives a reload and comes back after an edit', async ({
  page,
  tmpPath
}) => {
  const worked = await edited(page, tmpPath);
  await worked.save();
  await worked.command('retrace:open-history');
  const status = page.locator('.jp-RetraceStatusItem');
  const findings = page.locator('.jp-RetraceFindings');
  expect(Object.keys(await worked.marks())).toEqual(['a', 'b']);

  await findings.locator('.jp-RetraceFinding-more').first().press('Enter');
  await page
    .locator('.lm-Menu-item', { hasText: 'Dismiss for This Cell' })
    .click();
  await expect(status).toHaveText('Reproducible: 0 of 2, 2 dismissed');
  expect(await worked.marks()).toEqual({});
  await expect(findings).toBeFocused();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(status).toHaveText('Reproducible: 0 of 2');

  await worked.activate('b');
  await worked.command('retrace:dismiss-cell-findings');
  await expect(status).toContainText('2 dismissed');
  await worked.reload();
  await worked.forecast();
  await expect(status).toContainText('2 dismissed');

  await worked.edit('a', 'x = 3');
  await worked.forecast();
  await expect(status).toHaveText('Reproducible: 0 of 2');
  expect(Object.keys(await worked.marks())).toEqual(['a', 'b']);
});

test('a kind that is dismissed everywhere can be brought back from the list, and has a page', async ({
  page,
  tmpPath
}) => {
  const worked = await edited(page, tmpPath);
  await worked.command('retrace:open-history');
  const findings = page.locator('.jp-RetraceFindings');

  await findings.getByRole('button', { name: 'About RT006' }).click();
  await expect(page.locator('.jp-Dialog')).toContainText('Why it hurts');
  await page.keyboard.press('Escape');

  await findings.locator('.jp-RetraceFinding-more').first().press('Enter');
  await page
    .locator('.lm-Menu-item', { hasText: 'Dismiss This Kind Everywhere' })
    .click();
  await findings.getByRole('button', { name: /1 dismissed/ }).click();
  await findings.getByRole('button', { name: /Bring back/ }).click();
  await expect(page.locator('.jp-RetraceStatusItem')).toHaveText(
    'Reproducible: 0 of 2'
  );
});
