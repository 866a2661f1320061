// Verifying from the Run History panel, and what becomes of a forecast that a replay speaks against.
import { readFileSync } from 'node:fs';

import { expect, test } from '@jupyterlab/galata';

import { RunHistory } from '../support/run-history';
import { WorkedNotebook } from '../support/worked-notebook';

test.use({ kernels: null, sessions: null });

/** A replay starts a kernel, which takes what it takes. */
const REPLAYED = { timeout: 60_000 };

let notebook: WorkedNotebook | null = null;

test.afterEach(async () => {
  await notebook?.shutDown();
  notebook = null;
});

test('a run and a single execution are verified from the panel, and the proof stays with the run', async ({
  page,
  tmpPath
}) => {
  notebook = await WorkedNotebook.open(page, `${tmpPath}/nb.ipynb`, [
    'x = 2',
    'print("gone", x)',
    'print("x is", x)'
  ]);
  await notebook.run('a', 'b', 'c');
  // What ran is verified, whatever became of the cells.
  await notebook.edit('b', 'print("another", x)');
  await notebook.edit('a', 'x = 5');
  const history = new RunHistory(page);
  await history.open();
  const view = page.locator('.jp-RetraceVerify');
  const actions = history.root.getByRole('button', {
    name: 'Actions for run 1'
  });

  await actions.click();
  await page.getByRole('menuitem', { name: 'Verify Run' }).click();
  await page
    .locator('.jp-RetraceVerifyDialog')
    .getByRole('button', { name: 'Verify', exact: true })
    .click();
  await expect(view).toContainText('All outputs came out again', REPLAYED);
  await expect(view).toContainText('2 of 2');
  await expect(history.runs.first()).toContainText('2 of 2');

  await history.executions.filter({ hasText: 'x is' }).click();
  await history.details.getByRole('button', { name: 'Verify' }).click();
  await expect(view).toContainText('1 of 1', REPLAYED);

  await notebook.reload();
  await history.open();
  await expect(history.runs.first()).toContainText('1 of 1');
  await actions.click();
  await page.getByRole('menuitem', { name: 'Show Last Verification' }).click();
  await expect(view).toContainText('1 of 1');
});

test('a forecast that a replay speaks against is told, and its case can be exported', async ({
  page,
  tmpPath
}) => {
  notebook = await WorkedNotebook.open(page, `${tmpPath}/nb.ipynb`, [
    // The id of the kernel, which is another one in each, and of which nothing in the source tells.
    'from ipykernel import get_connection_file\ncolour = bytes.fromhex(get_connection_file().split("-")[-1][:6])',
    [
      'import struct, zlib',
      'from IPython.display import Image',
      'def chunk(kind, data):',
      '    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))',
      'rows = b"".join(b"\\0" + colour * 160 for _ in range(90))',
      'Image(b"\\x89PNG\\r\\n\\x1a\\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 160, 90, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))'
    ].join('\n')
  ]);
  await notebook.run('a', 'b');
  const { verdicts } = await notebook.forecast();
  expect(verdicts['b']).toBe('same');
  await notebook.begin('retrace:verify-notebook');
  await page
    .locator('.jp-RetraceVerifyDialog')
    .getByRole('button', { name: 'Verify', exact: true })
    .click();
  const view = page.locator('.jp-RetraceVerify');
  const told = view.locator('.jp-RetraceVerify-disagreements');
  await expect(told).toContainText(
    'Cell 2: forecast “comes out again”, replay “different”.',
    REPLAYED
  );

  await view.getByRole('button', { name: 'Overlay' }).click();
  const overlay = view.locator('.jp-RetraceImages-overlay img');
  await expect(overlay).toHaveCount(2);
  await view.getByRole('slider').fill('80');
  await expect(overlay.last()).toHaveCSS('opacity', '0.8');

  const downloading = page.waitForEvent('download');
  await told.getByRole('button', { name: 'Export this case' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('nb-case.json');
  const text = readFileSync(await download.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    disagreements: [{ cellId: 'b', forecast: 'same', proof: 'different' }],
    history: {
      format: 'retrace-history',
      runs: [{ executions: [{ cellId: 'a' }, { cellId: 'b' }] }]
    }
  });
});
